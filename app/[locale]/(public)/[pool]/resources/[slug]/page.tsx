import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { DetailFacts } from '@/components/listings/detail-facts';
import { DetailHeader } from '@/components/listings/detail-header';
import { Gallery } from '@/components/listings/gallery';
import { LanguageNote } from '@/components/listings/language-note';
import { Prose } from '@/components/listings/prose';
import { PriceList } from '@/components/prices/price-list';
import { OpeningHours } from '@/components/terms/opening-hours';
import { RuleList } from '@/components/terms/rule-list';
import { BackLink } from '@/components/ui/back-link';
import { LiveRefresh } from '@/components/ui/live-refresh.client';
import { Notice } from '@/components/ui/notice';
import { whenQuery } from '@/lib/availability/model';
import { firstOf, type SearchParams } from '@/lib/listings/model';
import { alternatesOf } from '@/lib/platform/alternates';
import { paths } from '@/lib/platform/paths';
import { addDays } from '@/lib/platform/dates';
import { findPricesOf } from '@/lib/prices/queries/prices';
import { hasOpening } from '@/lib/terms/model/rules';
import { listOpening } from '@/lib/terms/queries/opening';
import { findRules } from '@/lib/terms/queries/rules';
import { readPage } from './address';
import { AtThatTime } from './at-that-time';
import { Request } from './request';
import { thingOf, type ThingParams } from './thing';

type Props = { params: Promise<ThingParams>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, pool, thing, reading } = await thingOf(await params);
  return {
    title: thing.title,
    description: reading.description.slice(0, 160) || `${thing.title} · ${thing.owner.name}`,
    alternates: alternatesOf(locale, (code) => paths.resource(code, pool.slug, thing.slug)),
  };
}

/** So far ahead other opening hours are told. */
const DAYS_TOLD = 42;

export default async function ThingPage({ params, searchParams }: Props) {
  const [ground, t] = await Promise.all([params.then(thingOf), getTranslations('listings.detail')]);
  const { locale, pool, thing } = ground;
  const query = await searchParams;
  const address = readPage(query, pool.zone);
  const wantsOriginal = firstOf(query.original) === '1';
  const reading = wantsOriginal ? ground.original : ground.reading;
  const [prices, rules] = await Promise.all([findPricesOf(thing.id), findRules(thing.id)]);
  const opening =
    rules && hasOpening(rules)
      ? await listOpening(thing.id, address.today, addDays(address.today, DAYS_TOLD))
      : [];
  const about = (
    <div className="space-y-6">
      <Gallery {...thing} />
      <DetailHeader
        thing={thing}
        title={{ text: reading.title, locale: reading.titleLocale }}
        language={
          <LanguageNote
            thing={thing}
            reading={reading}
            hasTranslation={ground.reading.isTranslated}
            href={(original) =>
              paths.resource(locale, pool.slug, thing.slug, {
                ...(address.when ? whenQuery(address.when) : {}),
                ...(original ? { original: '1' } : {}),
              })
            }
          />
        }
        ownerHref={paths.publicOrganisation(locale, pool.slug, thing.owner.slug)}
      >
        <AtThatTime {...ground} {...address} />
      </DetailHeader>
      <Prose title={t('about')} text={reading.description} locale={reading.descriptionLocale} />
      <DetailFacts thing={thing} saysPrice={prices?.mode === undefined || prices.mode === null} />
      {prices && <PriceList prices={prices} note={prices.mode ? thing.priceNote : ''} />}
      {rules && <OpeningHours rules={rules} days={opening} />}
      {rules && <RuleList rules={rules} owner={thing.owner.name} />}
      <Prose id="rules" title={t('rules')} text={reading.rules} locale={reading.rulesLocale} />
    </div>
  );
  const back = paths.catalogue(locale, pool.slug, address.when ? whenQuery(address.when) : {});
  return (
    <Page width="wide" className="pb-0">
      <BackLink href={back}>{t('back')}</BackLink>
      {!thing.isListed && <Notice tone="attention">{t('notListed')}</Notice>}
      {thing.isListed ? (
        <Request {...ground} {...address}>
          {about}
        </Request>
      ) : (
        about
      )}
      <LiveRefresh topic={`pool:${pool.id}`} events={['availability_changed']} />
    </Page>
  );
}
