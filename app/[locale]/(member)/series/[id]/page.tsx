import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LiveBookings } from '@/components/bookings/live-bookings';
import { Page } from '@/components/layout/page';
import { DecideForm } from '@/components/series/decide-form';
import { SeriesView } from '@/components/series/series-view';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { findSeries } from '@/lib/series/queries/series';
import { besideDates } from './beside-dates';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [series, t] = await Promise.all([
    findSeries((await params).id),
    getTranslations('series.detail'),
  ]);
  return { title: series?.thing?.title ?? t('title') };
}

export default async function SeriesPage({ params, searchParams }: Props) {
  await requireViewer();
  const [{ id }, { after }] = await Promise.all([params, searchParams]);
  const [series, t] = await Promise.all([findSeries(id), getTranslations('series.detail')]);
  if (!series) notFound();
  const { standing, occurrences } = series;
  const stamp = occurrences
    .map(({ on, state, booking }) => `${on}${state}${String(booking?.version ?? 0)}`)
    .join(' ');
  return (
    <Page>
      <SeriesView
        series={series}
        after={typeof after === 'string' ? after : undefined}
        decision={
          standing.isDecider && <DecideForm series={series} beside={await besideDates(series)} />
        }
      />
      <LiveBookings
        organisationIds={[...new Set([series.organisationId, series.ownerId])]}
        stamp={stamp}
        says={t('changed')}
      />
    </Page>
  );
}
