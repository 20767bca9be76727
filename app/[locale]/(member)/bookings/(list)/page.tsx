import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AgainCard } from '@/components/bookings/again-card';
import { LiveBookings } from '@/components/bookings/live-bookings';
import { OrganisationFilter } from '@/components/bookings/organisation-filter';
import { PastBookings } from '@/components/bookings/past-bookings';
import { UpcomingBookings } from '@/components/bookings/upcoming-bookings';
import { KeepAlso } from '@/components/layout/keep-also.client';
import { UnsentHere } from '@/components/layout/unsent-here.client';
import { PlanLink } from '@/components/events/plan-link';
import { WaitingList } from '@/components/waiting/waiting-list';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { stampOf } from '@/lib/bookings/model';
import { lastBooking } from '@/lib/bookings/model/again';
import {
  listPastBookings,
  listUpcomingBookings,
  PAST_PAGE,
} from '@/lib/bookings/queries/borrowing';
import { countPlannedEvents } from '@/lib/events/queries/list';
import { organisationKey } from '@/lib/organisations/model';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { currentLocale, requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';
import { listOwnWaiting } from '@/lib/waiting/queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bookings.list');
  return { title: t('title') };
}

/** The next bookings open without network, also those nobody has looked at yet. */
const KEPT = 8;

type Params = Partial<Record<'organisation' | 'past' | 'ahead' | 'after', string | string[]>>;

export default async function BookingsPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireViewer();
  const [{ organisation, past, ahead, after }, organisations, locale, t] = await Promise.all([
    searchParams,
    listMyOrganisations(),
    currentLocale(),
    getTranslations('bookings'),
  ]);
  const chosen = organisations.find(
    (mine) => organisationKey(mine, organisations) === organisation,
  );
  const ids = (chosen ? [chosen] : organisations).map(({ id }) => id);
  const limit = Math.min(Math.max(Number(past) || PAST_PAGE, PAST_PAGE), 600);
  const [upcoming, over, planned, waiting] = await Promise.all([
    listUpcomingBookings(ids),
    listPastBookings(ids, limit),
    countPlannedEvents(ids),
    listOwnWaiting(ids),
  ]);
  const withBorrower = organisations.length > 1 && !chosen;
  const last = lastBooking(over, upcoming);
  return (
    <Page>
      <PageHeader title={t('list.title')} />
      {organisations.length > 0 && <PlanLink open={planned} />}
      {last && <AgainCard booking={last} />}
      <UnsentHere
        forms={['request-booking', 'answer-booking', 'cancel-booking', 'report-damage']}
      />
      <OrganisationFilter organisations={organisations} chosen={chosen ?? null} />
      <UpcomingBookings
        bookings={upcoming}
        hasPast={over.length > 0}
        isMember={organisations.length > 0}
        isAll={ahead !== undefined}
        chosen={chosen ?? null}
        withBorrower={withBorrower}
      />
      <WaitingList entries={waiting} withBorrower={withBorrower} isNew={after === 'waiting'} />
      <PastBookings
        bookings={over}
        limit={limit}
        chosen={chosen ?? null}
        withBorrower={withBorrower}
      />
      <KeepAlso pages={upcoming.slice(0, KEPT).map(({ id }) => paths.booking(locale, id))} />
      <LiveBookings organisationIds={ids} stamp={stampOf(upcoming)} says={t('live.changed')} />
    </Page>
  );
}
