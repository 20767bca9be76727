import { getLocale, getTranslations } from 'next-intl/server';
import { ChangeDecision } from '@/components/approvals/change-decision';
import { Confirmations } from '@/components/approvals/confirmations';
import { Decision } from '@/components/approvals/decision';
import { DecisionOutcome } from '@/components/approvals/decision-outcome';
import { Alternatives } from '@/components/bookings/alternatives';
import { OldNew } from '@/components/bookings/old-new';
import { Outcome } from '@/components/bookings/outcome';
import { HandoverActions } from '@/components/handover/handover-actions';
import { HandoverOutcome } from '@/components/handover/handover-outcome';
import { BookingPrice } from '@/components/prices/booking-price';
import { CancelFee } from '@/components/prices/cancel-fee';
import { Card } from '@/components/ui/card';
import { saysSomething } from '@/lib/prices/model';
import { quoteInWords } from '@/lib/prices/queries/words';
import { OfferCard } from '@/components/waiting/offer-card';
import { listConfirmables } from '@/lib/approvals/queries/confirmations';
import { isOwnersCancellation, type BookingDetail } from '@/lib/bookings/model';
import { findAlternatives } from '@/lib/bookings/queries/alternatives';
import { now } from '@/lib/platform/clock';
import type { Locale } from '@/lib/platform/i18n/locales';
import { shortMoney } from '@/lib/platform/money';
import { paths } from '@/lib/platform/paths';
import { readFee, readQuote } from '@/lib/prices/schema/quote';

/** What the owner's approvers can decide and note here; nothing for others. */
export async function BookingDecision({ booking }: { booking: BookingDetail }) {
  const { change, standing, zone } = booking;
  const t = await getTranslations('approvals.change');
  if (standing.isDecider && change) {
    return (
      <Card as="section" className="space-y-3">
        <h2 className="text-lg">{t('wishTitle', { borrower: booking.borrower })}</h2>
        <OldNew from={change.from} to={change.to} zone={zone} />
        {change.note && (
          <p dir="auto" className="border-s-3 border-line ps-3 whitespace-pre-line">
            {change.note}
          </p>
        )}
        <ChangeDecision
          bookingId={booking.id}
          changeId={change.id}
          place="booking"
          borrower={booking.borrower}
        />
      </Card>
    );
  }
  if (!standing.isDecider || booking.status !== 'requested') {
    return <HandoverActions booking={booking} />;
  }
  return (
    <Decision
      bookingId={booking.id}
      place="booking"
      borrower={booking.borrower}
      isAsked={booking.turn === 'borrower'}
    />
  );
}

/** What must be confirmed before it goes out: told to who borrows, confirmed by who lends. */
export async function BookingConfirmations({ booking }: { booking: BookingDetail }) {
  const { id, organisationId, status, standing, borrower, zone } = booking;
  const isAhead = status === 'requested' || status === 'approved';
  if (!(standing.isDecider || standing.isBorrower) || !isAhead) return null;
  const wanted = await listConfirmables([booking]);
  return (
    <Confirmations
      isDecider={standing.isDecider}
      bookingId={id}
      organisationId={organisationId}
      borrower={borrower}
      zone={zone}
      wanted={wanted.get(id) ?? []}
    />
  );
}

/** A slot from the waiting list, for those it is held for; once it ran out there is nothing to answer. */
export function BookingOffer({ booking }: { booking: BookingDetail }) {
  const { id, status, standing, holdExpiresAt } = booking;
  const isOpen = status === 'offered' && (holdExpiresAt === null || holdExpiresAt > now());
  if (!isOpen || !standing.isBorrower) return null;
  return <OfferCard bookingId={id} />;
}

const WITHOUT_LUCK: readonly BookingDetail['status'][] = ['declined', 'passed_over', 'expired'];

/** What else would do, for who asked and did not get it. */
export async function BookingAlternatives({ booking, locale }: BookingAlternativesProps) {
  const { status, standing, thing, poolSlug, resourceId, organisationId, period, zone } = booking;
  const isWithoutLuck = WITHOUT_LUCK.includes(status) || isOwnersCancellation(booking);
  if (!isWithoutLuck || !standing.isBorrower || !thing || period.start <= now()) return null;
  const wish = { resourceId, organisationId, period, zone, quantity: booking.quantity };
  const choices = await findAlternatives(wish);
  return (
    choices && (
      <Alternatives
        choices={choices}
        timesPath={paths.resource(locale, poolSlug, thing.slug)}
        thingsPath={paths.resource(locale, poolSlug, '')}
        waitingPath={paths.waiting(locale, poolSlug, thing.slug)}
      />
    )
  );
}

type BookingAlternativesProps = { booking: BookingDetail; locale: Locale };

/** What came of the press that led here. */
export function BookingOutcome({ booking, after }: { booking: BookingDetail; after: unknown }) {
  if (after === 'handover') return <HandoverOutcome booking={booking} />;
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
