import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { BookingDetail } from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { formatSoon } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';

const CHANGES = ['change_granted', 'change_declined'] as const;

type DecisionOutcomeProps = {
  booking: Pick<
    BookingDetail,
    'id' | 'status' | 'turn' | 'thing' | 'borrower' | 'period' | 'zone' | 'isLastActMine' | 'story'
  >;
  withLink: boolean;
};

/** A calm word on what the press did, or that a colleague was first. Read from how it stands now. */
export async function DecisionOutcome({ booking, withLink }: DecisionOutcomeProps) {
  const [t, locale] = await Promise.all([getTranslations('approvals.after'), getLocale()]);
  const { id, status, borrower, period, zone } = booking;
  const action = withLink && (
    <LinkButton href={paths.booking(locale, id)} variant="quiet" size="small">
      {t('open')}
    </LinkButton>
  );
  const title = booking.thing?.title ?? '';
  const decided = CHANGES.find((known) => known === booking.story.at(-1)?.action);
  if (booking.isLastActMine && decided) {
    return (
      <Notice tone="done" title={t(decided)} action={action}>
        <p>{t(`${decided}Text`, { borrower })}</p>
      </Notice>
    );
  }
  if (!booking.isLastActMine || status === 'cancelled' || status === 'expired') {
    return (
      <Notice tone="attention" title={t('lateTitle')} action={action}>
        <p>{t(`late.${status}`, { title })}</p>
      </Notice>
    );
  }
  // The booking's own page says how it stands; twice would be once too often.
  if (!withLink) return null;
  if (status === 'approved') {
    const start = formatSoon(period.start, now(), locale, zone);
    return (
      <Notice tone="done" title={t('approved')} action={action}>
        <p>{t('approvedText', { borrower, start })}</p>
        <p className="text-sm">{t('undo')}</p>
      </Notice>
    );
  }
  const done = status === 'declined' ? 'declined' : 'asked';
  return (
    <Notice tone="done" title={t(done)} action={action}>
      <p>{t(`${done}Text`, { borrower })}</p>
    </Notice>
  );
}
