import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilitySign } from '@/components/ui/availability-mark';
import { ICON_BUTTON } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import {
  AVAILABILITIES,
  type DayAvailability,
  type DayNote,
  type When,
} from '@/lib/availability/model';
import { formatDay } from '@/lib/platform/date-format';
import { monthOf, type Day } from '@/lib/platform/dates';

type MonthViewProps = {
  month: Day;
  /** Full weeks; days of other months are left blank. */
  weeks: DayAvailability[][];
  /** Days that are closed, or for which others ask already. */
  notes: ReadonlyMap<Day, DayNote>;
  stock: number;
  today: Day;
  chosen: When | null;
  dayHref: (day: Day) => string;
  monthHref: { previous: string | null; next: string | null };
};

/** A month as a table of links; each day says in words what its sign means. */
export async function MonthView(props: MonthViewProps) {
  const { month, weeks, notes, monthHref } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations('availability.month')]);
  const title = formatDay(month, locale, 'month');
  return (
    <div>
      <div className="mb-1 flex items-center justify-between gap-2">
        <MonthLink href={monthHref.previous} label={t('previous')} className="rotate-180" />
        <p className="text-center font-semibold" aria-live="polite">
          {title}
        </p>
        <MonthLink href={monthHref.next} label={t('next')} />
      </div>
      <table className="w-full table-fixed border-separate border-spacing-0.5">
        <caption className="sr-only">{t('caption', { month: title })}</caption>
        <thead>
          <tr>
            {weeks[0]?.map(({ day }) => (
              <th key={day} scope="col" className="pb-1 text-xs font-medium text-muted">
                {formatDay(day, locale, 'weekday')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks
            .filter((week) => week.some(({ day, isPast }) => !isPast && monthOf(day) === month))
            .map((week) => (
              <tr key={week[0]?.day}>
                {week.map((entry) => (
                  <td key={entry.day} className="p-0">
                    {monthOf(entry.day) === month && <DayCell entry={entry} {...props} />}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      <Legend hasClosed={[...notes.values()].some(({ sign }) => sign === 'closed')} />
    </div>
  );
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

type DayCellProps = Pick<MonthViewProps, 'stock' | 'today' | 'chosen' | 'dayHref' | 'notes'> & {
  entry: DayAvailability;
};

async function DayCell({ entry, stock, today, chosen, dayHref, notes }: DayCellProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('availability')]);
  const { day, state, free, isPast } = entry;
  const number = formatDay(day, locale, 'dayOfMonth').replace(/\.$/, '');
  if (isPast) {
    return (
      <span className="flex min-h-13 flex-col items-center pt-1.5 text-sm text-muted tabular-nums">
        {number}
      </span>
    );
  }
  const isChosen = chosen !== null && chosen.from <= day && day <= chosen.to;
  const note = notes.get(day);
  const isClosed = note?.sign === 'closed';
  const isAsked = note?.sign === 'asked' && state !== 'taken';
  const count = isAsked ? note.count : state === 'some' && stock > 1 ? free : 0;
  const amount =
    state === 'some' && stock > 1 && free > 0
      ? t('some', { free, stock })
      : t(`state.${state}`, { stock });
  const words = isClosed ? note.words : isAsked ? `${amount}, ${note.words}` : amount;
  return (
    <Link
      href={dayHref(day)}
      scroll={false}
      prefetch={false}
      aria-label={t('day', { day: formatDay(day, locale, 'full'), state: words })}
      aria-current={isChosen ? 'date' : undefined}
      className={cn(
        'edged flex min-h-13 pressable flex-col items-center justify-center gap-1 rounded-md text-sm leading-none tabular-nums',
        isChosen ? 'bg-leaf text-on-leaf' : 'bg-surface hover:bg-leaf-soft',
        (state === 'taken' || isClosed) && !isChosen && 'bg-transparent text-muted',
      )}
    >
      <span className={cn(day === today && 'font-bold underline underline-offset-2')}>
        {number}
      </span>
      <span className="flex items-center gap-0.5">
        <AvailabilitySign
          state={isClosed ? 'closed' : isAsked ? 'requested' : state}
          {...(isChosen ? { className: 'text-on-leaf' } : {})}
        />
        {count > 0 && !isClosed && <span className="text-xs">{count}</span>}
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
