import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { getTranslations } from 'next-intl/server';

// Interim: becomes the choice of the pool.
export default async function Home() {
  const t = await getTranslations('common.app');
  return (
    <Page>
      <PageHeader title={t('name')} lead={t('claim')} />
    </Page>
  );
}
