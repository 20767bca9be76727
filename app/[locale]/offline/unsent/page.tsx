import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { Scene } from '@/components/pictures/scene';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { UnsentList } from './unsent-list.client';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('queue.page');
  return { title: t('title'), robots: { index: false } };
}

/** What was written without network. The page is kept like the offline page; the list is the device's. */
export default async function UnsentPage() {
  const [t, queue, bookings, locale] = await Promise.all([
    getTranslations('queue.page'),
    getTranslations('queue'),
    getTranslations('bookings.request'),
    getLocale(),
  ]);
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <UnsentList
        words={{
          parts: { waiting: t('waitingPart'), stopped: t('stoppedPart'), sent: t('sentPart') },
          written: t('written', { time: '{time}' }),
          sendNow: queue('sendNow'),
          gone: t('gone'),
          times: bookings('otherTimes'),
          things: bookings('otherThings'),
          split: bookings('split'),
          wait: bookings('wait'),
        }}
        empty={
          <EmptyState picture={<Scene name="done" />} title={t('empty')}>
            {t('emptyText')}{' '}
            <a href={`/${locale}`} className="text-leaf-ink underline">
              {t('search')}
            </a>
          </EmptyState>
        }
      />
    </Page>
  );
}
