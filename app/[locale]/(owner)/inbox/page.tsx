import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { LiveBookings } from '@/components/bookings/live-bookings';
import { DecidedList } from '@/components/inbox/decided-list';
import { EmptyInbox } from '@/components/inbox/empty-inbox';
import { Keys } from '@/components/inbox/keys';
import { Today } from '@/components/inbox/today';
import { WaitingForUs } from '@/components/waiting/waiting-for-us';
import { Page } from '@/components/layout/page';
import { UnsentHere } from '@/components/layout/unsent-here.client';
import { PushQuestion } from '@/components/push/push-question';
import { PageHeader } from '@/components/ui/page-header';
import { listConfirmables } from '@/lib/approvals/queries/confirmations';
import { stampOf } from '@/lib/bookings/model';
import { listOpenChanges } from '@/lib/bookings/queries/change';
import { listHandovers } from '@/lib/bookings/queries/handover';
import { listDecided, listRequests } from '@/lib/bookings/queries/lending';
import { handoverDay } from '@/lib/handover/model';
import { whoseTurn } from '@/lib/inbox/model/asks';
import { besideRequest, daysAround, mergePeriods, movementsOn } from '@/lib/inbox/model/day';
import { listNeighbours } from '@/lib/inbox/queries';
import { canApprove } from '@/lib/organisations/model';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { pushKey } from '@/lib/platform/push/config';
import { listSeriesRequests } from '@/lib/series/queries/requests';
import { paths } from '@/lib/platform/paths';
import { listWaitingFor } from '@/lib/waiting/queries';
import { EventOutcome, InboxOutcome } from './inbox-outcome';
import { RequestList } from './request-list';
import { SeriesList, SeriesOutcome } from './series-list';
import { WishList } from './wish-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inbox');
  return { title: t('title') };
}

type Props = {
  searchParams: Promise<Partial<Record<'after' | 'event' | 'afterSeries', string | string[]>>>;
};

export default async function InboxPage({ searchParams }: Props) {
  await requireViewer();
  const [{ after, event, afterSeries }, organisations, t, locale] = await Promise.all([
    searchParams,
    listMyOrganisations(),
    getTranslations('inbox'),
    getLocale(),
  ]);
  const ids = organisations.filter(({ role }) => canApprove(role)).map(({ id }) => id);
  const [requests, series, around, decided, inLine, wishes] = await Promise.all([
    listRequests(ids),
    listSeriesRequests(ids),
    listHandovers(ids),
    listDecided(ids),
    listWaitingFor(ids),
    listOpenChanges(ids),
  ]);
  const { open, waiting } = whoseTurn(requests);
  const days = open.map(({ period, zone }) => daysAround(period, zone));
  const [neighbours, confirmables] = await Promise.all([
    listNeighbours(ids, mergePeriods(days)),
    listConfirmables(requests),
  ]);
  const beside = new Map(open.map((request) => [request.id, besideRequest(request, neighbours)]));
  const everything = [...requests, ...series.flatMap(({ dates }) => dates), ...decided, ...wishes];
  const day = handoverDay(around, now());
  const waitingForUs = open.length + series.length + wishes.length;
  return (
    <Page className="wide:max-w-6xl">
      <PageHeader
        title={t('title')}
        lead={ids.length > 0 && t('lead', { count: waitingForUs })}
        aside={waitingForUs > 0 && <Keys />}
      />
      {ids.length > 0 && (
        <div className="mb-6 empty:hidden">
          <PushQuestion pushKey={pushKey()} about="inbox" />
        </div>
      )}
      <UnsentHere forms={['approve-booking', 'decline-booking', 'ask-about-booking']} />
      {typeof after === 'string' && <InboxOutcome bookingId={after} />}
      {typeof event === 'string' && <EventOutcome eventId={event} ownerIds={ids} />}
      {afterSeries !== undefined && <SeriesOutcome />}
      {/* at a desk what is to be answered stands beside what is going on */}
      <div className="wide:grid wide:grid-cols-[minmax(0,1fr)_22rem] wide:grid-rows-[auto_1fr] wide:gap-x-10">
        {ids.length > 0 && (
          <div className="wide:col-start-2">
            <Today
              href={paths.handover(locale)}
              late={day.late.length}
              movements={movementsOn(around, now())}
            />
          </div>
        )}
        <div className="wide:col-start-1 wide:row-span-2 wide:row-start-1 wide:[&>section:first-child]:mt-0">
          <WishList title={t('wishes')} wishes={wishes} />
          <SeriesList requests={series} />
          <RequestList
            title={t('open')}
            requests={open}
            beside={beside}
            confirmables={confirmables}
          />
          {waitingForUs === 0 && (
            <EmptyInbox
              isDecider={ids.length > 0}
              hasHistory={everything.length + around.length > 0}
            />
          )}
          <RequestList
            title={t('waiting')}
            requests={waiting}
            beside={beside}
            confirmables={confirmables}
          />
        </div>
        <div className="wide:col-start-2">
          <WaitingForUs entries={inLine} />
          <DecidedList bookings={decided} />
        </div>
      </div>
      <LiveBookings organisationIds={ids} stamp={stampOf(everything)} says={t('changed')} />
    </Page>
  );
}
