import lighthouse, { type Result } from 'lighthouse';
import type { Bench } from '../../core/bench';
import { withChromium } from '../../core/chromium';
import type { Cell, Table } from '../../core/report';
import { spread } from '../../core/stats';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const METRICS = [
  ['LCP (ms)', 'largest-contentful-paint'],
  ['FCP (ms)', 'first-contentful-paint'],
  ['TBT (ms)', 'total-blocking-time'],
  ['CLS', 'cumulative-layout-shift'],
] as const;

/** How often Lighthouse may ask to be run again, because it lost the start of its own recording. */
const ATTEMPTS = 3;

/**
 * `simulate` reckons a slow network from a quick visit, in which the scripts come before the first
 * frame and are counted as if they held it up; `devtools` really slows the network down. Both slow
 * the processor down four times.
 */
type Throttling = 'simulate' | 'devtools';

/** Lighthouse's own phone: slow 4G, empty cache, signed out. */
async function measureOnce(bench: Bench, address: string, throttling: Throttling): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    // a browser of its own each time: a worker of an earlier visit would answer from its cache
    const result = await withChromium(bench, (port) => record(address, port, throttling));
    if (!result.runtimeError) return result;
    if (attempt === ATTEMPTS) throw new Error(`${address}: ${result.runtimeError.message}`);
  }
}

async function record(address: string, port: number, throttling: Throttling): Promise<Result> {
  const found = await lighthouse(address, {
    port,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    throttlingMethod: throttling,
  });
  const result = found?.lhr;
  if (!result) throw new Error(`Lighthouse found nothing at ${address}`);
  return result;
}

/** The audits that cost points, with what they name; what they say twice is said once. */
function complaints(name: string, results: Result[]): string[] {
  const found = new Map<string, string>();
  for (const { categories, audits } of results) {
    for (const category of Object.values(categories)) {
      for (const { id, weight } of category.auditRefs) {
        const audit = audits[id];
        if (!audit || weight === 0 || audit.score === null || audit.score >= 0.9) continue;
        found.set(id, `${name}, ${category.title}: ${audit.title} ${audit.displayValue ?? ''}`);
      }
    }
  }
  return [...found.values()].map((line) => line.trim());
}

const timesOf = (results: Result[]): Cell[] =>
  METRICS.map(([, id]) => spread(results.map((r) => r.audits[id]?.numericValue ?? NaN)));

/** The same times over a network that is really as slow: what a person sees on that phone. */
export async function slowedOf(
  bench: Bench,
  pages: readonly (readonly [name: string, address: string])[],
): Promise<Table> {
  const rows: Cell[][] = [];
  for (const [name, address] of pages) {
    const results: Result[] = [];
    for (let run = 0; run < bench.scale.lighthouseRuns; run += 1) {
      results.push(await measureOnce(bench, address, 'devtools'));
    }
    rows.push([name, ...timesOf(results)]);
  }
  return {
    caption: 'The same over a network really slowed to slow 4G',
    columns: ['page', ...METRICS.map(([label]) => label)],
    rows,
  };
}

/** Scores and times of these pages, and what Lighthouse complains of. */
export async function lighthouseOf(
  bench: Bench,
  pages: readonly (readonly [name: string, address: string])[],
): Promise<{ table: Table; notes: string[] }> {
  const rows: Cell[][] = [];
  const notes: string[] = [];
  for (const [name, address] of pages) {
    const results: Result[] = [];
    for (let run = 0; run < bench.scale.lighthouseRuns; run += 1) {
      results.push(await measureOnce(bench, address, 'simulate'));
    }
    rows.push([
      name,
      ...CATEGORIES.map((id) => spread(results.map((r) => (r.categories[id]?.score ?? 0) * 100))),
      ...timesOf(results),
    ]);
    bench.log(
      `${name}: ${CATEGORIES.map((id) => Math.round((results[0]?.categories[id]?.score ?? 0) * 100)).join(' / ')}`,
    );
    notes.push(...complaints(name, results));
  }
  return {
    table: {
      caption: 'Lighthouse, phone, simulated slow 4G',
      columns: [
        'page',
        'performance',
        'accessibility',
        'best practices',
        'SEO',
        ...METRICS.map(([label]) => label),
      ],
      rows,
    },
    notes,
  };
}
