import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { BookingDetail } from '@/lib/bookings/model';

type OutcomeProps = { booking: BookingDetail; after: string | undefined };

/** What came of the press that led here; nothing when somebody else was first: the page shows that. */
export async function Outcome({ booking, after }: OutcomeProps) {
  const t = await getTranslations('bookings');
  const last = booking.story.at(-1)?.action;
  if (!booking.isLastActMine) return null;
  if (after === 'cancel' && last === 'cancelled') {
    return <Notice tone="done">{t('cancel.done')}</Notice>;
  }
  if (after === 'accept' && last === 'accepted') {
    return (
      <Notice tone="done">
        {t(booking.status === 'approved' ? 'accepted.booked' : 'accepted.requested')}
      </Notice>
    );
  }
  if (after === 'answer' && last === 'answered') {
    return <Notice tone="done">{t('answer.done')}</Notice>;
  }
  const said = CHANGES.find((action) => action === last);
  if (after === 'change' && said) return <Notice tone="done">{t(`change.said.${said}`)}</Notice>;
  return null;
}

const CHANGES = ['changed', 'change_proposed', 'change_withdrawn'] as const;
