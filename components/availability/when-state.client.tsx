'use client';

import { createContext, useContext, useState, type ReactNode } from 'react';
import { useFormState, useIsAnswerAbout } from '@/components/ui/form.client';
import { partOf, readWhen, wholeDays, type When } from '@/lib/availability/model';
import type { DaySpan } from '@/lib/availability/model/grid';
import { addDays, isDay } from '@/lib/platform/dates';
import type { FieldValues } from '@/lib/platform/forms';
import type { WhenWords } from './when-words';

/** The time as it stands in the fields. */
export type Typed = Record<'from' | 'to' | 'part' | 'start' | 'end', string>;

export type WhenChoice = {
  typed: Typed;
  /** Counts the answers of the surrounding form. */
  attempt: number;
  /** The form's errors are about what stands there now. */
  hasErrors: boolean;
  change: (part: Partial<Typed>) => void;
  choose: (when: When) => void;
};

const WhenContext = createContext<WhenChoice | null>(null);

export function useWhen(): WhenChoice | null {
  return useContext(WhenContext);
}

type WhenStateProps = {
  /** What the address says. */
  given: When | null;
  words: WhenWords;
  children: ReactNode;
};

/**
 * The chosen time, shared by the calendar, the hours and the fields. Follows the address (a day tapped
 * before any script has loaded) and the form's answer (a proposed time), whichever spoke last.
 */
export function WhenState({ given, words, children }: WhenStateProps) {
  const state = useFormState();
  const attempt = state?.attempt ?? 0;
  const address = given ? JSON.stringify(given) : '';
  const hasErrors = useIsAnswerAbout(address);
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

  function choose(when: When) {
    setTyped(fromWhen(when, words));
  }

  return (
    <WhenContext value={{ typed, attempt, hasErrors, change, choose }}>{children}</WhenContext>
  );
}

/** The days that stand in the fields; null while there is none. */
export function daysIn({ from, to }: Typed): DaySpan | null {
  if (!isDay(from)) return null;
  return { from, to: isDay(to) && to > from ? to : from };
}

/**
 * Other days at the hours that stand there. Where a thing has times of its own they differ from day
 * to day: then only the days are said, and the thing's usual time follows.
 */
export function onDays(days: DaySpan, typed: Typed, keepsHours: boolean): When {
  const { part, start, end } = typed;
  return (
    (keepsHours ? readWhen({ ...days, part, start, end }) : null) ?? wholeDays(days.from, days.to)
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
