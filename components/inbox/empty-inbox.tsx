import { getLocale, getTranslations } from 'next-intl/server';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/platform/paths';

/** A small joy for who has answered all, and the way on for who has nothing to decide. */
export async function EmptyInbox({
  isDecider,
  hasHistory,
}: {
  isDecider: boolean;
  hasHistory: boolean;
}) {
  const [t, locale] = await Promise.all([getTranslations('inbox.empty'), getLocale()]);
  if (!isDecider) {
    return (
      <EmptyState
        picture={<Scene name="empty-inbox" />}
        title={t('memberTitle')}
        action={
          <LinkButton href={paths.bookings(locale)} icon="bookings">
            {t('toBookings')}
          </LinkButton>
        }
      >
        {t('memberText')}
      </EmptyState>
    );
  }
  if (!hasHistory) {
    return (
      <EmptyState
        picture={<Scene name="empty-inbox" />}
        title={t('noThingsTitle')}
        action={
          <LinkButton href={paths.newResource(locale)} icon="plus" variant="quiet">
            {t('offer')}
          </LinkButton>
        }
      >
        {t('noThingsText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState picture={<Scene name="done" />} title={t('title')}>
      {t('text')}
    </EmptyState>
  );
}
