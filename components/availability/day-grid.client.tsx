'use client';

import Link from 'next/link';
import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { AvailabilitySign, type Sign } from '@/components/ui/availability-sign';
import { cn } from '@/components/ui/cn';
import { entryDay, walked, type DaySpan } from '@/lib/availability/model/grid';
import { monthOf, type Day } from '@/lib/platform/dates';

/** A day with its words; `href` takes it without JavaScript. */
export type DayCell = {
  day: Day;
  number: string;
  /** What a screen reader says: “Saturday, 28 November, free”. */
  label: string;
  isPast: boolean;
  sign?: Sign;
  count?: number;
  href?: string;
};

/** Where a key leads to; a new object each time, so that the same day can be aimed at again. */
export type Aim = { day: Day };

type DayGridProps = {
  /** What the table is about. */
  label: string;
  month: Day;
  weekdays: { short: string; long: string }[];
  /** Null: a day of another month. */
  weeks: (DayCell | null)[][];
  today: Day;
  firstWeekday: number;
  chosen: DaySpan | null;
  onPick: (day: Day) => void;
  /** The day in this grid that a key in another month led to. */
  aim: Aim | null;
  /** A key leads to a day of another month, which is to be shown and aimed at. */
  onLeave: (aim: Aim) => void;
};

const never = () => () => undefined;

/** False on the server and until the page has come alive: then every day is a link of its own. */
function useIsAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** A month to tap or to walk through by keys: one stop for Tab, arrows inside. */
export function DayGrid(props: DayGridProps) {
  const { label, month, weekdays, weeks, today, firstWeekday, chosen } = props;
  const { onPick, onLeave, aim } = props;
  const isAlive = useIsAlive();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Day | null>(null);
  const days = weeks.flatMap((week) =>
    week.flatMap((cell) => (cell && !cell.isPast ? [cell.day] : [])),
  );
  const entry = active && days.includes(active) ? active : entryDay(days, chosen, today);

  // The month that a key asked for has come: on to the day in it.
  useEffect(() => {
    if (aim) focusOn(table.current, aim.day);
  }, [aim, month]);

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    if (!entry || event.ctrlKey || event.metaKey || event.altKey) return;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = walked(entry, event.key, { isRtl, firstWeekday, isShift: event.shiftKey });
    if (!next) return;
    event.preventDefault();
    const day = next < today ? today : next;
    setActive(day);
    if (monthOf(day) === month) {
      focusOn(table.current, day);
    } else {
      onLeave({ day });
    }
  }

  return (
    <table
      ref={table}
      role={isAlive ? 'grid' : undefined}
      aria-label={label}
      aria-multiselectable={isAlive ? true : undefined}
      onKeyDown={onKeyDown}
      className="w-full table-fixed border-separate border-spacing-0.5"
    >
      <thead>
        <tr>
          {weekdays.map(({ short, long }) => (
            <th
              key={long}
              scope="col"
              abbr={long}
              className="truncate pb-1 text-xs font-medium text-muted"
            >
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.find((cell) => cell !== null)?.day ?? index}>
            {week.map((cell, column) => {
              const isChosen =
                cell !== null &&
                chosen !== null &&
                chosen.from <= cell.day &&
                cell.day <= chosen.to;
              return (
                <td
                  key={cell?.day ?? column}
                  className="p-0"
                  aria-selected={isAlive && cell && !cell.isPast ? isChosen : undefined}
                >
                  {cell && (
                    <DayButton
                      cell={cell}
                      today={today}
                      place={isChosen ? placeIn(chosen, cell.day) : null}
                      tabIndex={isAlive ? (cell.day === entry ? 0 : -1) : undefined}
                      onFocus={setActive}
                      onPick={onPick}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function focusOn(table: HTMLTableElement | null, day: Day): void {
  table?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
}

type Place = 'only' | 'first' | 'middle' | 'last';

function placeIn({ from, to }: DaySpan, day: Day): Place {
  if (from === to) return 'only';
  if (day === from) return 'first';
  return day === to ? 'last' : 'middle';
}

const PLACES: Record<Place, string> = {
  only: 'rounded-md bg-leaf text-on-leaf',
  first: 'rounded-s-md bg-leaf text-on-leaf',
  middle: 'bg-leaf-soft text-leaf-ink',
  last: 'rounded-e-md bg-leaf text-on-leaf',
};

const SIGNS: Record<Place, string> = {
  only: 'text-on-leaf',
  first: 'text-on-leaf',
  middle: 'text-leaf-ink',
  last: 'text-on-leaf',
};

type DayButtonProps = {
  cell: DayCell;
  today: Day;
  /** Where it stands among the chosen days; null when it is none of them. */
  place: Place | null;
  tabIndex: number | undefined;
  onFocus: (day: Day) => void;
  onPick: (day: Day) => void;
};

function DayButton({ cell, today, place, tabIndex, onFocus, onPick }: DayButtonProps) {
  const { day, number, label, isPast, sign, count = 0, href } = cell;
  const height = sign ? 'min-h-13' : 'min-h-11';
  if (isPast) {
    return (
      <span
        className={cn('flex flex-col items-center pt-2 text-sm text-muted tabular-nums', height)}
      >
        {number}
      </span>
    );
  }
  const isMuted = (sign === 'taken' || sign === 'closed') && !place;
  const shared = {
    'data-day': day,
    'aria-label': label,
    'aria-current': day === today ? ('date' as const) : undefined,
    tabIndex,
    onFocus: () => {
      onFocus(day);
    },
    className: cn(
      'edged flex w-full pressable flex-col items-center justify-center gap-1 text-sm leading-none tabular-nums focus-visible:relative focus-visible:z-10',
      height,
      place ? PLACES[place] : 'rounded-md',
      !place && (isMuted ? 'text-muted hover:bg-leaf-soft' : 'bg-surface hover:bg-leaf-soft'),
    ),
  };
  const content = (
    <>
      <span className={cn(day === today && 'font-bold underline underline-offset-3')}>
        {number}
      </span>
      {sign && (
        <span className="flex items-center gap-0.5">
          <AvailabilitySign state={sign} {...(place ? { className: SIGNS[place] } : {})} />
          {count > 0 && <span className="text-xs">{count}</span>}
        </span>
      )}
    </>
  );
  const pick = () => {
    onPick(day);
  };
  return href ? (
    <Link
      {...shared}
      href={href}
      scroll={false}
      prefetch={false}
      onClick={(event) => {
        // in a tab of its own it is a link like any other
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        pick();
      }}
    >
      {content}
    </Link>
  ) : (
    <button {...shared} type="button" onClick={pick}>
      {content}
    </button>
  );
}
