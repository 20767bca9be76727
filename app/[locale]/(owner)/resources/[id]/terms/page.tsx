import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { cancelInWords } from '@/components/prices/price-sentences';
import { CancelCard } from '@/components/terms/cancel-card';
import { TermsEditor } from '@/components/terms/terms-editor';
import { CopyFrom } from '@/components/ui/copy-from';
import { PageHeader } from '@/components/ui/page-header';
import { findEditableResource, listOwnThings } from '@/lib/listings/queries/owner';
import { canApprove } from '@/lib/organisations/model';
import { findMyOrganisation } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';
import { findPricesOf, listBorrowers } from '@/lib/prices/queries/prices';
import { copyTermsAction } from '@/lib/terms/actions';
import { usualHoursApply } from '@/lib/terms/model/levels';
import { findResourceLevels } from '@/lib/terms/queries/levels';
import { findRules } from '@/lib/terms/queries/rules';
import { PreviewOf } from './preview-of';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ day?: string; as?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('terms.edit');
  return { title: t('title') };
}

/** The rules of one thing, each with where it comes from. */
export default async function ResourceTermsPage({ params, searchParams }: Props) {
  await requireViewer();
  const { id } = await params;
  const [resource, t, copy, locale] = await Promise.all([
    findEditableResource(id),
    getTranslations('terms.edit'),
    getTranslations('terms.copy'),
    getLocale(),
  ]);
  const mine = resource && (await findMyOrganisation(resource.organisation.id));
  if (!resource || !mine || !canApprove(mine.role)) notFound();
  const [levels, rules, organisations, prices, things] = await Promise.all([
    findResourceLevels(id),
    findRules(id),
    listBorrowers(mine.id, mine.pool.id),
    findPricesOf(id),
    listOwnThings(mine.id),
  ]);
  if (!levels || !rules) notFound();
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('titleFor', { title: resource.name })}
        back={{ href: paths.editResource(locale, id, { show: 'lending' }), label: resource.name }}
      />
      <TermsEditor
        levels={levels}
        rules={rules}
        usually={usualHoursApply(resource.kind)}
        owner={mine.name}
        approval={resource.approval}
        organisations={organisations}
        cancel={
          <CancelCard
            sentence={prices && (await cancelInWords(prices))}
            href={paths.resourcePrices(locale, id)}
          />
        }
      />
      <div className="mt-3">
        <CopyFrom
          action={copyTermsAction}
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
      </div>
      <PreviewOf resource={resource} rules={rules} asked={await searchParams} />
    </Page>
  );
}
