import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilitySign } from '@/components/ui/availability-sign';
import { cn } from '@/components/ui/cn';
import { wholeDays, whenOf, type AskedSpan, type Piece, type When } from '@/lib/availability/model';
import { formatDay, formatTime } from '@/lib/platform/date-format';
import { startOfDay, addDays, type Day } from '@/lib/platform/dates';
import type { Locale } from '@/lib/platform/i18n/locales';

type DayViewProps = {
  day: Day;
  /** Why nothing begins or ends on this day. */
  closed: string | undefined;
  /** What is left of the day, in pieces. */
  pieces: Piece[];
  /** What others ask for on this day without holding it. */
  asked: AskedSpan[];
  stock: number;
  zone: string;
  whenHref: (when: When) => string;
  /** Where one waits for a time that is taken; null where nobody does. */
  waitingHref: ((when: When) => string) | null;
};

const LINE = 'flex min-h-11 items-center gap-2.5 rounded-md px-3 py-1.5 tabular-nums';

/** The hours of one day; a free stretch is a link that takes it. */
export async function DayView(props: DayViewProps) {
  const { day, closed, pieces, asked, stock, zone, whenHref, waitingHref } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations('availability')]);
  const dayEnd = startOfDay(addDays(day, 1), zone);
  const isWhole = pieces.length === 1;
  return (
    <section
      aria-label={t('hours.title', { day: formatDay(day, locale, 'full') })}
      aria-live="polite"
    >
      <h3 className="mb-1 text-base">{formatDay(day, locale, 'full')}</h3>
      <ul className="divide-y divide-line overflow-hidden rounded-lg bg-surface shadow-card">
        {closed !== undefined && (
          <li className={LINE}>
            <AvailabilitySign state="closed" />
            <span className="font-medium">{closed}</span>
          </li>
        )}
        {(closed === undefined ? pieces : []).map((piece) => {
          const hours = isWhole
            ? t('hours.allDay')
            : hoursOf(piece, { locale, zone, dayEnd, midnight: t('hours.midnight') });
          const words =
            piece.free > 0 && stock > 1
              ? t('some', { free: piece.free, stock })
              : t(`state.${piece.state}`, { stock });
          const content = (
            <>
              <AvailabilitySign state={piece.state} />
              <span className="font-medium">{hours}</span>
              <span className={cn('ms-auto text-sm', piece.free > 0 ? 'text-leaf' : 'text-muted')}>
                {words}
              </span>
            </>
          );
          const chosen = isWhole ? wholeDays(day) : whenOf(piece, zone);
          return (
            <li key={piece.start.getTime()}>
              {piece.free > 0 ? (
                <Link
                  href={whenHref(chosen)}
                  scroll={false}
                  prefetch={false}
                  className={cn(LINE, 'hover:bg-leaf-soft')}
                >
                  {content}
                </Link>
              ) : waitingHref ? (
                <Link
                  href={waitingHref(chosen)}
                  prefetch={false}
                  className={cn(LINE, 'flex-wrap hover:bg-leaf-soft')}
                >
                  {content}
                  <span className="text-sm font-semibold text-leaf">{t('wait')}</span>
                </Link>
              ) : (
                <span className={LINE}>{content}</span>
              )}
            </li>
          );
        })}
      </ul>
      {asked.length > 0 && (
        <div className="mt-3 flex gap-2.5 text-sm">
          <AvailabilitySign state="requested" className="mt-1" />
          <div>
            <ul className="tabular-nums">
              {asked.map(({ start, end, requests }) => (
                <li key={start.getTime()}>
                  {t('askedBy', {
                    hours: `${formatTime(start, locale, zone)}–${formatTime(end, locale, zone)}`,
                    count: requests,
                  })}
                </li>
              ))}
            </ul>
            <p className="text-muted">{t('askedText')}</p>
          </div>
        </div>
      )}
    </section>
  );
}

type HoursGround = { locale: Locale; zone: string; dayEnd: Date; midnight: string };

function hoursOf({ start, end }: Piece, { locale, zone, dayEnd, midnight }: HoursGround): string {
  const last = end.getTime() === dayEnd.getTime() ? midnight : formatTime(end, locale, zone);
  return `${formatTime(start, locale, zone)}–${last}`;
}
