import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe';
import { expect, test } from './support/fixtures';
import { cramped, enlargeText } from './support/layout';
import { ADMIN, APPROVER, MANAGER, MEMBER } from './support/people';
import { tour, type Screen } from './support/tour';

/** What people set on their own device: contrast colours, larger text, a narrow window, less motion. */
test.describe.configure({ timeout: 300_000 });

async function open(page: Page, { path }: Screen): Promise<void> {
  await page.goto(`/de${path}`);
  await page.getByRole('heading').first().waitFor();
}

async function inContrastColours(page: Page, screen: Screen): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const findings = await axeFindings(page);
  await page.emulateMedia({ forcedColors: 'none' });
  return findings.map((finding) => `${screen.name} in contrast colours: ${finding}`);
}

async function inLargeText(page: Page, screen: Screen): Promise<string[]> {
  const found: string[] = [];
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    for (const percent of [100, 200]) {
      await enlargeText(page, percent);
      const at = `${screen.name} at ${String(width)} px, text ${String(percent)} %`;
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wider > 0) found.push(`${at}: ${String(wider)} px too wide`);
      found.push(...(await cramped(page)).map((finding) => `${at}: ${finding}`));
    }
  }
  await enlargeText(page, 100);
  await page.setViewportSize({ width: 390, height: 844 });
  return found;
}

/** Nothing may move longer than a blink for who asked for that. */
async function moving(page: Page, screen: Screen): Promise<string[]> {
  const found = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1)
      .map((animation) => (animation.effect as KeyframeEffect | null)?.target?.className ?? '?'),
  );
  return found.map((what) => `${screen.name} moves: ${what}`);
}

const people: [string, string | undefined][] = [
  ['a passer-by', undefined],
  ['a member', MEMBER],
  ['an approver', APPROVER],
  ['an admin', ADMIN],
  ['the neighbourhood office', MANAGER],
];

for (const [who, email] of people) {
  test(`${who} reads every screen in contrast colours, with text twice as large, and without motion`, async ({
    passerBy,
    phoneOf,
  }) => {
    const screens = (await tour()).filter(({ person }) => person === email);
    expect(screens).not.toEqual([]);
    const page = email ? await phoneOf(email) : await passerBy();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const screen of screens) {
      await open(page, screen);
      found.push(...(await inContrastColours(page, screen)));
      found.push(...(await inLargeText(page, screen)));
      found.push(...(await moving(page, screen)));
    }
    expect(found).toEqual([]);
  });
}
