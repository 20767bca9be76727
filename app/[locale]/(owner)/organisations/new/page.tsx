import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { FoundForm } from '@/components/organisations/found-form';
import { PageHeader } from '@/components/ui/page-header';
import { listPools } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisations.found');
  return { title: t('title') };
}

export default async function NewOrganisationPage() {
  await requireViewer();
  const [pools, t, page, locale] = await Promise.all([
    listPools(),
    getTranslations('organisations.found'),
    getTranslations('organisations.page'),
    getLocale(),
  ]);
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: paths.organisations(locale), label: page('back') }}
      />
      <FoundForm pools={pools} />
    </Page>
  );
}
