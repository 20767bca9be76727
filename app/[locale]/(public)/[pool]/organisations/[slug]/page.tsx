import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { OrganisationContact } from '@/components/listings/organisation-contact';
import { ThingCard } from '@/components/listings/thing-card';
import { ThingGrid } from '@/components/listings/thing-grid';
import { CardPrice } from '@/components/prices/card-price';
import { Avatar } from '@/components/ui/avatar';
import { BackLink } from '@/components/ui/back-link';
import { findPublicOrganisation } from '@/lib/listings/queries/catalogue';
import { paths } from '@/lib/platform/paths';
import { listPriceTags } from '@/lib/prices/queries/prices';
import { poolOf, type PoolParams } from '../../pool';

type Props = { params: Promise<PoolParams & { slug: string }> };

async function organisationOf(params: PoolParams & { slug: string }) {
  const ground = await poolOf(params);
  const organisation = await findPublicOrganisation(ground.pool.id, params.slug, ground.locale);
  if (!organisation) notFound();
  return { ...ground, organisation };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation } = await organisationOf(await params);
  return { title: organisation.name, description: organisation.about.slice(0, 160) };
}

export default async function OrganisationPage({ params }: Props) {
  const [{ locale, pool, organisation }, t] = await Promise.all([
    params.then(organisationOf),
    getTranslations('listings.organisation'),
  ]);
  const { name, kind, about, things } = organisation;
  const tags = await listPriceTags(things.slice(0, 200).map(({ id }) => id));
  return (
    <Page width="wide">
      <BackLink href={paths.catalogue(locale, pool.slug)}>{t('back')}</BackLink>
      <header className="mb-5 flex items-center gap-4">
        <Avatar name={name} className="size-16 text-lg" />
        <div className="min-w-0">
          <h1 className="text-2xl" dir="auto">
            {name}
          </h1>
          <p className="text-muted">{t(`kind.${kind}`)}</p>
        </div>
      </header>
      <p className="max-w-prose whitespace-pre-line" dir="auto">
        {about}
      </p>
      <OrganisationContact organisation={organisation} />
      <h2 className="mt-8 mb-3 text-xl">{t('things')}</h2>
      {things.length === 0 && <p className="text-muted">{t('noneText')}</p>}
      <ThingGrid>
        {things.map((thing) => {
          const tag = tags.get(thing.id);
          return (
            <ThingCard
              key={thing.id}
              thing={thing}
              href={paths.resource(locale, pool.slug, thing.slug)}
              price={tag && <CardPrice tag={tag} />}
            />
          );
        })}
      </ThingGrid>
    </Page>
  );
}
