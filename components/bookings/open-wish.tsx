import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { withdrawChangeAction } from '@/lib/bookings/actions';
import type { BookingDetail } from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { formatSoon } from '@/lib/platform/date-format';
import { OldNew } from './old-new';

/** The borrower's wish that waits for an answer, and the way to take it back. */
export async function OpenWish({ booking }: { booking: BookingDetail }) {
  const { change, zone, standing, owner } = booking;
  if (!change || !standing.isBorrower) return null;
  const [t, locale] = await Promise.all([getTranslations('bookings.change'), getLocale()]);
  const until = formatSoon(change.expiresAt, now(), locale, zone);
  return (
    <Notice tone="attention" title={t('waiting', { owner })}>
      <div className="space-y-3">
        <p>{t('waitingText', { until })}</p>
        <OldNew from={change.from} to={change.to} zone={zone} />
        {standing.mayCancelForBorrower && (
          <ActionForm action={withdrawChangeAction}>
            <input type="hidden" name="bookingId" value={booking.id} />
            <input type="hidden" name="changeId" value={change.id} />
            <SubmitButton variant="quiet" size="small">
              {t('withdraw')}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </Notice>
  );
}
