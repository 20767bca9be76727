import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { LinkButton } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { HowItWorks } from '@/components/waiting/how-it-works';
import { JoinForm } from '@/components/waiting/join-form';
import { flawOf, fromNowOn, piecesOf, throughout, whenQuery } from '@/lib/availability/model';
import { listBusySpans } from '@/lib/availability/queries';
import type { SearchParams } from '@/lib/listings/model';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { getViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { formatPeriod } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';
import { countWaiting } from '@/lib/waiting/queries';
import { readPage } from '../address';
import { thingOf, type ThingParams } from '../thing';

type Props = { params: Promise<ThingParams>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ thing }, t] = await Promise.all([params.then(thingOf), getTranslations('waiting.join')]);
  return { title: `${t('title')} · ${thing.title}`, robots: { index: false } };
}

/** Waiting for a thing at a time that is taken: what that means, and one button. */
export default async function WaitingPage({ params, searchParams }: Props) {
  const [{ locale, pool, thing }, t] = await Promise.all([
    params.then(thingOf),
    getTranslations('waiting.join'),
  ]);
  const { when, quantity } = readPage(await searchParams, pool.zone);
  const query = {
    ...(when ? whenQuery(when) : {}),
    ...(quantity > 1 ? { n: String(quantity) } : {}),
  };
  const back = paths.resource(locale, pool.slug, thing.slug, query);
  const period = when && fromNowOn(when, pool.zone, now());
  const isPossible = period !== null && !flawOf(period) && period.start > now();
  const [viewer, organisations, spans, count] = await Promise.all([
    getViewer(),
    listMyOrganisations(),
    isPossible ? listBusySpans(thing.id, period) : null,
    isPossible ? countWaiting(thing.id, period) : null,
  ]);
  const stock = thing.quantity;
  const isFree =
    isPossible &&
    spans?.ok === true &&
    throughout(piecesOf(period, spans.value, stock), stock).free >= quantity;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead', { thing: thing.title })}
        back={{ href: back, label: t('back') }}
      />
      {!isPossible && <Notice tone="attention">{t('noTime')}</Notice>}
      {isFree && (
        <Notice
          tone="done"
          action={
            <LinkButton href={back} size="small">
              {t('ask')}
            </LinkButton>
          }
        >
          {t('free')}
        </Notice>
      )}
      {isPossible && !isFree && (
        <div className="space-y-6">
          <DefinitionList
            entries={[
              { term: t('when'), value: formatPeriod(period, locale, pool.zone, 'long') },
              ...(quantity > 1
                ? [{ term: t('quantity'), value: t('pieces', { count: quantity }) }]
                : []),
            ]}
          />
          <HowItWorks count={count ?? 0} />
          <JoinForm
            resourceId={thing.id}
            period={period}
            quantity={quantity}
            borrowers={
              viewer &&
              organisations
                .filter(({ pool: at, status }) => at.id === pool.id && status === 'admitted')
                .map(({ id, name }) => ({ id, name }))
            }
          />
        </div>
      )}
    </Page>
  );
}
