import { getLocale, getTranslations } from 'next-intl/server';
import type { CSSProperties } from 'react';
import { cn } from '@/components/ui/cn';
import { formatDay } from '@/lib/platform/date-format';
import { weekdayOf, type Day } from '@/lib/platform/dates';
import { dayStarts, lanesOf, type TimelineThing } from '@/lib/timeline/model';
import { TimelineRow } from './timeline-row';

type TimelineGridProps = {
  label: string;
  things: TimelineThing[];
  days: Day[];
  today: Day;
  zone: string;
  /** Where one day of one thing is told in full. */
  dayHref: (thing: TimelineThing, day: Day) => string;
};

/**
 * Things by days. It scrolls in itself, both ways; the names stay at the side where reading starts and
 * the days at the top. What is far away is not drawn: `content-visibility`.
 */
export function TimelineGrid({ label, things, days, today, zone, dayHref }: TimelineGridProps) {
  const starts = dayStarts(days, zone);
  const style = { '--days': days.length } as CSSProperties;
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      style={style}
      className="edged max-h-[80dvh] overflow-auto overscroll-x-contain rounded-lg bg-surface shadow-card [--day:2.75rem] [--name:7.5rem] sm:[--name:14rem] wide:[--day:2rem]"
    >
      <div className="relative w-max min-w-full">
        <DayLine days={days} today={today} />
        <ul>
          {things.map((thing) => (
            <TimelineRow
              key={thing.id}
              thing={thing}
              lanes={lanesOf(thing.bars, starts)}
              days={days}
              today={today}
              zone={zone}
              dayHref={(day) => dayHref(thing, day)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

async function DayLine({ days, today }: Pick<TimelineGridProps, 'days' | 'today'>) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('timeline')]);
  return (
    <div aria-hidden className="sticky top-0 z-20 flex border-b border-edge bg-surface text-xs">
      <span className="sticky start-0 z-10 w-(--name) shrink-0 border-e border-line bg-surface" />
      {days.map((day) => (
        <span
          key={day}
          className={cn(
            'w-(--day) grow py-1.5 text-center leading-tight tabular-nums',
            weekdayOf(day) > 5 && 'bg-sunken',
            day === today ? 'bg-leaf font-bold text-on-leaf' : 'text-muted',
          )}
        >
          {day === today ? t('today') : formatDay(day, locale, 'weekday')}
          <span className="block text-sm font-semibold">
            {formatDay(day, locale, 'dayOfMonth').replace(/\.$/, '')}
            {(day === days[0] || day.endsWith('-01')) && (
              <span className="block text-xs font-normal">
                {formatDay(day, locale, 'monthShort')}
              </span>
            )}
          </span>
        </span>
      ))}
    </div>
  );
}
