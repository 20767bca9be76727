// Every screen as a picture, to be looked at: `npm run gallery -- [--locales=de,ar] [--schemes=light,dark]
// [--width=390] [screen …]`. Writes .local/gallery and an index.html that shows the same screen side by side.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { signInWithCode } from '../e2e/support/sign-in';
import { tour, type Screen } from '../e2e/support/tour';
import { startWorld } from '../e2e/support/world';
import { isLocale, LOCALES } from '../lib/platform/i18n/locales';
import { projectDir } from '../supabase/local/migrate';
import { CHROMIUM_ARGS, ensureChromium } from './chromium';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    locales: { type: 'string', default: 'de,ar' },
    schemes: { type: 'string', default: 'light,dark' },
    width: { type: 'string', default: '390' },
  },
});
const locales = values.locales.split(',').filter(isLocale);
const schemes = values.schemes.split(',').map((s) => (s === 'dark' ? 'dark' : 'light'));
const folder = join(projectDir, '.local', 'gallery');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const world = await startWorld({ name: 'gallery-world', portBase: 26_400, log: console.log });
process.env.E2E_DB_URL = world.stack.dbUrl;
process.env.E2E_INBOX_URL = world.stack.inboxUrl;
const browser = await chromium.launch({
  executablePath: ensureChromium(console.log),
  args: CHROMIUM_ARGS,
});
try {
  const screens = (await tour()).filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  const phones = new Map<string, BrowserContext>();
  for (const screen of screens) {
    const person = screen.person ?? '';
    const phone = phones.get(person) ?? (await phoneOf(browser, screen.person));
    phones.set(person, phone);
    for (const locale of locales)
      for (const scheme of schemes) await shoot(phone, screen, locale, scheme);
    console.log(screen.name);
  }
  writeFileSync(join(folder, 'index.html'), contactSheet(screens));
  console.log(`\nLook at ${join(folder, 'index.html')}`);
} finally {
  await browser.close();
  await world.stop();
}

async function phoneOf(browser: Browser, person: string | undefined): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: world.baseUrl,
    viewport: { width: Number(values.width), height: 844 },
    deviceScaleFactor: 1,
    isMobile: true,
    hasTouch: true,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  if (person !== undefined) await signInWithCode(await context.newPage(), person);
  return context;
}

async function shoot(
  phone: BrowserContext,
  screen: Screen,
  locale: string,
  scheme: 'light' | 'dark',
) {
  const page = await phone.newPage();
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(`/${locale}${screen.path}`);
  await page.getByRole('heading').first().waitFor();
  await page.evaluate(async () => {
    // the picture is of the whole page, also of what would be drawn only when somebody scrolls there
    for (const card of document.querySelectorAll<HTMLElement>('article'))
      card.style.contentVisibility = 'visible';
    await document.fonts.ready;
  });
  await page.screenshot({ path: join(folder, fileOf(screen, locale, scheme)), fullPage: true });
  await page.close();
}

function fileOf(screen: Screen, locale: string, scheme: string): string {
  return `${screen.name}.${locale}.${scheme}.png`;
}

function contactSheet(screens: Screen[]): string {
  const cells = (screen: Screen) =>
    locales
      .flatMap((locale) =>
        schemes.map(
          (scheme) =>
            `<figure><img loading="lazy" src="${fileOf(screen, locale, scheme)}" alt=""><figcaption>${LOCALES[locale].name}, ${scheme}</figcaption></figure>`,
        ),
      )
      .join('');
  const rows = screens.map(
    (s) => `<h2>${s.name} <code>${s.path}</code></h2><div>${cells(s)}</div>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Screens</title>
<style>body{font:16px system-ui;margin:2rem}div{display:flex;gap:1rem;align-items:start;overflow:auto}img{width:320px;border:1px solid #ccc}figure{margin:0}</style>
${rows.join('\n')}`;
}
