import { getTranslations } from 'next-intl/server';
import { Badge, StatusBadge } from '@/components/ui/badge';
import type { BookingCard } from '@/lib/bookings/model';

/** How it stands; a request that waits for the borrower is shown as the question it is. */
export async function BookingBadge({ booking }: { booking: Pick<BookingCard, 'status' | 'turn'> }) {
  const t = await getTranslations('bookings.list');
  if (booking.status !== 'requested' || booking.turn !== 'borrower') {
    return <StatusBadge status={booking.status} />;
  }
  return (
    <Badge tone="marigold" icon="ask">
      {t('asked')}
    </Badge>
  );
}
