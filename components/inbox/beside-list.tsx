import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilitySign } from '@/components/ui/availability-sign';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { Name } from '@/components/ui/name';
import type { Beside, Placed } from '@/lib/inbox/model/day';
import { comma, formatPeriod, formatTime } from '@/lib/platform/date-format';
import { dayOf, lastDayOf, timeOf, type Period } from '@/lib/platform/dates';
import type { Locale } from '@/lib/platform/i18n/locales';

type BesideListProps = { beside: Beside; request: Placed };

/** What else the owner has on that day, so that nobody has to look it up before answering. */
export async function BesideList({ beside, request }: BesideListProps) {
  const [t, locale] = await Promise.all([getTranslations('inbox.beside'), getLocale()]);
  if (beside.neighbours.length === 0) {
    return (
      <p className="flex items-center gap-1.5 text-sm text-muted">
        <Icon name="calendar" className="size-4.5" />
        {t('nothing')}
      </p>
    );
  }
  return (
    <section className="rounded-md bg-sunken px-3.5 py-3 text-sm">
      <h4 className="mb-1.5 font-semibold">{t('title')}</h4>
      <ul className="space-y-1.5">
        {beside.neighbours.map((neighbour) => {
          const { id, kind, title, label, period, isSameThing, isAtSameTime } = neighbour;
          const time =
            hoursWords(t, hours(period, request), locale, request.zone) ??
            formatPeriod(period, locale, request.zone, 'short');
          return (
            <li key={id} className="flex gap-2">
              <AvailabilitySign
                state={kind === 'request' ? 'requested' : 'taken'}
                className="mt-1"
              />
              <span className="min-w-0">
                <span className="tabular-nums">{time}</span>{' '}
                <bdi className={cn(isSameThing && 'font-semibold')}>{title}</bdi>
                <span className="text-muted">
                  {' · '}
                  {kind === 'closure' ? (
                    label ? (
                      <bdi>{t('closureReason', { reason: label })}</bdi>
                    ) : (
                      t('closure')
                    )
                  ) : (
                    <Name>{label}</Name>
                  )}
                  {kind === 'request' && comma(locale) + t('request')}
                </span>
                {isAtSameTime && (
                  <span className={isSameThing ? 'font-semibold text-marigold-ink' : 'text-muted'}>
                    {comma(locale) + t('sameTime')}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {beside.more > 0 && <p className="mt-1.5 text-muted">{t('more', { count: beside.more })}</p>}
    </section>
  );
}

/** What of a period lies on the one day of the request; null when the request has several days. */
function hours(period: Period, { period: asked, zone }: Placed): Partial<Period> | null {
  const day = dayOf(asked.start, zone);
  if (day !== lastDayOf(asked, zone)) return null;
  const isFromMidnight =
    dayOf(period.start, zone) !== day || timeOf(period.start, zone) === '00:00';
  const isToMidnight = lastDayOf(period, zone) !== day || timeOf(period.end, zone) === '00:00';
  return {
    ...(isFromMidnight ? {} : { start: period.start }),
    ...(isToMidnight ? {} : { end: period.end }),
  };
}

type Words = Awaited<ReturnType<typeof getTranslations<'inbox.beside'>>>;

function hoursWords(t: Words, part: Partial<Period> | null, locale: Locale, zone: string) {
  if (!part) return null;
  const [start, end] = [part.start, part.end].map((at) => at && formatTime(at, locale, zone));
  if (start && end) return `${start}–${end}`;
  if (start) return t('from', { time: start });
  return end ? t('until', { time: end }) : t('allDay');
}
