import { getTranslations } from 'next-intl/server';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Locale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';

type NoBookingsProps = { isMember: boolean; hasPast: boolean; locale: Locale };

export async function NoBookings({ isMember, hasPast, locale }: NoBookingsProps) {
  const t = await getTranslations('bookings.list');
  const picture = <Scene name="empty-bookings" />;
  if (!isMember) {
    return (
      <EmptyState
        picture={picture}
        title={t('noOrganisationTitle')}
        action={
          <LinkButton href={paths.newOrganisation(locale)} icon="plus">
            {t('noOrganisationAction')}
          </LinkButton>
        }
      >
        {t('noOrganisationText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      picture={picture}
      title={hasPast ? t('emptyUpcomingTitle') : t('emptyTitle')}
      action={
        <LinkButton href={paths.home(locale)} icon="search">
          {t('emptyAction')}
        </LinkButton>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}
