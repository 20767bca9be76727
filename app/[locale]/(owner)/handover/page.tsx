import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Confirmations } from '@/components/approvals/confirmations';
import { LiveBookings } from '@/components/bookings/live-bookings';
import { ThingPicture } from '@/components/bookings/thing-picture';
import { HandoverCard } from '@/components/handover/handover-card';
import { HandoverOutcome } from '@/components/handover/handover-outcome';
import { Page } from '@/components/layout/page';
import { UnsentHere } from '@/components/layout/unsent-here.client';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { isMissing } from '@/lib/approvals/model';
import { listConfirmables } from '@/lib/approvals/queries/confirmations';
import { stampOf } from '@/lib/bookings/model';
import { findBooking } from '@/lib/bookings/queries/booking';
import { listHandovers } from '@/lib/bookings/queries/handover';
import { handoverDay, HANDOVER_SECTIONS, countToDo } from '@/lib/handover/model';
import { canApprove } from '@/lib/organisations/model';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { paths } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('handover');
  return { title: t('title') };
}

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export default async function HandoverPage({ searchParams }: Props) {
  await requireViewer();
  const [{ after }, organisations, t, locale] = await Promise.all([
    searchParams,
    listMyOrganisations(),
    getTranslations('handover'),
    getLocale(),
  ]);
  const ids = organisations.filter(({ role }) => canApprove(role)).map(({ id }) => id);
  const [bookings, last] = await Promise.all([
    listHandovers(ids),
    typeof after === 'string' ? findBooking(after) : null,
  ]);
  const day = handoverDay(bookings, now());
  const confirmables = await listConfirmables([...day.out, ...day.tomorrow]);
  const isEmpty = HANDOVER_SECTIONS.every((section) => day[section].length === 0);
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={!isEmpty && t('lead', { count: countToDo(day) })}
        back={{ href: paths.inbox(locale), label: t('toInbox') }}
      />
      {last && (
        <div role="status" className="mb-6">
          <HandoverOutcome booking={last} />
        </div>
      )}
      <UnsentHere
        forms={['hand-over', 'take-back', 'take-back-flawed', 'no-show', 'report-damage']}
      />
      {isEmpty && (
        <EmptyState
          picture={<Scene name="done" />}
          title={t('emptyTitle')}
          action={
            <LinkButton href={paths.inbox(locale)} variant="quiet" icon="inbox">
              {t('toInbox')}
            </LinkButton>
          }
        >
          {t('emptyText')}
        </EmptyState>
      )}
      {HANDOVER_SECTIONS.map(
        (section) =>
          day[section].length > 0 && (
            <section key={section} className="mt-6 first:mt-0">
              <h2 className="mb-2.5 text-base text-muted">{t(`sections.${section}`)}</h2>
              <ul className="space-y-4">
                {day[section].map((booking) => (
                  <HandoverCard
                    key={booking.id}
                    booking={booking}
                    section={section}
                    isMissing={isMissing(confirmables.get(booking.id) ?? [])}
                    confirm={
                      <Confirmations
                        bookingId={booking.id}
                        organisationId={booking.organisationId}
                        borrower={booking.borrower}
                        zone={booking.zone}
                        wanted={confirmables.get(booking.id) ?? []}
                      />
                    }
                    picture={
                      <ThingPicture thing={booking.thing} className="w-22 self-start rounded-md" />
                    }
                  />
                ))}
              </ul>
            </section>
          ),
      )}
      <LiveBookings organisationIds={ids} stamp={stampOf(bookings)} says={t('changed')} />
    </Page>
  );
}
