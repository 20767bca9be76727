import { getTranslations } from 'next-intl/server';
import type { NavItem } from '@/components/layout/navigation';
import { getViewer } from '@/lib/platform/auth/viewer';
import type { Locale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';

/**
 * Who sees which entries. What depends on roles comes from the features' queries:
 * `inboxCount` from lib/inbox, `qmPool` (slug of a pool the viewer is staff of) from lib/pool.
 */
export async function mainMenu(locale: Locale): Promise<{ signedIn: boolean; items: NavItem[] }> {
  const [t, viewer] = await Promise.all([getTranslations('common.nav'), getViewer()]);
  const find = entry(paths.home(locale), t('find'), 'search', { exact: true });
  if (!viewer) {
    return { signedIn: false, items: [find, entry(paths.signIn(locale), t('signIn'), 'sign-in')] };
  }
  const items = [
    find,
    entry(paths.bookings(locale), t('bookings'), 'bookings'),
    entry(paths.inbox(locale), t('inbox'), 'inbox'),
    entry(paths.organisations(locale), t('organisation'), 'organisation'),
  ];
  return { signedIn: true, items };
}

function entry(
  href: string,
  label: string,
  icon: NavItem['icon'],
  more: Partial<NavItem> = {},
): NavItem {
  return { href, label, icon, match: href, ...more };
}
