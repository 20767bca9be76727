import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookingGroups } from '@/components/bookings/booking-groups';
import { LiveBookings } from '@/components/bookings/live-bookings';
import { NoBookings } from '@/components/bookings/no-bookings';
import { OrganisationFilter } from '@/components/bookings/organisation-filter';
import { PastBookings } from '@/components/bookings/past-bookings';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { groupByTime } from '@/lib/bookings/model';
import { listPastBookings, listUpcomingBookings, PAST_PAGE } from '@/lib/bookings/queries/borrowing';
import { organisationKey } from '@/lib/organisations/model';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bookings.list');
  return { title: t('title') };
}

type Params = { organisation?: string | string[]; past?: string | string[] };

export default async function BookingsPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireViewer();
  const [{ organisation, past }, organisations, t, locale] = await Promise.all([
    searchParams,
    listMyOrganisations(),
    getTranslations('bookings'),
    getLocale(),
  ]);
  const chosen = organisations.find(
    (mine) => organisationKey(mine, organisations) === organisation,
  );
  const ids = (chosen ? [chosen] : organisations).map(({ id }) => id);
  const limit = Math.min(Math.max(Number(past) || PAST_PAGE, PAST_PAGE), 600);
  const [upcoming, over] = await Promise.all([
    listUpcomingBookings(ids),
    listPastBookings(ids, limit),
  ]);
  const withBorrower = organisations.length > 1 && !chosen;
  return (
    <Page>
      <PageHeader title={t('list.title')} />
      <OrganisationFilter organisations={organisations} chosen={chosen ?? null} />
      {upcoming.length === 0 && (
        <NoBookings isMember={organisations.length > 0} hasPast={over.length > 0} locale={locale} />
      )}
      <BookingGroups groups={groupByTime(upcoming, now())} withBorrower={withBorrower} />
      <PastBookings
        bookings={over}
        limit={limit}
        chosen={chosen ?? null}
        withBorrower={withBorrower}
      />
      <LiveBookings
        organisationIds={ids}
        stamp={upcoming.map(({ id, version }) => `${id}.${String(version)}`).join(' ')}
        says={t('live.changed')}
      />
    </Page>
  );
}
