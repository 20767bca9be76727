import { describe, expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts';

const vitest = (passed: number, failed: number, pending: number) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
});

describe('what a suite counts', () => {
  test('tests that passed and failed are told apart', () => {
    expect(vitestCounts(vitest(5, 2, 0), 1)).toEqual({ passed: 5, failed: 2 });
  });

  test('a skipped test is a failed one', () => {
    expect(vitestCounts(vitest(5, 0, 1), 0)).toEqual({ passed: 5, failed: 1 });
    const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 1 };
    expect(playwrightCounts({ stats }, 0)).toEqual({ passed: 3, failed: 2 });
  });

  test('a suite that ends badly without a failed test still fails', () => {
    expect(vitestCounts(vitest(5, 0, 0), 1)).toEqual({ passed: 5, failed: 1 });
  });

  test('no report and no tests at all are failures', () => {
    expect(vitestCounts(undefined, 0)).toEqual({ passed: 0, failed: 1 });
    expect(vitestCounts(vitest(0, 0, 0), 0)).toEqual({ passed: 0, failed: 1 });
    expect(playwrightCounts('nonsense', 0)).toEqual({ passed: 0, failed: 1 });
  });
});
