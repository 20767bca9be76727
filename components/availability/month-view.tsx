import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilitySign } from '@/components/ui/availability-sign';
import { ICON_BUTTON } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import {
  AVAILABILITIES,
  whenQuery,
  wholeDays,
  type DayAvailability,
  type DayNote,
  type When,
} from '@/lib/availability/model';
import type { PickMode } from '@/lib/availability/model/grid';
import { formatDay, inARow } from '@/lib/platform/date-format';
import { monthOf, type Day } from '@/lib/platform/dates';
import { LOCALES } from '@/lib/platform/i18n/locales';
import type { DayCell } from './day-grid.client';
import { MonthLinks } from './month-links.client';
import { weekdaysOf } from './weekdays';
import { monthWords } from './when-words';

type MonthViewProps = {
  month: Day;
  /** Full weeks; days of other months are left blank. */
  weeks: DayAvailability[][];
  /** Days that are closed, or for which others ask already. */
  notes: ReadonlyMap<Day, DayNote>;
  stock: number;
  today: Day;
  zone: string;
  chosen: When | null;
  /** Where a time is chosen: the address without its query, and what of that stays. */
  path: string;
  keep: Record<string, string>;
  monthHref: { previous: string | null; next: string | null };
  mode: PickMode;
  isModeFixed: boolean;
  keepsHours: boolean;
};

/** A month to choose from; each day says in words what its sign means. */
export async function MonthView(props: MonthViewProps) {
  const { month, weeks, notes, monthHref, chosen, path, keep, zone } = props;
  const { mode, isModeFixed, keepsHours, today } = props;
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations('availability.month'),
    monthWords(),
  ]);
  const title = formatDay(month, locale, 'month');
  const shown = weeks.filter((week) =>
    week.some(({ day, isPast }) => !isPast && monthOf(day) === month),
  );
  const cells = await Promise.all(
    shown.map((week) =>
      Promise.all(
        week.map(async (entry) =>
          monthOf(entry.day) === month ? await dayCell(entry, props) : null,
        ),
      ),
    ),
  );
  return (
    <div>
      <div className="mb-1 flex items-center justify-between gap-2">
        <MonthLink href={monthHref.previous} label={t('previous')} className="rotate-180" />
        <p className="text-center font-semibold" aria-live="polite">
          {title}
        </p>
        <MonthLink href={monthHref.next} label={t('next')} />
      </div>
      <MonthLinks
        label={t('caption', { month: title })}
        month={month}
        weekdays={weekdaysOf(
          (weeks[0] ?? []).map(({ day }) => day),
          locale,
        )}
        weeks={cells}
        today={today}
        firstWeekday={LOCALES[locale].firstWeekday}
        locale={locale}
        zone={zone}
        path={path}
        keep={keep}
        query={{ ...keep, ...(chosen ? whenQuery(chosen) : {}) }}
        mode={mode}
        isModeFixed={isModeFixed}
        keepsHours={keepsHours}
        words={words}
      />
      <Legend hasClosed={[...notes.values()].some(({ sign }) => sign === 'closed')} />
    </div>
  );
}

async function dayCell(entry: DayAvailability, props: MonthViewProps): Promise<DayCell> {
  const { month, notes, stock, path, keep } = props;
  const { day, state, free, isPast } = entry;
  const [locale, t] = await Promise.all([getLocale(), getTranslations('availability')]);
  const number = formatDay(day, locale, 'dayOfMonth').replace(/\.$/, '');
  const note = notes.get(day);
  const isClosed = note?.sign === 'closed';
  const isAsked = note?.sign === 'asked' && state !== 'taken';
  const count = isAsked ? note.count : state === 'some' && stock > 1 ? free : 0;
  const amount =
    state === 'some' && stock > 1 && free > 0
      ? t('some', { free, stock })
      : t(`state.${state}`, { stock });
  const words = isClosed ? note.words : isAsked ? inARow([amount, note.words], locale) : amount;
  const query = { ...keep, ...whenQuery(wholeDays(day)), month: month.slice(0, 7) };
  return {
    day,
    number,
    label: t('day', { day: formatDay(day, locale, 'full'), state: words }),
    isPast,
    sign: isClosed ? 'closed' : isAsked ? 'requested' : state,
    count: isClosed ? 0 : count,
    href: `${path}?${new URLSearchParams(query).toString()}`,
  };
}

type MonthLinkProps = { href: string | null; label: string; className?: string };

function MonthLink({ href, label, className }: MonthLinkProps) {
  if (!href) return <span className="size-11" />;
  return (
    <Link href={href} scroll={false} prefetch={false} aria-label={label} className={ICON_BUTTON}>
      <span className={className}>
        <Icon name="chevron" />
      </span>
    </Link>
  );
}

async function Legend({ hasClosed }: { hasClosed: boolean }) {
  const [t, words] = await Promise.all([
    getTranslations('common.availability'),
    getTranslations('availability'),
  ]);
  return (
    <ul
      aria-hidden
      className="mt-2 flex flex-wrap justify-center gap-x-4 gap-y-1 text-xs text-muted"
    >
      {AVAILABILITIES.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <AvailabilitySign state={state} className="text-sm" />
          {t(state)}
        </li>
      ))}
      {hasClosed && (
        <li className="flex items-center gap-1.5">
          <AvailabilitySign state="closed" className="text-sm" />
          {words('closed')}
        </li>
      )}
    </ul>
  );
}
