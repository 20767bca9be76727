import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { cancelBookingAction } from '@/lib/bookings/actions';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { TextArea } from '@/components/ui/fields.client';
import type { BookingDetail, Turn } from '@/lib/bookings/model';
import { unbroken } from '@/lib/platform/unbroken';

type CancelSheetProps = {
  booking: Pick<BookingDetail, 'id' | 'owner' | 'borrower'>;
  side: Turn;
  /** What it costs, said before it is confirmed. */
  fee?: ReactNode;
  /** Where to go on instead of the booking. */
  next?: string;
  /** Words to begin with. */
  words?: string;
};

/** Says what calling off means for the other side, and asks once. */
export async function CancelSheet({ booking, side, fee, next, words }: CancelSheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('bookings'),
    getTranslations('common.action'),
  ]);
  const someone = t('story.someone');
  return (
    <ConfirmSheet
      trigger={t('cancel.action')}
      look={{ variant: 'ghost', size: 'small' }}
      title={t('cancel.title')}
      closeLabel={common('close')}
      text={
        side === 'borrower'
          ? t('cancel.borrowerText', { owner: unbroken(booking.owner) || someone })
          : t('cancel.ownerText', { borrower: unbroken(booking.borrower) || someone })
      }
      confirm={t('cancel.confirm')}
      danger
      action={cancelBookingAction}
      queue="cancel-booking"
    >
      <input type="hidden" name="bookingId" value={booking.id} />
      {next && <input type="hidden" name="next" value={next} />}
      {fee}
      <TextArea
        name="note"
        label={t('cancel.note')}
        defaultValue={words}
        optional={common('optional')}
        rows={2}
        maxLength={2_000}
      />
    </ConfirmSheet>
  );
}
