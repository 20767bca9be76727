import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { WhenFields } from '@/components/availability/when-fields.client';
import { daysWords, monthWords } from '@/components/availability/when-words';
import { CancelSheet } from '@/components/bookings/cancel-sheet';
import { AffectedList } from '@/components/handover/affected-list';
import { DaysForm, WithdrawForm } from '@/components/handover/withdraw-form';
import { Page } from '@/components/layout/page';
import { Notice } from '@/components/ui/notice';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import type { Affected } from '@/lib/handover/model';
import { listStanding } from '@/lib/handover/queries';
import { findEditableResource } from '@/lib/listings/queries/owner';
import { wholeDays } from '@/lib/availability/model';
import { canApprove } from '@/lib/organisations/model';
import { findMyOrganisation } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { addDays, dayOf, isDay, periodOfDays } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('handover.withdraw');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ from?: string; to?: string; done?: string }>;
};

const TWO_WEEKS = 14;

/** Something broke: who counts on it, what else would do, and take it out of lending. */
export default async function WithdrawPage({ params, searchParams }: Props) {
  await requireViewer();
  const [{ id }, query, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('handover.withdraw'),
    getLocale(),
  ]);
  const resource = await findEditableResource(id);
  const mine = resource && (await findMyOrganisation(resource.organisation.id));
  if (!resource || !mine || !canApprove(mine.role)) notFound();
  const { zone, slug: poolSlug } = resource.pool;
  const today = dayOf(now(), zone);
  const from = isDay(query.from) ? query.from : today;
  const last = isDay(query.to) ? query.to : addDays(from, TWO_WEEKS);
  const to = last < from ? from : last;
  const standing = await listStanding(id, periodOfDays(from, to, zone));
  const affected = standing.ok ? standing.value : [];
  const isDone = query.done === 'yes';
  const here = paths.withdrawResource(locale, id, { from, to, ...(isDone ? { done: 'yes' } : {}) });
  const cancel = (booking: Affected) =>
    booking.status === 'approved' ? (
      <CancelSheet
        booking={{ id: booking.id, owner: mine.name, borrower: booking.borrower }}
        side="owner"
        next={here}
        words={t('kindWords', { thing: resource.name })}
      />
    ) : (
      <LinkButton href={paths.booking(locale, booking.id)} variant="quiet" size="small">
        {t('toBooking')}
      </LinkButton>
    );
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('title')}
        lead={resource.name}
        back={{
          href: paths.editResource(locale, id, { show: 'lending' }),
          label: t('toResource'),
        }}
      />
      <div className="space-y-6">
        {isDone && (
          <div role="status">
            <Notice tone="done" title={t('done')}>
              <p>{t('doneText', { count: affected.length })}</p>
            </Notice>
          </div>
        )}
        {!isDone && <p>{t('text')}</p>}
        {!isDone && (
          <DaysForm from={from} to={to} zone={zone}>
            <WhenFields
              given={wholeDays(from, to)}
              words={daysWords(t('from'), t('to'))}
              today={today}
              month={await monthWords()}
            />
          </DaysForm>
        )}
        <section aria-labelledby="affected" className="space-y-3">
          <h2 id="affected" className="text-lg">
            {t('affected', { count: affected.length })}
          </h2>
          {affected.length > 0 && <p className="text-muted">{t('affectedText')}</p>}
          <AffectedList bookings={affected} zone={zone} poolSlug={poolSlug} cancel={cancel} />
        </section>
        {!isDone && <WithdrawForm resourceId={id} zone={zone} from={from} to={to} />}
      </div>
    </Page>
  );
}
