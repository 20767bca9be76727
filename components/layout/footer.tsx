import Link from 'next/link';
import type { Locale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';
import { LanguageLinks } from './language-switcher.client';

type FooterProps = { locale: Locale; words: { languages: string; accessibility: string } };

/** Languages once more, as plain links: for those without JavaScript and those who scroll to look. */
export function Footer({ locale, words }: FooterProps) {
  return (
    <footer className="border-t border-line pb-(--tab-bar) print:hidden">
      <nav aria-label={words.languages} className="mx-auto max-w-6xl px-2 py-3">
        <LanguageLinks current={locale} inline />
      </nav>
      <p className="mx-auto max-w-6xl px-2 pb-3 text-center text-sm">
        <Link
          href={paths.accessibility(locale)}
          prefetch={false}
          className="inline-flex min-h-11 items-center px-2 text-muted hover:text-leaf hover:underline"
        >
          {words.accessibility}
        </Link>
      </p>
    </footer>
  );
}
