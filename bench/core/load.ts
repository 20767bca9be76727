import { spread, type Spread } from './stats';

/** What clients did in one round: how often each outcome came, and how long each act took (ms). */
export type Tally = { seconds: number; outcomes: Map<string, number>; latencies: number[] };

/** One thing a client does; answers with its outcome, `ok` or an error code. */
export type Act = (client: number) => Promise<string>;

/** Every client acts again as soon as it was answered, until the time is over. */
export async function runClients(clients: number, seconds: number, act: Act): Promise<Tally> {
  const outcomes = new Map<string, number>();
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const client = async (number: number) => {
    for (let before = performance.now(); before < end;) {
      const outcome = await act(number);
      const after = performance.now();
      latencies.push(after - before);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      before = after;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return { seconds: (performance.now() - start) / 1000, outcomes, latencies };
}

export type Variant<Name extends string> = { name: Name; act: Act };

/**
 * Every variant in every round, each round starting with another one, so that a machine that gets
 * slower or a table that gets longer hurts all of them alike. A short round before is not counted.
 */
export async function alternate<Name extends string>(
  variants: Variant<Name>[],
  { rounds, seconds, clients }: { rounds: number; seconds: number; clients: number },
): Promise<Record<Name, Tally[]>> {
  const tallies = Object.fromEntries(variants.map(({ name }) => [name, []])) as unknown as Record<
    Name,
    Tally[]
  >;
  for (const { act } of variants) await runClients(clients, Math.min(1, seconds / 2), act);
  for (let round = 0; round < rounds; round += 1) {
    const first = round % variants.length;
    for (const { name, act } of [...variants.slice(first), ...variants.slice(0, first)]) {
      tallies[name].push(await runClients(clients, seconds, act));
    }
  }
  return tallies;
}

export const count = (tally: Tally, outcomes: readonly string[]): number =>
  outcomes.reduce((sum, outcome) => sum + (tally.outcomes.get(outcome) ?? 0), 0);

export const perSecond = (tallies: Tally[], outcomes: readonly string[]): Spread =>
  spread(tallies.map((tally) => count(tally, outcomes) / tally.seconds));

/** The ratio of two variants, round by round: what disturbed one round disturbed both. */
export const ratio = (
  above: Tally[],
  below: Tally[],
  [ofAbove, ofBelow]: [readonly string[], readonly string[]],
): Spread =>
  spread(
    above.flatMap((tally, round) => {
      const other = below[round];
      if (!other) return [];
      return [count(tally, ofAbove) / tally.seconds / (count(other, ofBelow) / other.seconds)];
    }),
  );

/** Everything that is not an expected outcome, as `40P01 ×3`, over all rounds. */
export function others(tallies: Tally[], expected: readonly string[]): string {
  const sums = new Map<string, number>();
  for (const { outcomes } of tallies) {
    for (const [outcome, times] of outcomes) {
      if (!expected.includes(outcome)) sums.set(outcome, (sums.get(outcome) ?? 0) + times);
    }
  }
  return [...sums].map(([outcome, times]) => `${outcome} ×${times}`).join(', ') || '0';
}
