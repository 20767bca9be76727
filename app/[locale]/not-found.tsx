import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/platform/paths';

export default async function NotFound() {
  const [t, locale] = await Promise.all([getTranslations('common'), getLocale()]);
  return (
    <EmptyState
      headingLevel={1}
      title={t('state.notFoundTitle')}
      action={
        <LinkButton href={paths.home(locale)} icon="search">
          {t('action.home')}
        </LinkButton>
      }
    >
      {t('state.notFoundText')}
    </EmptyState>
  );
}
