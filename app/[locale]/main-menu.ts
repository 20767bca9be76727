import { getTranslations } from 'next-intl/server';
import type { NavItem } from '@/components/layout/navigation';
import { countOpenDecisions } from '@/lib/inbox/queries';
import { listMyStaffedPools } from '@/lib/organisations/queries';
import { getViewer, type Viewer } from '@/lib/platform/auth/viewer';
import { log } from '@/lib/platform/log';
import type { Locale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';

/** What the menu shows of a person's tasks. */
type Standing = {
  /** Requests that wait for this person's answer. */
  waiting: number;
  /** Slug of a pool whose staff the person is in. */
  staffPool: string | null;
};

// why: the menu must stand even when its numbers cannot be had.
async function standing(): Promise<Standing> {
  try {
    const [waiting, pools] = await Promise.all([countOpenDecisions(), listMyStaffedPools()]);
    return { waiting, staffPool: pools[0]?.slug ?? null };
  } catch (error) {
    log.warn('the menu could not ask what waits', error);
    return { waiting: 0, staffPool: null };
  }
}

/** `person` is empty for a passer-by. */
type Menu = { person: string; items: NavItem[] };

export async function mainMenu(locale: Locale): Promise<Menu> {
  const t = await getTranslations('common.nav');
  const find = item(paths.home(locale), t('find'), 'search', { exact: true });
  const viewer = await viewerOrNobody();
  if (!viewer) {
    return { person: '', items: [find, item(paths.signIn(locale), t('signIn'), 'sign-in')] };
  }
  const { waiting, staffPool } = await standing();
  const items = [
    find,
    item(paths.bookings(locale), t('bookings'), 'bookings'),
    item(paths.inbox(locale), t('inbox'), 'inbox', {
      count: waiting,
      countLabel: t('inboxCount', { count: waiting }),
    }),
    item(paths.organisations(locale), t('organisation'), 'organisation'),
  ];
  if (staffPool) items.push(item(paths.qm(locale, staffPool), t('qm'), 'qm'));
  return { person: viewer.id, items };
}

// why: the frame must stand when the backend is away; the page inside says what is wrong.
async function viewerOrNobody(): Promise<Viewer | null> {
  try {
    return await getViewer();
  } catch (error) {
    log.warn('the menu could not ask who is looking', error);
    return null;
  }
}

function item(
  href: string,
  label: string,
  icon: NavItem['icon'],
  more: Partial<NavItem> = {},
): NavItem {
  return { href, label, icon, match: href, ...more };
}
