import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { nextStep, type BookingDetail } from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { paths } from '@/lib/platform/paths';
import { AnswerForm } from './answer-form';
import { BookingBadge } from './booking-badge';
import { BookingFacts } from './booking-facts';
import { BookingLinks } from './booking-links';
import { ContactCard } from './contact-card';
import { NextStepNotice } from './next-step';
import { OpenWish } from './open-wish';
import { Story } from './story';
import { ThingPicture } from './thing-picture';

type BookingViewProps = {
  booking: BookingDetail;
  /** What the owner can decide, for those who may. */
  decision: ReactNode;
  /** What came of the last press. */
  outcome: ReactNode;
  /** What it costs, and what calling it off would. */
  price: ReactNode;
  cancelFee: ReactNode;
  /** What other features offer besides. */
  more: ReactNode;
};

export async function BookingView(props: BookingViewProps) {
  const { booking, decision, outcome, price, cancelFee, more } = props;
  const [t, locale] = await Promise.all([getTranslations('bookings'), getLocale()]);
  const { standing, thing, poolSlug, ownerContact, borrowerContact } = booking;
  const { isBorrower, isDecider } = standing;
  const title = thing?.title ?? t('detail.title');
  const isMyTurn = nextStep(booking, standing, now()) === 'answer';
  const contacts = isBorrower
    ? [ownerContact]
    : isDecider
      ? [borrowerContact]
      : [ownerContact, borrowerContact];
  const picture = <ThingPicture thing={thing} className="max-h-44 w-full rounded-lg sm:max-h-64" />;
  return (
    <>
      <PageHeader
        title={title}
        back={
          isBorrower || !isDecider
            ? { href: paths.bookings(locale), label: t('detail.back') }
            : { href: paths.inbox(locale), label: t('detail.backInbox') }
        }
        aside={<BookingBadge booking={booking} />}
      />
      <div className="space-y-5">
        {outcome}
        <NextStepNotice booking={booking} />
        {!isBorrower && !isDecider && <p className="text-sm text-muted">{t('detail.observer')}</p>}
        {isMyTurn && <AnswerForm booking={booking} />}
        <OpenWish booking={booking} />
        {decision}
        {thing ? (
          <Link
            href={paths.resource(locale, poolSlug, thing.slug)}
            aria-label={title}
            className="block"
          >
            {picture}
          </Link>
        ) : (
          picture
        )}
        <section>
          <h2 className="sr-only">{t('detail.facts')}</h2>
          <BookingFacts booking={booking} />
        </section>
        {price}
        {contacts.map(
          (contact) =>
            contact && <ContactCard key={contact.slug} contact={contact} subject={title} />,
        )}
        <BookingLinks booking={booking} more={more} cancelFee={cancelFee} />
        <Story booking={booking} />
      </div>
    </>
  );
}
