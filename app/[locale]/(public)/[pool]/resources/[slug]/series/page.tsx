import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { PlanForm } from '@/components/series/plan-fields';
import { LiveRefresh } from '@/components/ui/live-refresh.client';
import { PageHeader } from '@/components/ui/page-header';
import { firstOf, type SearchParams } from '@/lib/listings/model';
import { now } from '@/lib/platform/clock';
import { dayOf } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';
import { findSeries } from '@/lib/series/queries/series';
import { thingOf, type ThingParams } from '../thing';
import { readPlan } from './address';
import { ExtendPlan } from './extend-plan';
import { PlanAnswer } from './plan-answer';

type Props = { params: Promise<ThingParams>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ thing }, t] = await Promise.all([params.then(thingOf), getTranslations('series.plan')]);
  return { title: t('titleOf', { thing: thing.title }) };
}

/** Asking for a thing regularly: say how often, look at every date, choose, send. */
export default async function PlanSeriesPage({ params, searchParams }: Props) {
  const [ground, t, search] = await Promise.all([
    params.then(thingOf),
    getTranslations('series.plan'),
    searchParams,
  ]);
  const { locale, pool, thing } = ground;
  const today = dayOf(now(), pool.zone);
  const address = readPlan(search, today);
  const extended = search.extend === undefined ? null : await findSeries(firstOf(search.extend));
  if (extended?.standing.isBorrower) {
    return (
      <Page className="pb-0">
        <PageHeader
          title={t('extendTitle')}
          lead={thing.title}
          back={{ href: paths.series(locale, extended.id), label: t('backSeries') }}
        />
        <ExtendPlan
          series={extended}
          until={firstOf(search.until)}
          from={firstOf(search.from)}
          today={today}
        />
      </Page>
    );
  }
  return (
    <Page className="pb-0">
      <PageHeader
        title={t('title')}
        lead={thing.title}
        back={{ href: paths.resource(locale, pool.slug, thing.slug), label: t('back') }}
      />
      <div className="space-y-8">
        <PlanForm
          action={paths.planSeries(locale, pool.slug, thing.slug)}
          values={address.values}
          today={today}
          stock={thing.quantity}
          errors={Object.fromEntries(address.faults.map((fault) => [fault, t(`faults.${fault}`)]))}
        />
        {address.plan && (
          <PlanAnswer
            ground={ground}
            values={address.values}
            plan={address.plan.plan}
            organisation={typeof search.for === 'string' ? search.for : undefined}
          />
        )}
      </div>
      <LiveRefresh topic={`pool:${pool.id}`} events={['availability_changed']} />
    </Page>
  );
}
