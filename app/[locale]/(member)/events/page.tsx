import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EventList } from '@/components/events/event-list';
import { LiveEvent } from '@/components/events/live-event';
import { Page } from '@/components/layout/page';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { listEvents } from '@/lib/events/queries/list';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { paths } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('events.list');
  return { title: t('title') };
}

export default async function EventsPage() {
  await requireViewer();
  const [organisations, t, locale] = await Promise.all([
    listMyOrganisations(),
    getTranslations('events.list'),
    getLocale(),
  ]);
  const ids = organisations.map(({ id }) => id);
  const events = await listEvents(ids);
  const isOver = ({ period, status }: (typeof events)[number]) =>
    period.end <= now() || status === 'cancelled';
  const withBorrower = organisations.length > 1;
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      {events.length === 0 ? (
        <EmptyState
          picture={<Scene name="empty-bookings" />}
          title={ids.length > 0 ? t('emptyTitle') : t('noOrganisationTitle')}
          action={
            ids.length > 0 ? (
              <LinkButton href={paths.newEvent(locale)} icon="plus">
                {t('plan')}
              </LinkButton>
            ) : (
              <LinkButton href={paths.newOrganisation(locale)} icon="plus" variant="quiet">
                {t('noOrganisationAction')}
              </LinkButton>
            )
          }
        >
          {ids.length > 0 ? t('emptyText') : t('noOrganisationText')}
        </EmptyState>
      ) : (
        <LinkButton href={paths.newEvent(locale)} icon="plus">
          {t('plan')}
        </LinkButton>
      )}
      <EventList
        title={t('running')}
        events={events.filter((event) => !isOver(event)).reverse()}
        withBorrower={withBorrower}
      />
      <EventList title={t('past')} events={events.filter(isOver)} withBorrower={withBorrower} />
      <LiveEvent organisationIds={ids} />
    </Page>
  );
}
