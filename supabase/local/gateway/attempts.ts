/** Counts per key in a fixed window; old keys are forgotten. */
export class Attempts {
  private readonly counts = new Map<string, { count: number; until: number }>();

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** Counts one more and says whether it is still within the limit. */
  take(key: string): boolean {
    const now = Date.now();
    if (this.counts.size > 10_000) {
      for (const [old, { until }] of this.counts) if (until <= now) this.counts.delete(old);
    }
    const entry = this.counts.get(key);
    if (!entry || entry.until <= now) {
      this.counts.set(key, { count: 1, until: now + this.windowMs });
      return this.limit >= 1;
    }
    entry.count += 1;
    return entry.count <= this.limit;
  }

  forget(key: string): void {
    this.counts.delete(key);
  }
}
