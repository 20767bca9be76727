import '../globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Footer } from '@/components/layout/footer';
import { KeptPages } from '@/components/layout/kept-pages.client';
import { LiveRegion } from '@/components/layout/live-region.client';
import { MainNav } from '@/components/layout/main-nav';
import { NewVersion } from '@/components/layout/new-version.client';
import { NoNetwork } from '@/components/layout/no-network.client';
import { TopBar } from '@/components/layout/top-bar';
import { Unsent } from '@/components/layout/unsent.client';
import { FaultWordsProvider } from '@/components/layout/words.client';
import { Island } from '@/components/ui/island';
import { QueueGround, type QueueWords } from '@/components/ui/queue-ground.client';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { isLocale, LOCALES } from '@/lib/platform/i18n/locales';
import { QUEUED_FORMS } from '@/lib/platform/queue/model';
import { siteUrl } from '@/lib/platform/site';
import { fontVariables } from '../fonts';
import { mainMenu } from './main-menu';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.app');
  return {
    // search engines want whole addresses
    metadataBase: new URL(await siteUrl('/')),
    title: { default: `${t('name')} · ${t('claim')}`, template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
    formatDetection: { telephone: false },
    icons: { icon: '/icons/icon.svg', apple: '/icons/apple-touch-icon.png' },
    appleWebApp: { capable: true, title: t('name') },
  };
}

export const viewport: Viewport = {
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf5ea' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1814' },
  ],
};

// Without JavaScript nobody swaps a streamed part for its skeleton, and no dialog opens: show what
// came, hide what stood in for it. The layer: among important rules the first layer wins, and
// Tailwind's own [hidden] rule stands in the second.
const WITHOUT_SCRIPT =
  '@layer theme{div[hidden][id^="S:"]{display:block!important}}.skeleton,.needs-js{display:none!important}header dialog.sheet{display:none}main dialog.sheet{position:static;display:block;opacity:1;translate:none;width:auto;max-height:none;box-shadow:none}';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const [t, menu, jar] = await Promise.all([
    getTranslations('common'),
    mainMenu(locale),
    cookies(),
  ]);
  const theme = jar.get('allmende-theme')?.value;
  const { NEXT_PUBLIC_SUPABASE_URL, NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY } = env();
  const { lang, dir, tag } = LOCALES[locale];
  return (
    <html
      lang={lang}
      dir={dir}
      className={fontVariables}
      data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}
      data-backend={NEXT_PUBLIC_SUPABASE_URL}
      data-key={NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY}
    >
      <body>
        <noscript>
          <style>{WITHOUT_SCRIPT}</style>
        </noscript>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-3 focus:z-50 focus:rounded-full focus:bg-leaf focus:px-5 focus:py-3 focus:text-on-leaf"
        >
          {t('nav.skip')}
        </a>
        <QueueGround ground={{ person: menu.person, locale, tag, words: await queueWords() }}>
          <TopBar
            locale={locale}
            signedIn={menu.person !== ''}
            words={{
              name: t('app.name'),
              language: t('nav.language'),
              close: t('action.close'),
              account: t('nav.account'),
            }}
          >
            <Unsent />
            <Island>
              <MainNav label={t('nav.label')} items={menu.items} />
            </Island>
          </TopBar>
          <NoNetwork
            renderedAt={now().toISOString()}
            tag={tag}
            words={{ offline: t('network.offline'), asOf: t('network.asOf', { time: '{time}' }) }}
          />
          <main id="main" tabIndex={-1} className="min-h-[70dvh] outline-none">
            <FaultWordsProvider
              words={{
                title: t('state.faultTitle'),
                text: t('state.faultText'),
                retry: t('action.retry'),
                home: t('action.home'),
              }}
            >
              <Island>{children}</Island>
            </FaultWordsProvider>
          </main>
          <Island>
            <Footer
              locale={locale}
              words={{ languages: t('nav.language'), accessibility: t('nav.accessibility') }}
            />
          </Island>
          <LiveRegion />
          <NewVersion
            words={{
              text: t('version.text'),
              load: t('version.load'),
              later: t('version.later'),
            }}
          />
          <KeptPages person={menu.person} locale={locale} />
        </QueueGround>
      </body>
    </html>
  );
}

/** Said without network, so every page carries them. */
async function queueWords(): Promise<QueueWords> {
  const t = await getTranslations('queue');
  const forms = QUEUED_FORMS.map((form) => [form, t(`forms.${form}`)] as const);
  return {
    notSent: t('notSent'),
    waits: t('waits'),
    stopped: t('stopped'),
    change: t('change'),
    drop: t('drop'),
    see: t('see'),
    count: t('count', { count: '{count}' }),
    sent: t('sent', { title: '{title}' }),
    refused: t('refused', { title: '{title}' }),
    noPlace: t('noPlace'),
    // why the cast: one entry for each name of QUEUED_FORMS
    forms: Object.fromEntries(forms) as QueueWords['forms'],
  };
}
