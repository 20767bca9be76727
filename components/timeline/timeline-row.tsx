import { getLocale, getTranslations } from 'next-intl/server';
import type { CSSProperties } from 'react';
import { KindSymbol } from '@/components/pictures/kind-symbol';
import { cn } from '@/components/ui/cn';
import { formatPeriod, inARow } from '@/lib/platform/date-format';
import { weekdayOf, type Day } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';
import type { Lanes, PlacedBar, TimelineThing } from '@/lib/timeline/model';
import { lookOf } from './bar-look';

type TimelineRowProps = {
  thing: TimelineThing;
  lanes: Lanes;
  days: Day[];
  today: Day;
  zone: string;
  dayHref: (day: Day) => string;
};

const LANE_REM = 2.75;

/** One thing and what stands on it, as a list: that is also how a screen reader meets it. */
export async function TimelineRow({ thing, lanes, days, today, zone, dayHref }: TimelineRowProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('timeline')]);
  const height = `${String(lanes.count * LANE_REM + 0.25)}rem`;
  const style = { containIntrinsicBlockSize: height } as CSSProperties;
  return (
    <li
      className="flex border-b border-line [content-visibility:auto] last:border-b-0"
      style={style}
    >
      <a
        href={paths.editResource(locale, thing.id)}
        className="sticky start-0 z-10 flex w-(--name) shrink-0 flex-col border-e border-line bg-surface px-2.5 py-2 text-sm hover:bg-leaf-soft"
      >
        <span className="flex items-start gap-1.5">
          <KindSymbol kind={thing.kind} className="mt-0.5 hidden size-4 shrink-0 sm:block" />
          <bdi className="line-clamp-2 leading-tight font-semibold">{thing.title}</bdi>
        </span>
        <span className="text-xs text-muted">
          {thing.status === 'paused' && `${t('paused')} `}
          {thing.waiting > 0 && t('waiting', { count: thing.waiting })}
        </span>
      </a>
      <ul
        aria-label={t('barsOf', { thing: thing.title, count: thing.bars.length })}
        className="relative grow"
        style={{ minBlockSize: height }}
      >
        <Ground days={days} today={today} />
        {lanes.bars.map((bar) => (
          <BarItem
            key={`${bar.bookingId ?? bar.state}${String(bar.start.getTime())}${bar.of}`}
            bar={bar}
            count={days.length}
            zone={zone}
          />
        ))}
        {lanes.crowds.map(({ column, count }) => {
          const day = days[column];
          return (
            day && (
              <li
                key={column}
                className="absolute p-px"
                style={placeOf(column, 1, lanes.count - 1, days.length)}
              >
                <a
                  href={dayHref(day)}
                  className="flex size-full items-center justify-center rounded-md text-xs font-semibold text-leaf hover:bg-leaf-soft"
                >
                  {t('more', { count })}
                </a>
              </li>
            )
          );
        })}
      </ul>
    </li>
  );
}

function placeOf(column: number, span: number, lane: number, count: number): CSSProperties {
  return {
    insetInlineStart: `${((column / count) * 100).toFixed(3)}%`,
    inlineSize: `${((span / count) * 100).toFixed(3)}%`,
    insetBlockStart: `${String(lane * LANE_REM + 0.125)}rem`,
    blockSize: `${String(LANE_REM)}rem`,
  };
}

/** Week ends and today run through all rows. */
function Ground({ days, today }: Pick<TimelineRowProps, 'days' | 'today'>) {
  return (
    <li aria-hidden className="absolute inset-0 flex">
      {days.map((day) => (
        <span
          key={day}
          className={cn(
            'w-(--day) grow border-e border-line/60',
            day === today ? 'bg-leaf-soft' : weekdayOf(day) > 5 && 'bg-sunken',
          )}
        />
      ))}
    </li>
  );
}

type BarItemProps = { bar: PlacedBar; count: number; zone: string };

async function BarItem({ bar, count, zone }: BarItemProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('timeline')]);
  const { skin } = lookOf(bar);
  const state = t(`state.${bar.of ? 'shared' : bar.state}`);
  const words = bar.of || bar.who || bar.why || state;
  const parts = [
    formatPeriod(bar, locale, zone),
    state,
    bar.of,
    bar.who,
    bar.quantity > 1 ? t('pieces', { count: bar.quantity }) : '',
    bar.why,
  ];
  const said = inARow(parts, locale);
  const look = cn(
    'flex size-full items-center gap-1 overflow-hidden rounded-md border-2 px-1.5 text-xs leading-tight font-semibold',
    skin,
    bar.goesOn.before && 'rounded-s-none',
    bar.goesOn.after && 'rounded-e-none',
  );
  const content = (
    <>
      {bar.quantity > 1 && <span className="tabular-nums">{bar.quantity}×</span>}
      <bdi className="truncate">{words}</bdi>
    </>
  );
  return (
    <li className="absolute p-px" style={placeOf(bar.column, bar.span, bar.lane, count)}>
      {bar.bookingId ? (
        <a
          href={paths.booking(locale, bar.bookingId)}
          title={said}
          aria-label={said}
          className={look}
        >
          {content}
        </a>
      ) : (
        <span title={said} role="img" aria-label={said} className={look}>
          {content}
        </span>
      )}
    </li>
  );
}
