import { z } from 'zod';

export type Counts = { passed: number; failed: number };

export const noCounts = (): Counts => ({ passed: 0, failed: 0 });

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** A suite that breaks before its first test, or skips one, has failed. */
export function vitestCounts(report: unknown, exitCode: number): Counts {
  const parsed = vitestReport.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests } = parsed.data;
  return withExitCode(numPassedTests, numFailedTests + numPendingTests, exitCode);
}

/** A journey that only worked at the second try has failed. */
export function playwrightCounts(report: unknown, exitCode: number): Counts {
  const parsed = playwrightReport.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = parsed.data.stats;
  return withExitCode(expected, unexpected + flaky + skipped, exitCode);
}

function withExitCode(passed: number, failed: number, exitCode: number): Counts {
  return { passed, failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed };
}
