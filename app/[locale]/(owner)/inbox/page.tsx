import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LiveBookings } from '@/components/bookings/live-bookings';
import { DecidedList } from '@/components/inbox/decided-list';
import { EmptyInbox } from '@/components/inbox/empty-inbox';
import { Today } from '@/components/inbox/today';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { stampOf } from '@/lib/bookings/model';
import { listAroundToday, listDecided, listRequests } from '@/lib/bookings/queries/lending';
import { besideRequest, daysAround, mergePeriods, movementsOn } from '@/lib/inbox/model/day';
import { listNeighbours } from '@/lib/inbox/queries';
import { canApprove } from '@/lib/organisations/model';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { listSeriesRequests } from '@/lib/series/queries/requests';
import { InboxOutcome } from './inbox-outcome';
import { RequestList } from './request-list';
import { SeriesList, SeriesOutcome } from './series-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inbox');
  return { title: t('title') };
}

type Props = {
  searchParams: Promise<{ after?: string | string[]; afterSeries?: string | string[] }>;
};

export default async function InboxPage({ searchParams }: Props) {
  await requireViewer();
  const [{ after, afterSeries }, organisations, t] = await Promise.all([
    searchParams,
    listMyOrganisations(),
    getTranslations('inbox'),
  ]);
  const ids = organisations.filter(({ role }) => canApprove(role)).map(({ id }) => id);
  const [requests, series, around, decided] = await Promise.all([
    listRequests(ids),
    listSeriesRequests(ids),
    listAroundToday(ids),
    listDecided(ids),
  ]);
  const open = requests.filter(({ turn }) => turn === 'owner');
  const waiting = requests.filter(({ turn }) => turn === 'borrower');
  const days = open.map(({ period, zone }) => daysAround(period, zone));
  const neighbours = await listNeighbours(ids, mergePeriods(days));
  const beside = new Map(open.map((request) => [request.id, besideRequest(request, neighbours)]));
  const everything = [...requests, ...series.flatMap(({ dates }) => dates), ...decided];
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={ids.length > 0 && t('lead', { count: open.length + series.length })}
      />
      {typeof after === 'string' && <InboxOutcome bookingId={after} />}
      {afterSeries !== undefined && <SeriesOutcome />}
      <Today movements={movementsOn(around, now())} />
      <SeriesList requests={series} />
      <RequestList title={t('open')} requests={open} beside={beside} />
      {open.length + series.length === 0 && (
        <EmptyInbox isDecider={ids.length > 0} hasHistory={everything.length + around.length > 0} />
      )}
      <RequestList title={t('waiting')} requests={waiting} beside={beside} />
      <DecidedList bookings={decided} />
      <LiveBookings organisationIds={ids} stamp={stampOf(everything)} says={t('changed')} />
    </Page>
  );
}
