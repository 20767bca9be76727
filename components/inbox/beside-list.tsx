import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilitySign } from '@/components/ui/availability-mark';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import type { OpenRequest } from '@/lib/bookings/model';
import type { Beside } from '@/lib/inbox/model/day';
import { formatPeriod, formatTime } from '@/lib/platform/date-format';
import { dayOf, lastDayOf, type Period } from '@/lib/platform/dates';
import type { Locale } from '@/lib/platform/i18n/locales';

type BesideListProps = { beside: Beside; request: OpenRequest };

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
          const time = hours(period, request, locale) ?? t('allDay');
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
                    <bdi>{label}</bdi>
                  )}
                  {kind === 'request' && `, ${t('request')}`}
                </span>
                {isAtSameTime && (
                  <span className="font-semibold text-marigold-ink"> {t('sameTime')}</span>
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

/** Hours alone when it is about the one day of the request; null when it fills that day. */
function hours(period: Period, request: OpenRequest, locale: Locale): string | null {
  const { zone } = request;
  const day = dayOf(request.period.start, zone);
  const isOneDay = day === lastDayOf(request.period, zone);
  if (!isOneDay) return formatPeriod(period, locale, zone, 'short');
  const startsThatDay = dayOf(period.start, zone) === day;
  const endsThatDay = lastDayOf(period, zone) === day;
  const start = startsThatDay ? formatTime(period.start, locale, zone) : null;
  const end = endsThatDay ? formatTime(period.end, locale, zone) : null;
  const isFromMidnight = start === null || start === '00:00';
  const isToMidnight = end === null || end === '00:00';
  if (isFromMidnight && isToMidnight) return null;
  return `${start ?? '…'}–${end ?? '…'}`;
}
