import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { BookingDetail } from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { formatSoon } from '@/lib/platform/date-format';
import { dayOf, addDays } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';

const WEEKS = 14;

/** What came of the last tap; after damage, the way to who is affected. */
export async function HandoverOutcome({ booking }: { booking: BookingDetail }) {
  const [t, locale] = await Promise.all([getTranslations('handover.after'), getLocale()]);
  const { thing, borrower, owner, status, period, zone, standing, story, condition } = booking;
  const title = thing?.title ?? '';
  const last = story.at(-1)?.action;
  if (!booking.isLastActMine) {
    return <Notice tone="attention">{t('late', { title })}</Notice>;
  }
  if (last === 'damaged') {
    const other = standing.isBorrower ? owner : borrower;
    return (
      <Notice tone="done" title={t('told', { other })} action={<Affected booking={booking} />}>
        {standing.isDecider && <p>{t('affected')}</p>}
      </Notice>
    );
  }
  if (status === 'handed_over') {
    const end = formatSoon(period.end, now(), locale, zone);
    return <Notice tone="done">{t('out', { title, borrower, end })}</Notice>;
  }
  if (status === 'no_show') return <Notice tone="done">{t('noShow', { title })}</Notice>;
  if (status !== 'returned') return null;
  if (condition === 'fine') return <Notice tone="done">{t('back', { title })}</Notice>;
  return (
    <Notice
      tone="attention"
      title={t('backDamaged', { title })}
      action={<Affected booking={booking} />}
    >
      <p>{t('affected')}</p>
    </Notice>
  );
}

async function Affected({ booking }: { booking: BookingDetail }) {
  if (!booking.standing.isDecider) return null;
  const [t, locale] = await Promise.all([getTranslations('handover.after'), getLocale()]);
  const today = dayOf(now(), booking.zone);
  const query = { from: today, to: addDays(today, WEEKS) };
  return (
    <LinkButton
      href={paths.withdrawResource(locale, booking.resourceId, query)}
      variant="quiet"
      size="small"
    >
      {t('seeAffected')}
    </LinkButton>
  );
}
