import { getTranslations } from 'next-intl/server';
import { mayReportDamage, type BookingDetail } from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { DamageSheet } from './damage-sheet';
import { HandOverForm } from './hand-over-form';
import { NoShowSheet } from './no-show-sheet';
import { ReturnForm } from './return-form';

const EARLY_MS = 7 * 86_400_000;

/** What the owner notes on the booking's own page; nothing for others. */
export async function HandoverActions({ booking }: { booking: BookingDetail }) {
  const { id, status, standing, period, borrower } = booking;
  if (!standing.isDecider) return null;
  if (status === 'handed_over') return <ReturnForm bookingId={id} place="booking" />;
  const at = now();
  const isNear = period.start.getTime() - at.getTime() < EARLY_MS;
  if (status !== 'approved' || !isNear) return null;
  const t = await getTranslations('handover');
  if (period.end <= at) {
    return (
      <div className="space-y-2">
        <p className="text-sm text-muted">{t('overText')}</p>
        <ReturnForm bookingId={id} place="booking" />
        <NoShowSheet bookingId={id} place="booking" borrower={borrower} />
      </div>
    );
  }
  return (
    <div className="space-y-1">
      <HandOverForm bookingId={id} place="booking" />
      {period.start <= at && <NoShowSheet bookingId={id} place="booking" borrower={borrower} />}
    </div>
  );
}

/** For both sides, among what else one can do. */
export function DamageLink({ booking }: { booking: BookingDetail }) {
  const { id, standing, owner, borrower } = booking;
  if (!mayReportDamage(booking, standing, now())) return null;
  return <DamageSheet bookingId={id} other={standing.isBorrower ? owner : borrower} />;
}
