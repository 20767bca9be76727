import type { Locale } from '@/lib/platform/i18n/locales';
import { LanguageLinks } from './language-switcher.client';

/** Languages once more, as plain links: for those without JavaScript and those who scroll to look. */
export function Footer({ locale, label }: { locale: Locale; label: string }) {
  return (
    <footer className="border-t border-line pb-(--tab-bar) print:hidden">
      <nav aria-label={label} className="mx-auto max-w-6xl px-2 py-3">
        <LanguageLinks current={locale} inline />
      </nav>
    </footer>
  );
}
