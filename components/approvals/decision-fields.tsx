import type { DecisionPlace } from '@/lib/approvals/model';

type DecisionFieldsProps = { bookingId: string; place: DecisionPlace };

export function DecisionFields({ bookingId, place }: DecisionFieldsProps) {
  return (
    <>
      <input type="hidden" name="bookingId" value={bookingId} />
      <input type="hidden" name="place" value={place} />
    </>
  );
}
