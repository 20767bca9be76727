import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DraftView } from '@/components/events/draft-view';
import { EventView } from '@/components/events/event-view';
import { LiveEvent } from '@/components/events/live-event';
import { Page } from '@/components/layout/page';
import { findEvent } from '@/lib/events/queries/event';
import { listOffers } from '@/lib/events/queries/offers';
import { requireViewer } from '@/lib/platform/auth/viewer';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [event, t] = await Promise.all([
    findEvent((await params).id),
    getTranslations('events.list'),
  ]);
  return { title: event?.title ?? t('title') };
}

export default async function EventPage({ params, searchParams }: Props) {
  await requireViewer();
  const [{ id }, { after }] = await Promise.all([params, searchParams]);
  const event = await findEvent(id);
  if (!event) notFound();
  const offers = await listOffers(id);
  return (
    <Page>
      {event.status === 'draft' ? (
        <DraftView event={event} offers={offers} />
      ) : (
        <EventView
          event={event}
          offers={offers}
          after={typeof after === 'string' ? after : undefined}
        />
      )}
      <LiveEvent organisationIds={[event.borrower.id]} />
    </Page>
  );
}
