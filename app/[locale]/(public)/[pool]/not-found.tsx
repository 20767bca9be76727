import { getLocale, getTranslations } from 'next-intl/server';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/platform/paths';

export default async function NotFound() {
  const [t, locale] = await Promise.all([getTranslations('listings.notFound'), getLocale()]);
  return (
    <EmptyState
      headingLevel={1}
      picture={<Scene name="not-found" />}
      title={t('title')}
      action={
        <LinkButton href={paths.home(locale)} icon="search">
          {t('action')}
        </LinkButton>
      }
    >
      {t('text')}
    </EmptyState>
  );
}
