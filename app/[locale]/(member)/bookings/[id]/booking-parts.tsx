import { getLocale, getTranslations } from 'next-intl/server';
import { Decision } from '@/components/approvals/decision';
import { DecisionOutcome } from '@/components/approvals/decision-outcome';
import { Outcome } from '@/components/bookings/outcome';
import { BookingPrice } from '@/components/prices/booking-price';
import { CancelFee } from '@/components/prices/cancel-fee';
import type { BookingDetail } from '@/lib/bookings/model';
import { saysSomething } from '@/lib/prices/model';
import { quoteInWords } from '@/lib/prices/queries/words';
import { shortMoney } from '@/lib/platform/money';
import { readFee, readQuote } from '@/lib/prices/schema/quote';

/** What the owner's approvers can decide here; nothing for others. */
export function BookingDecision({ booking }: { booking: BookingDetail }) {
  if (!booking.standing.isDecider || booking.status !== 'requested') return null;
  return (
    <Decision
      bookingId={booking.id}
      place="booking"
      borrower={booking.borrower}
      isAsked={booking.turn === 'borrower'}
    />
  );
}

/** What came of the press that led here. */
export function BookingOutcome({ booking, after }: { booking: BookingDetail; after: unknown }) {
  return after === 'decide' ? (
    <DecisionOutcome booking={booking} withLink={false} />
  ) : (
    <Outcome booking={booking} after={typeof after === 'string' ? after : undefined} />
  );
}

/** What it costs, as it was quoted; nothing where nobody said anything about money. */
export async function BookingQuote({ booking }: { booking: BookingDetail }) {
  const quote = readQuote(booking.price);
  if (!quote || !saysSomething(quote)) return null;
  const { owner, zone, status, lastDetails } = booking;
  const [t, locale, words] = await Promise.all([
    getTranslations('prices.booking'),
    getLocale(),
    quoteInWords(quote, { owner, zone, isSignedIn: true }),
  ]);
  const fee = status === 'cancelled' ? readFee(lastDetails) : undefined;
  const due = fee ? t('due', { fee: shortMoney(fee, quote.currency, locale) }) : null;
  return <BookingPrice quote={words} due={due} />;
}

/** What calling it off would cost now. */
export function BookingCancelFee({ booking }: { booking: BookingDetail }) {
  const quote = readQuote(booking.price);
  if (!quote) return null;
  const { status, owner, borrower, standing } = booking;
  const isBorrower = standing.mayCancelForBorrower;
  return <CancelFee {...{ quote, status, isBorrower, owner, borrower }} />;
}
