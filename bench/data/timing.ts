import type pg from 'pg';
import type { Table } from '../core/report';
import { percentile, spread, type Spread } from '../core/stats';
import { codeOf } from './database';
import type { Question } from './questions';

/** A question that takes seconds must not take the whole evening: fewer calls then. */
const LONGEST_RUN_MS = 8_000;
const FEWEST_CALLS = 5;

export type Timing = { p50: Spread; p95: Spread; calls: number; rows: number; failed: string };

export async function timeOne(
  client: pg.Client,
  question: Question,
  runs: number,
  calls: number,
): Promise<Timing> {
  const perRun: number[][] = [];
  const failures = new Map<string, number>();
  let rows = 0;
  let done = 0;
  for (let run = -1; run < runs; run += 1) {
    const times: number[] = [];
    const end = performance.now() + LONGEST_RUN_MS;
    for (let n = 0; n < calls && (n < FEWEST_CALLS || performance.now() < end); n += 1) {
      const values = await question.values();
      const before = performance.now();
      try {
        const result = await client.query({ name: question.name, text: question.text, values });
        rows += result.rowCount ?? 0;
      } catch (error) {
        failures.set(codeOf(error), (failures.get(codeOf(error)) ?? 0) + 1);
      }
      times.push(performance.now() - before);
      done += 1;
    }
    if (run >= 0) perRun.push(times); // why: the first one warms caches and plans
  }
  return {
    p50: spread(perRun.map((times) => percentile(times, 0.5))),
    p95: spread(perRun.map((times) => percentile(times, 0.95))),
    calls: done,
    rows: rows / done,
    failed: [...failures].map(([code, times]) => `${code} ×${times}`).join(', ') || '0',
  };
}

/** What the client saw of each question, one line each. */
export const timings = (caption: string, all: Map<string, Timing>): Table => ({
  caption,
  columns: ['call', 'p50 ms', 'p95 ms', 'rows', 'calls', 'failed'],
  rows: [...all].map(([name, t]) => [name, t.p50, t.p95, t.rows, t.calls, t.failed]),
});
