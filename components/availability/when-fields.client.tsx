'use client';

import { useState } from 'react';
import { FieldFrame } from '@/components/ui/field-frame';
import { useField, useFormState, useIsAnswerAbout } from '@/components/ui/form.client';
import { partOf, type When } from '@/lib/availability/model';
import { addDays } from '@/lib/platform/dates';
import type { FieldValues } from '@/lib/platform/forms';
import type { WhenWords } from './when-words';

type Typed = Record<'from' | 'to' | 'part' | 'start' | 'end', string>;

type WhenFieldsProps = {
  /** What the address says. */
  given: When | null;
  words: WhenWords;
  /** The first day that can be chosen. */
  today: string;
};

/**
 * From when to when, whole days unless told otherwise. Follows the address (a day tapped in the
 * calendar) and the form's answer (a proposed time), whichever spoke last.
 */
export function WhenFields({ given, words, today }: WhenFieldsProps) {
  const state = useFormState();
  const attempt = state?.attempt ?? 0;
  const address = given ? JSON.stringify(given) : '';
  const isAnswered = useIsAnswerAbout(address);
  const [heard, setHeard] = useState({ attempt, address });
  const [typed, setTyped] = useState<Typed>(
    () => fromForm(state?.values) ?? fromWhen(given, words),
  );

  if (heard.attempt !== attempt || heard.address !== address) {
    const next = heard.attempt !== attempt ? fromForm(state?.values) : null;
    setHeard({ attempt, address });
    setTyped(next ?? fromWhen(given, words));
  }

  function change(part: Partial<Typed>) {
    setTyped((before) => {
      const after = { ...before, ...part };
      // A first day after the last one moves the last one along.
      return part.from && after.to < after.from ? { ...after, to: after.from } : after;
    });
  }

  return (
    <div className="group/when space-y-4">
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
    </div>
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

function fromWhen(when: When | null, { parts }: WhenWords): Typed {
  const [first] = parts;
  if (!when) return { from: '', to: '', part: first?.value ?? 'day', start: '', end: '' };
  const { from, to, start, end } = when;
  const names = [`${start ?? ''}-${end ?? ''}`, partOf(when), 'own'];
  const part = names.find((name) => parts.some(({ value }) => value === name)) ?? first?.value;
  const isMidnightAfter = part === names[0] && end === '00:00' && to > from;
  return {
    from,
    to: isMidnightAfter ? addDays(to, -1) : to,
    part: part ?? 'own',
    start: start ?? '',
    end: end ?? '',
  };
}

function fromForm(values: FieldValues | undefined): Typed | null {
  if (!values || !Object.hasOwn(values, 'from')) return null;
  const text = (name: keyof Typed) => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    from: text('from'),
    to: text('to'),
    part: text('part') || 'day',
    start: text('start'),
    end: text('end'),
  };
}
