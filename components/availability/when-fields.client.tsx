'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { FieldFrame } from '@/components/ui/field-frame';
import { useField } from '@/components/ui/form.client';
import type { When } from '@/lib/availability/model';
import type { Day } from '@/lib/platform/dates';
import { MonthWhenSeen } from './month-when-seen.client';
import { useWhen, WhenState, type Typed, type WhenChoice } from './when-state.client';
import type { MonthWords, WhenWords } from './when-words';

const NAMES = ['from', 'to', 'part', 'start', 'end'] as const;

type WhenFieldsProps = {
  /** What the address says. */
  given: When | null;
  words: WhenWords;
  /** The first day that can be chosen. */
  today: Day;
  /** A month to choose from, where the page shows none. */
  month?: MonthWords;
};

/**
 * From when to when, whole days unless told otherwise. Shares its time with the calendar around it
 * (see WhenState); alone it keeps one of its own.
 */
export function WhenFields(props: WhenFieldsProps) {
  const shared = useWhen();
  if (shared) return <Fields {...props} choice={shared} />;
  return (
    <WhenState given={props.given} words={props.words}>
      <OwnFields {...props} />
    </WhenState>
  );
}

function OwnFields(props: WhenFieldsProps) {
  const choice = useWhen();
  return choice && <Fields {...props} choice={choice} />;
}

function Fields({ words, today, month, choice }: WhenFieldsProps & { choice: WhenChoice }) {
  const { typed, hasErrors: isAnswered, change } = choice;
  const place = useRef<HTMLDivElement>(null);
  const takeOver = useEffectEvent(() => {
    const early = earlyIn(place.current, typed);
    if (early) change(early);
  });
  useEffect(() => {
    takeOver();
  }, []);
  return (
    <div ref={place} className="group/when space-y-4">
      {month && <MonthWhenSeen today={today} words={month} keepsHours={words.keepsHours} />}
      <div className="grid grid-cols-2 gap-3">
        <Moment
          hasErrors={isAnswered}
          name="from"
          type="date"
          min={today}
          label={words.from}
          value={typed.from}
          onChange={change}
        />
        <Moment
          hasErrors={isAnswered}
          name="to"
          type="date"
          min={typed.from || today}
          label={words.to}
          value={typed.to}
          onChange={change}
        />
      </div>
      {words.note && <p className="text-sm">{words.note}</p>}
      {words.parts.length > 0 && <Times words={words} choice={choice} />}
    </div>
  );
}

/** What was typed before this came alive: React knows nothing of it, and would undo it with the next change. */
function earlyIn(place: HTMLElement | null, typed: Typed): Partial<Typed> | null {
  const form = place?.closest('form');
  if (!form) return null;
  const said = new FormData(form);
  const early: Partial<Typed> = {};
  for (const name of NAMES) {
    const value = said.get(name);
    if (typeof value === 'string' && value !== typed[name]) early[name] = value;
  }
  return Object.keys(early).length > 0 ? early : null;
}

/** Which part of the days, or from what o'clock. */
function Times({ words, choice }: { words: WhenWords; choice: WhenChoice }) {
  const { typed, attempt, hasErrors: isAnswered, change } = choice;
  return (
    <>
      {words.parts.length === 1 ? (
        <input type="hidden" name="part" value={typed.part} />
      ) : (
        <Parts attempt={attempt} words={words} part={typed.part} onChange={change} />
      )}
      {words.grid ? (
        <div className="grid grid-cols-2 gap-3">
          <GridTime
            hasErrors={isAnswered}
            name="start"
            label={words.start}
            value={typed.start}
            options={words.grid.starts.map((value) => ({ value, label: value }))}
            onChange={change}
          />
          <GridTime
            hasErrors={isAnswered}
            name="end"
            label={words.end}
            value={typed.end}
            options={words.grid.ends}
            onChange={change}
          />
        </div>
      ) : (
        // shown by CSS alone, so that it also works without JavaScript
        <div className="hidden grid-cols-2 gap-3 group-has-[input[type=radio][value=own]:checked]/when:grid">
          <Moment
            hasErrors={isAnswered}
            name="start"
            type="time"
            label={words.start}
            value={typed.start}
            onChange={change}
          />
          <Moment
            hasErrors={isAnswered}
            name="end"
            type="time"
            label={words.end}
            value={typed.end}
            onChange={change}
          />
        </div>
      )}
    </>
  );
}

type PartsProps = {
  attempt: number;
  words: WhenWords;
  part: string;
  onChange: (part: Partial<Typed>) => void;
};

function Parts({ attempt, words, part: chosen, onChange }: PartsProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{words.part}</legend>
      <div key={attempt} className="flex flex-wrap gap-2">
        {words.parts.map(({ value: part, label }) => (
          <label
            key={part}
            className="edged inline-flex min-h-11 pressable cursor-pointer items-center rounded-full border-[1.5px] border-edge bg-surface px-4 text-sm font-medium hover:border-leaf has-checked:border-leaf has-checked:bg-leaf-soft has-checked:text-leaf-ink has-checked:shadow-[inset_0_0_0_1px_var(--color-leaf)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf"
          >
            <input
              type="radio"
              name="part"
              value={part}
              checked={chosen === part}
              onChange={() => {
                onChange({ part });
              }}
              className="sr-only"
            />
            <bdi>{label}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type GridTimeProps = {
  hasErrors: boolean;
  name: 'start' | 'end';
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (part: Partial<Typed>) => void;
};

/** A time of the grid. What stands there and is none of it stays visible, so that it can be mended. */
function GridTime({ hasErrors, name, label, value, options, onChange }: GridTimeProps) {
  const { id, error, aria } = useField(name, undefined, false);
  const isKnown = options.some((option) => option.value === value);
  return (
    <FieldFrame id={id} label={label} error={hasErrors ? error : undefined}>
      <select
        {...(hasErrors ? aria : {})}
        id={id}
        name={name}
        value={value}
        onChange={(event) => {
          onChange({ [name]: event.target.value });
        }}
        className="control control-select tabular-nums"
      >
        {!isKnown && <option value={value}>{value || '–'}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type MomentProps = {
  hasErrors: boolean;
  name: 'from' | 'to' | 'start' | 'end';
  type: 'date' | 'time';
  label: string;
  value: string;
  min?: string;
  onChange: (part: Partial<Typed>) => void;
};

function Moment({ hasErrors, name, type, label, value, min, onChange }: MomentProps) {
  const { id, error, aria } = useField(name, undefined, false);
  return (
    <FieldFrame id={id} label={label} error={hasErrors ? error : undefined}>
      <input
        {...(hasErrors ? aria : {})}
        id={id}
        name={name}
        type={type}
        min={min}
        value={value}
        onChange={(event) => {
          onChange({ [name]: event.target.value });
        }}
        className="control px-3 tabular-nums"
      />
    </FieldFrame>
  );
}
