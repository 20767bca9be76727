import Link from 'next/link';
import type { ReactNode } from 'react';
import { ICON_BUTTON } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Sheet } from '@/components/ui/sheet.client';
import { LOCALES, type Locale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';
import { LanguageLinks } from './language-switcher.client';
import { Logo } from './logo';

type TopBarProps = {
  locale: Locale;
  words: { name: string; language: string; close: string; account: string };
  signedIn: boolean;
  /** The main menu: in this bar on wide screens, at the lower edge on phones. */
  children: ReactNode;
};

export function TopBar({ locale, words, signedIn, children }: TopBarProps) {
  return (
    <header className="group/bar border-b border-line bg-paper pt-[env(safe-area-inset-top,0px)] print:hidden wide:sticky wide:top-0 wide:z-30">
      <div className="mx-auto flex min-h-(--top-bar) max-w-6xl items-center gap-2 px-4 cramped:flex-wrap">
        <Link
          href={paths.home(locale)}
          className="me-auto flex min-h-11 items-center gap-2 text-lg font-bold text-leaf"
        >
          <Logo />
          {/* the smallest phones have no room for the name beside the number */}
          <span className="max-[359px]:group-has-data-unsent/bar:sr-only cramped:sr-only">
            {words.name}
          </span>
        </Link>
        {children}
        <Sheet
          title={words.language}
          closeLabel={words.close}
          triggerLabel={`${words.language}: ${LOCALES[locale].name}`}
          triggerClassName="pressable inline-flex min-h-11 items-center gap-1.5 rounded-full px-2.5 text-sm font-semibold hover:bg-leaf-soft hover:text-leaf"
          trigger={
            <>
              <Icon name="globe" />
              <span aria-hidden className="uppercase">
                {locale.split('-')[0]}
              </span>
            </>
          }
        >
          <LanguageLinks current={locale} />
        </Sheet>
        {signedIn && (
          <Link href={paths.account(locale)} aria-label={words.account} className={ICON_BUTTON}>
            <Icon name="account" />
          </Link>
        )}
      </div>
    </header>
  );
}
