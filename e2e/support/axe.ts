import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; impact: string | null; nodes: { html: string }[] };

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page as it is, by the rules of WCAG 2.2 A and AA (or those named); empty is good. */
export async function axeFindings(page: Page, only: string[] = WCAG): Promise<string[]> {
  // why: evaluated, not added as a script, because the page's CSP refuses scripts that are not ours
  await page.evaluate(AXE);
  // why: Next streams the title after the content and again after a live refresh; axe looks once
  await expect(page).toHaveTitle(/\S/);
  const violations = await page.evaluate<Violation[]>(`
    axe.run(document, {
      runOnly: ${JSON.stringify(only)},
      rules: { 'document-title': { enabled: false } },
    })
      .then(({ violations }) => violations)
  `);
  return violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact ?? '?'}): ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}
