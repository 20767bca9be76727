import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/platform/paths';

/** For those who came here without being of the QM: no secret, no blame, a way on. */
export async function Refused() {
  const [t, locale] = await Promise.all([getTranslations('pool.refused'), getLocale()]);
  return (
    <Page>
      <EmptyState
        picture={<Scene name="not-found" />}
        headingLevel={1}
        title={t('title')}
        action={<LinkButton href={paths.home(locale)}>{t('home')}</LinkButton>}
      >
        {t('text')}
      </EmptyState>
    </Page>
  );
}
