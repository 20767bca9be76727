import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { PriceForm } from '@/components/prices/price-form';
import { PricePreview } from '@/components/prices/price-preview';
import { CopyFrom } from '@/components/ui/copy-from';
import { PageHeader } from '@/components/ui/page-header';
import { findEditableResource, listOwnThings } from '@/lib/listings/queries/owner';
import { canApprove } from '@/lib/organisations/model';
import { findMyOrganisation } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';
import { copyPricesAction } from '@/lib/prices/actions';
import { findOwnPrices, findPricesOf } from '@/lib/prices/queries/prices';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('prices.edit');
  return { title: t('title') };
}

export default async function ResourcePricesPage({ params }: Props) {
  await requireViewer();
  const { id } = await params;
  const [resource, t, copy, locale] = await Promise.all([
    findEditableResource(id),
    getTranslations('prices.edit'),
    getTranslations('prices.copy'),
    getLocale(),
  ]);
  const mine = resource && (await findMyOrganisation(resource.organisation.id));
  if (!resource || !mine || !canApprove(mine.role)) notFound();
  const [own, holding, things] = await Promise.all([
    findOwnPrices({ organisationId: mine.id, resourceId: id }),
    findPricesOf(id),
    listOwnThings(mine.id),
  ]);
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('titleFor', { title: resource.name })}
        back={{ href: paths.editResource(locale, id, { show: 'lending' }), label: resource.name }}
      />
      <div className="space-y-8">
        <PricePreview prices={holding} note={resource.priceNote} />
        <CopyFrom
          action={copyPricesAction}
          toId={id}
          from={things.filter((thing) => thing.id !== id)}
          words={{
            title: copy('title'),
            text: copy('text'),
            label: copy('label'),
            copy: copy('copy'),
            copied: copy('copied'),
          }}
        />
        <PriceForm scope="resource" id={id} prices={own} />
      </div>
    </Page>
  );
}
