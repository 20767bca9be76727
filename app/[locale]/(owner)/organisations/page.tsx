import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { OrganisationList } from '@/components/organisations/organisation-list';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisations.list');
  return { title: t('title') };
}

export default async function OrganisationsPage() {
  await requireViewer();
  const [organisations, t, locale] = await Promise.all([
    listMyOrganisations(),
    getTranslations('organisations.list'),
    getLocale(),
  ]);
  return (
    <Page>
      <PageHeader title={t('title')} lead={organisations.length > 0 ? t('lead') : undefined} />
      <OrganisationList organisations={organisations} />
      {organisations.length > 0 && (
        <div className="mt-6">
          <LinkButton href={paths.newOrganisation(locale)} icon="plus" variant="quiet">
            {t('found')}
          </LinkButton>
        </div>
      )}
    </Page>
  );
}
