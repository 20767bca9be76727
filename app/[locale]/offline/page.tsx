import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { KeptList } from '@/components/layout/kept-list.client';
import { Page } from '@/components/layout/page';
import { Scene } from '@/components/pictures/scene';
import { EmptyState } from '@/components/ui/empty-state';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.offlinePage');
  return { title: t('title'), robots: { index: false } };
}

/** What the service worker shows instead of a page that is neither to be had nor kept. */
export default async function OfflinePage() {
  const [t, locale] = await Promise.all([getTranslations('common.offlinePage'), getLocale()]);
  return (
    <Page>
      <EmptyState picture={<Scene name="not-found" />} headingLevel={1} title={t('title')}>
        {t('text')}
      </EmptyState>
      <KeptList locale={locale} title={t('kept')} />
    </Page>
  );
}
