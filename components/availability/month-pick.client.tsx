'use client';

import { useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { periodOf, presets, wholeDays } from '@/lib/availability/model';
import { picked, type PickMode } from '@/lib/availability/model/grid';
import { announce } from '@/lib/platform/announce';
import { formatDay, formatPeriod } from '@/lib/platform/date-format';
import { monthOf, weeksOfMonth, type Day } from '@/lib/platform/dates';
import { LOCALES, type Locale } from '@/lib/platform/i18n/locales';
import { DayGrid, type Aim, type DayCell } from './day-grid.client';
import { PickModeSwitch } from './pick-mode.client';
import { daysIn, onDays, useWhen } from './when-state.client';
import { weekdaysOf } from './weekdays';
import type { MonthWords } from './when-words';

type MonthPickProps = { today: Day; words: MonthWords; keepsHours: boolean };

const FEW_WEEKS = 3;

/** Any month to choose days from, where no single thing is looked at. Loaded when it is first seen. */
export function MonthPick({ today, words, keepsHours }: MonthPickProps) {
  const choice = useWhen();
  const chosen = choice && daysIn(choice.typed);
  const [month, setMonth] = useState(() => monthOf(chosen?.from ?? today));
  const [mode, setMode] = useState<PickMode>('several');
  const [aim, setAim] = useState<Aim | null>(null);
  if (!choice) return null;
  const { locale } = words;
  const { firstWeekday } = LOCALES[locale];
  // weeks that are over are no choice; near the end of a month the next one stands below it
  const weeksOf = (shown: Day) =>
    weeksOfMonth(shown, firstWeekday).filter((week) => week.some((day) => day >= today));
  const months = weeksOf(month).length <= FEW_WEEKS ? [month, monthOf(month, 1)] : [month];

  function take(from: Day, to: Day) {
    if (!choice) return;
    const when = onDays({ from, to }, choice.typed, keepsHours);
    choice.choose(when);
    announce(formatPeriod(periodOf(wholeDays(from, to), 'UTC'), locale, 'UTC', 'long'));
  }

  return (
    <div className="space-y-2">
      <div className="-mx-1 flex [scrollbar-width:none] gap-2 overflow-x-auto p-1">
        {presets(today).map(({ name, when: { from, to } }) => {
          const isActive = chosen?.from === from && chosen.to === to;
          return (
            <button
              key={name}
              type="button"
              aria-pressed={isActive}
              onClick={() => {
                take(from, to);
                setMonth(monthOf(from));
              }}
              className={cn(
                'edged min-h-11 shrink-0 pressable rounded-full border-[1.5px] px-4 text-sm font-medium whitespace-nowrap',
                isActive
                  ? 'border-leaf bg-leaf-soft text-leaf-ink [scroll-initial-target:nearest]'
                  : 'border-edge bg-surface hover:border-leaf hover:text-leaf',
              )}
            >
              {name === 'saturday' ? formatDay(from, locale, 'medium') : words.presets[name]}
            </button>
          );
        })}
      </div>
      <PickModeSwitch mode={mode} words={words} onChange={setMode} />
      <div className="flex items-center justify-between gap-2">
        <IconButton
          icon="chevron"
          label={words.previous}
          disabled={month <= monthOf(today)}
          className="rotate-180 disabled:invisible"
          onClick={() => {
            setMonth(monthOf(month, -1));
          }}
        />
        <p className="text-center font-semibold" aria-live="polite">
          {formatDay(month, locale, 'month')}
        </p>
        <IconButton
          icon="chevron"
          label={words.next}
          onClick={() => {
            setMonth(monthOf(month, 1));
          }}
        />
      </div>
      {months.map((shown, index) => (
        <div key={shown}>
          {index > 0 && <MonthTitle month={shown} locale={locale} />}
          <DayGrid
            label={formatDay(shown, locale, 'month')}
            month={shown}
            weekdays={weekdaysOf(weeksOf(shown)[0] ?? [], locale)}
            weeks={weeksOf(shown).map((week) =>
              week.map((day) => (monthOf(day) === shown ? cellOf(day, today, locale) : null)),
            )}
            today={today}
            firstWeekday={firstWeekday}
            chosen={chosen}
            onPick={(day) => {
              const { from, to } = picked(chosen, day, mode);
              take(from, to);
            }}
            aim={aim}
            onLeave={(next) => {
              setAim(next);
              if (!months.includes(monthOf(next.day))) setMonth(monthOf(next.day));
            }}
          />
        </div>
      ))}
    </div>
  );
}

function MonthTitle({ month, locale }: { month: Day; locale: Locale }) {
  return <p className="pt-2 pb-1 text-center font-semibold">{formatDay(month, locale, 'month')}</p>;
}

function cellOf(day: Day, today: Day, locale: Locale): DayCell {
  return {
    day,
    number: formatDay(day, locale, 'dayOfMonth').replace(/\.$/, ''),
    label: formatDay(day, locale, 'full'),
    isPast: day < today,
  };
}
