import { getLocale, getTranslations } from 'next-intl/server';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/platform/paths';

export async function NoOrganisation() {
  const [t, locale] = await Promise.all([getTranslations('listings.edit'), getLocale()]);
  return (
    <EmptyState
      picture={<Scene name="empty-organisation" />}
      headingLevel={1}
      title={t('noOrganisationTitle')}
      action={
        <LinkButton href={paths.newOrganisation(locale)} icon="plus">
          {t('found')}
        </LinkButton>
      }
    >
      {t('noOrganisationText')}
    </EmptyState>
  );
}
