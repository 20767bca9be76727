import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { paths } from '../../lib/platform/paths';
import type { Bench, Part } from '../core/bench';
import { joined, phone, withBrowser } from '../core/browser';
import type { Hosted } from '../core/hosted';
import { connection, outcomeOf, type Send } from '../core/http';
import type { Report } from '../core/report';
import { percentile } from '../core/stats';
import { withAdmin } from '../data/database';
import { district, type District } from '../data/district';
import { signIn } from '../data/session';
import { tokensFor } from '../data/tokens';

const LONGEST_MS = 10_000;
const DAY = 86_400_000;

/** From the approver's request sent, and from its answer, to the text in the other page. */
type Change = { sinceSent: number; sinceAnswer: number };

type Watched = { benchSeen?: number };

/** Notes the first moment at which the page shows `text`; runs in the page. */
function watch(text: string): void {
  const target = globalThis as Watched;
  delete target.benchSeen;
  // why no name for the callback: tsx would call a helper of its own that the page does not have
  new MutationObserver(() => {
    if (target.benchSeen !== undefined) return;
    if (!(document.querySelector('main') ?? document.body).textContent.includes(text)) return;
    performance.mark('bench-seen');
    target.benchSeen = performance.timeOrigin + performance.now();
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

function callers(world: Hosted, { member, approver }: District, send: Send) {
  const call = (person: string) => {
    const headers = {
      apikey: world.publishableKey,
      authorization: `Bearer ${tokensFor(world, person).outer}`,
    };
    return (name: string, body: unknown) =>
      send(`${world.apiUrl}/rest/v1/rpc/${name}`, headers, body);
  };
  return { asMember: call(member.id), asApprover: call(approver) };
}

async function oneChange(
  page: Page,
  address: string,
  bookingId: string,
  approve: ReturnType<typeof callers>['asApprover'],
): Promise<Change | undefined> {
  const ready = joined(page);
  await Promise.all([page.goto(address), ready]);
  await pause(700); // why: joining makes the page read itself once more
  const note = `bench ${randomUUID()}`;
  await page.evaluate(watch, note);
  const sent = performance.timeOrigin + performance.now();
  const answer = await approve('approve_booking', { p_booking_id: bookingId, p_note: note });
  const answered = performance.timeOrigin + performance.now();
  if (outcomeOf(answer) !== 'ok') throw new Error(`approve_booking: ${answer.body}`);
  const handle = await page
    .waitForFunction(() => (globalThis as Watched).benchSeen, undefined, { timeout: LONGEST_MS })
    .catch(() => undefined);
  const seen = await handle?.jsonValue();
  return seen === undefined ? undefined : { sinceSent: seen - sent, sinceAnswer: seen - answered };
}

async function changes(bench: Bench, world: Hosted, context: BrowserContext, facts: District) {
  const { send, close } = connection();
  const { asMember, asApprover } = callers(world, facts, send);
  const found: (Change | undefined)[] = [];
  try {
    for (let day = 300; found.length < bench.scale.liveChanges && day < 900; day += 2) {
      const start = Math.floor(Date.now() / DAY) * DAY + day * DAY + 9 * 3_600_000;
      const asked = await asMember('request_booking', {
        p_resource_id: facts.resource.id,
        p_organisation_id: facts.member.organisation,
        p_starts_at: new Date(start),
        p_ends_at: new Date(start + 7_200_000),
        p_purpose: 'Bench',
      });
      // taken by the demo data, or a holiday
      if (['BKOVL', 'BKCLO'].includes(outcomeOf(asked))) continue;
      if (outcomeOf(asked) !== 'ok') throw new Error(`request_booking: ${asked.body}`);
      const { id } = JSON.parse(asked.body) as { id: string };
      const page = await context.newPage();
      const address = world.baseUrl + paths.booking('de', id);
      found.push(await oneChange(page, address, id, asApprover));
      await page.close();
    }
  } finally {
    close();
  }
  return found;
}

async function measure(bench: Bench, world: Hosted, browser: Browser): Promise<Report> {
  const facts = await withAdmin(world, district);
  const context = await phone(browser);
  await context.addCookies(await signIn(world, facts.member.email));
  bench.log(`${bench.scale.liveChanges} approvals, each watched by the borrower’s open page …`);
  const all = await changes(bench, world, context, facts);
  await context.close();
  const seen = all.filter((change) => change !== undefined);
  const row = (what: string, times: number[]) => [
    what,
    percentile(times, 0.5),
    percentile(times, 0.95),
    percentile(times, 0),
    percentile(times, 1),
    seen.length,
    all.length - seen.length,
  ];
  return {
    tables: [
      {
        caption: 'An approval reaches the borrower’s open page (ms)',
        columns: ['from', 'p50', 'p95', 'min', 'max', 'seen', 'not within 10 s'],
        rows: [
          row(
            'the approver’s answer (committed just before)',
            seen.map((c) => c.sinceAnswer),
          ),
          row(
            'the approver’s request',
            seen.map((c) => c.sinceSent),
          ),
        ],
      },
    ],
    notes: [
      `${browser.browserType().name()} ${browser.version()}; a MutationObserver waits for the approver’s note, which nothing else could show.`,
      '150 ms of it are on purpose: several hints within that time become one look.',
    ],
  };
}

export const live: Part = {
  name: 'live',
  title: 'From a commit to the second browser',
  limitMinutes: 15,
  run: async (bench) => {
    const world = await bench.world();
    return withBrowser(bench, (browser) => measure(bench, world, browser));
  },
};
