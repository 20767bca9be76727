import type { Bench, Part } from '../core/bench';
import type { Hosted } from '../core/hosted';
import { connection, outcomeOf } from '../core/http';
import { alternate, others, perSecond, type Act, type Tally } from '../core/load';
import { dice, pick } from '../core/random';
import type { Report } from '../core/report';
import { percentile, spread } from '../core/stats';
import { KIT_EVERY, POOL } from '../data/catalogue';
import { settingsOf, withAdmin } from '../data/database';
import { populate } from '../data/populate';
import { ownSlots, stage } from '../data/slots';
import { tokensFor } from '../data/tokens';
import { nouns } from '../data/words';

/**
 * MRBS (PHP, 1,000 rooms, a million entries, 8 clients over HTTP) on a machine like this one: the
 * better of its two databases. The numbers are published ones, not measured here.
 */
const PEER = { booking: 142, month: 33, search: 1.7, doubleRounds: '8 of 10' };
/** At least ten times as fast on reads, three times on bookings. */
const LEAST = { booking: PEER.booking * 3, month: PEER.month * 10, search: PEER.search * 10 };
const CROWD = 50;
const ROUNDS = 10;
const DAY = 86_400_000;
const HOUR = 3_600_000;

type Door = (client: number, name: string, body: unknown) => Promise<string>;

/** As many people as one likes, each with a token and a connection of their own. */
function door(stack: Hosted, people: { person: string }[]): { call: Door; close: () => void } {
  const clients = people.map(({ person }) => ({
    ...connection(),
    headers: {
      apikey: stack.publishableKey,
      authorization: `Bearer ${tokensFor(stack, person).outer}`,
    },
  }));
  return {
    call: async (client, name, body) => {
      const mine = clients[client];
      if (!mine) throw new Error(`no client ${client}`);
      return outcomeOf(await mine.send(`${stack.apiUrl}/rest/v1/rpc/${name}`, mine.headers, body));
    },
    close: () => {
      for (const { close } of clients) close();
    },
  };
}

async function rates(bench: Bench, stack: Hosted): Promise<Record<keyof typeof LEAST, Tally[]>> {
  const { clients, resources } = bench.scale;
  const things = await withAdmin(stack, (admin) => stage(admin, clients));
  const ids = await withAdmin(stack, async (admin) =>
    (
      await admin.query<{ id: string }>(
        `select bench.id('resource', n) as id from generate_series(1, $1::int) n where n % $2::int <> 0`,
        [Math.min(resources, PEER_RESOURCES), KIT_EVERY],
      )
    ).rows.map(({ id }) => id),
  );
  const { call, close } = door(stack, things.people);
  const roll = dice(20261122);
  const today = Math.floor(Date.now() / DAY) * DAY;
  const next = ownSlots(things.own, clients);
  const booking: Act = (client) => {
    const { thing, start, end } = next(client);
    return call(client, 'request_booking', {
      p_resource_id: thing.resource,
      p_organisation_id: things.people[client]?.organisation,
      p_starts_at: start,
      p_ends_at: end,
      p_purpose: 'Bench',
    });
  };
  const month: Act = (client) => {
    const from = today + (roll(90) - 45) * DAY;
    return call(client, 'resource_calendar', {
      p_resource_id: pick(ids, roll),
      p_from: new Date(from),
      p_to: new Date(from + 31 * DAY),
    });
  };
  const search: Act = (client) => {
    const from = today + (3 + roll(56)) * DAY + (8 + roll(10)) * HOUR;
    return call(client, 'search_resources', {
      p_pool: POOL,
      p_query: pick(nouns, roll)[1],
      p_starts_at: new Date(from),
      p_ends_at: new Date(from + 3 * HOUR),
      p_quantity: 1,
    });
  };
  try {
    return await alternate(
      [
        { name: 'booking', act: booking },
        { name: 'month', act: month },
        { name: 'search', act: search },
      ],
      bench.scale,
    );
  } finally {
    close();
  }
}

/** Everybody presses at once, on open connections; answers with what each heard. */
async function press(stack: Hosted): Promise<string[][]> {
  const things = await withAdmin(stack, (admin) => stage(admin, CROWD));
  const { call, close } = door(stack, things.people);
  const [thing] = things.contested;
  const from = Math.floor(Date.now() / DAY) * DAY + 300 * DAY;
  try {
    await Promise.all(
      things.people.map((_, n) => call(n, 'search_resources', { p_pool: POOL, p_limit: 1 })),
    );
    const rounds: string[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = from + round * DAY;
      rounds.push(
        await Promise.all(
          things.people.map(({ organisation }, n) =>
            call(n, 'request_booking', {
              p_resource_id: thing?.resource,
              p_organisation_id: organisation,
              p_starts_at: new Date(start),
              p_ends_at: new Date(start + HOUR),
            }),
          ),
        ),
      );
    }
    return rounds;
  } finally {
    close();
  }
}

const PEER_RESOURCES = 1_000;

async function run(bench: Bench, stack: Hosted, size: string): Promise<Report> {
  const settings = await withAdmin(stack, settingsOf);
  const tallies = await rates(bench, stack);
  bench.log(`${CROWD} people press for one slot, ${ROUNDS} times …`);
  const rounds = await press(stack);
  const winners = rounds.map((heard) => heard.filter((outcome) => outcome === 'ok').length);
  const strange = new Set(rounds.flat().filter((outcome) => !['ok', 'BKOVL'].includes(outcome)));
  const row = (what: string, name: keyof typeof LEAST) => [
    what,
    perSecond(tallies[name], ['ok']),
    spread(tallies[name].map(({ latencies }) => percentile(latencies, 0.95))),
    PEER[name],
    LEAST[name],
    spread(tallies[name].map((t) => (t.outcomes.get('ok') ?? 0) / t.seconds / PEER[name])),
    others(tallies[name], ['ok']),
  ];
  return {
    tables: [
      {
        caption: `HTTP through the gateway, ${bench.scale.clients} clients with a member’s token (${size})`,
        columns: ['request', 'per second', 'p95 ms', 'MRBS', 'least', 'times MRBS', 'errors'],
        rows: [
          row('a booking', 'booking'),
          row('a month of one room', 'month'),
          row('a search with a word and a period', 'search'),
        ],
      },
      {
        caption: `${CROWD} people press for one slot, ${ROUNDS} rounds`,
        columns: ['', 'rounds with exactly one winner', 'most winners in a round', 'other answers'],
        rows: [
          [
            'here',
            `${winners.filter((n) => n === 1).length} of ${ROUNDS}`,
            String(Math.max(...winners)),
            [...strange].join(', ') || 'none',
          ],
          ['MRBS', '2 of 10', 'more than one in 8 of 10', ''],
        ],
      },
    ],
    notes: [
      `Durable: every commit waits for the disk (${settings}).`,
      'MRBS: published numbers of a machine like this one (142 on MariaDB, 32 on PostgreSQL; a month 33, a search 1.7 a second).',
    ],
  };
}

export const peers: Part = {
  name: 'peers',
  title: 'Beside a real peer, over HTTP',
  limitMinutes: 30,
  run: (bench) =>
    bench.withStack(
      'peers',
      (database) =>
        populate(bench, database, bench.scale.peerBookings, {
          resources: Math.min(bench.scale.resources, PEER_RESOURCES),
        }),
      (stack, size) => run(bench, stack, size),
    ),
};
