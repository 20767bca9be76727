import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { disagreements } from '../oracle/compare';
import { History } from '../oracle/history';
import { dice, type Span } from '../oracle/world';
import { acting, type Row } from '../support/acting';
import { broken } from '../support/books';
import { when } from '../support/when';
import { httpDoor, sqlDoor } from './doors';
import { untilWell, type House, type Victim } from './house';
import { webDoor } from './web';

export interface Plan {
  seed: number;
  acts: number;
  clients: number;
  /** Acts between two looks at the books, when nothing else happens. */
  round: number;
  /** A process is killed about every so many acts. */
  killEvery: number;
  log: (line: string) => void;
}

export interface Finding {
  acts: number;
  outcomes: Record<string, number>;
  kills: Partial<Record<Victim, number>>;
  /** Acts a second while nobody looked at the books. */
  perSecond: number;
  problems: string[];
}

/** The owner's look at the books; only asked between crashes, and connects anew each time it must. */
function look(house: House) {
  let client: pg.Client | undefined;
  async function connected(): Promise<pg.Client> {
    if (client) return client;
    for (const end = Date.now() + 90_000; ;) {
      const fresh = new pg.Client(house.ownerUrl);
      fresh.on('error', () => {
        if (client === fresh) client = undefined;
      });
      try {
        await fresh.connect();
        client = fresh;
        return fresh;
      } catch (error) {
        if (Date.now() > end) throw error;
        await pause(50);
      }
    }
  }
  return {
    connected,
    sql: async (text: string, values: unknown[] = []): Promise<Row[]> =>
      (await (await connected()).query(text, values)).rows as Row[],
    close: async () => {
      await client?.end().catch(() => undefined);
    },
  };
}

/**
 * Many people at once, half of them over HTTP, or a third each when the house has the app, while processes are killed under them; now and then
 * everybody pauses and the books are compared with what was answered and with the oracle.
 */
export async function soak(house: House, plan: Plan): Promise<Finding> {
  const { seed, clients, log } = plan;
  // enough days that a long run still finds free ones
  const span: Span = {
    start: Date.parse(when(10)),
    days: Math.min(200, Math.max(6, Math.ceil(plan.acts / 800))),
  };
  const owner = look(house);
  const history = new History(seed, span, {
    // why caught: who makes a hold old while the server is down simply does not
    sql: (text, values) =>
      text.startsWith('update') ? owner.sql(text, values).catch(() => []) : owner.sql(text, values),
    as: () => {
      throw new Error('the history looks as the owner only');
    },
  });
  const app = house.appUrl === undefined ? undefined : webDoor(house, house.appUrl);
  const ways = [() => sqlDoor(house), () => httpDoor(house), ...(app ? [() => app] : [])];
  const doors = Array.from({ length: clients }, (_, n) =>
    (ways[n % ways.length] ?? sqlDoor)(house),
  );
  const kills = Object.fromEntries(house.victims.map((v) => [v, 0])) as Finding['kills'];
  const fate = dice(seed + 1);
  const first = fate.below(house.victims.length);
  const order = [...house.victims.slice(first), ...house.victims.slice(0, first)];
  let turn = -1;
  const problems: string[] = [];
  let busyMs = 0;

  async function killNow(): Promise<void> {
    // each in turn, so that a short run kills all of them
    const victim = order[(turn += 1) % order.length] ?? 'postgres';
    await house.kill(victim);
    kills[victim] = (kills[victim] ?? 0) + 1;
    await untilWell(house);
  }

  try {
    for (let played = 0; played * clients < plan.acts;) {
      const each = Math.ceil(Math.min(plan.round, plan.acts - played * clients) / clients);
      const before = performance.now();
      const over = new AbortController();
      let next = history.count + 1 + fate.below(plan.killEvery);
      const killer = (async () => {
        while (!over.signal.aborted) {
          if (history.count >= next) {
            await killNow();
            next = history.count + Math.ceil(plan.killEvery / 2) + fate.below(plan.killEvery);
          } else await pause(5);
        }
      })();
      await Promise.all(doors.map(({ door }, n) => history.play(n, played, each, door)));
      over.abort();
      await killer;
      busyMs += performance.now() - before;
      played += each;
      await untilWell(house);
      const client = await owner.connected();
      problems.push(
        ...(await history.problems()),
        ...((await app?.problems(owner.sql)) ?? []),
        ...(await broken(client)),
        ...(await disagreements({ sql: owner.sql, as: acting(client) }, dice(seed + played), span)),
      );
      log(
        `${history.count} acts, ${JSON.stringify(history.outcomes)}, killed ${JSON.stringify(kills)}`,
      );
      if (problems.length > 0) break;
    }
  } finally {
    await Promise.allSettled([owner.close(), ...doors.map(({ close }) => close())]);
  }
  const perSecond = history.count / (busyMs / 1000);
  return { acts: history.count, outcomes: history.outcomes, kills, perSecond, problems };
}
