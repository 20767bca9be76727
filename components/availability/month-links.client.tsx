'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { cn } from '@/components/ui/cn';
import { periodOf, whenQuery } from '@/lib/availability/model';
import { picked, type PickMode } from '@/lib/availability/model/grid';
import { announce } from '@/lib/platform/announce';
import { formatPeriod } from '@/lib/platform/date-format';
import type { Day } from '@/lib/platform/dates';
import type { Locale } from '@/lib/platform/i18n/locales';
import { DayGrid, type Aim, type DayCell } from './day-grid.client';
import { PickModeSwitch } from './pick-mode.client';
import { daysIn, onDays, useWhen } from './when-state.client';

type MonthLinksProps = {
  label: string;
  month: Day;
  weekdays: { short: string; long: string }[];
  weeks: (DayCell | null)[][];
  today: Day;
  firstWeekday: number;
  locale: Locale;
  zone: string;
  /** Where a time is chosen: the address without its query, and what of that stays. */
  path: string;
  keep: Record<string, string>;
  /** What the address says besides the month. */
  query: Record<string, string>;
  mode: PickMode;
  /** Where the thing is lent by days only, there is nothing to switch. */
  isModeFixed: boolean;
  keepsHours: boolean;
  words: { one: string; several: string; hint: string };
};

/**
 * The month of a thing: a tap is seen at once, in the grid and in the fields, and the address follows
 * with what the server knows about that day.
 */
export function MonthLinks(props: MonthLinksProps) {
  const { month, locale, zone, path, keep, query, keepsHours, words, isModeFixed, ...grid } = props;
  const choice = useWhen();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [aim, setAim] = useState<Aim | null>(null);
  const chosen = choice && daysIn(choice.typed);
  const [mode, setMode] = useState<PickMode>(() =>
    chosen && chosen.from !== chosen.to ? 'several' : props.mode,
  );

  function go(query: Record<string, string>) {
    startTransition(() => {
      router.replace(`${path}?${new URLSearchParams(query).toString()}`, { scroll: false });
    });
  }

  function onPick(day: Day) {
    if (!choice) return;
    const when = onDays(picked(chosen, day, mode), choice.typed, keepsHours);
    choice.choose(when);
    announce(formatPeriod(periodOf(when, zone), locale, zone, 'long'));
    go({ ...keep, ...whenQuery(when), month: month.slice(0, 7) });
  }

  return (
    <div className="space-y-2">
      {!isModeFixed && <PickModeSwitch mode={mode} words={words} onChange={setMode} />}
      {isModeFixed && <p className="text-sm text-muted">{words.hint}</p>}
      <div aria-busy={isPending} className={cn('transition-opacity', isPending && 'opacity-85')}>
        <DayGrid
          {...grid}
          month={month}
          chosen={chosen}
          onPick={onPick}
          aim={aim}
          onLeave={(next) => {
            setAim(next);
            go({ ...query, month: next.day.slice(0, 7) });
          }}
        />
      </div>
    </div>
  );
}
