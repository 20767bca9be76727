/** The middle of several runs, and how far they lay apart. */
export type Spread = { median: number; min: number; max: number; runs: number };

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** Nearest rank: a value that was really measured, never one between two. */
export function percentile(values: readonly number[], share: number): number {
  const list = sorted(values);
  return list[Math.max(0, Math.ceil(share * list.length) - 1)] ?? Number.NaN;
}

export function spread(values: readonly number[]): Spread {
  const list = sorted(values);
  const middle = list.length / 2;
  const low = list[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = list[Math.floor(middle)] ?? Number.NaN;
  return {
    median: (low + high) / 2,
    min: list[0] ?? Number.NaN,
    max: list.at(-1) ?? Number.NaN,
    runs: list.length,
  };
}
