import { setTimeout as pause } from 'node:timers/promises';
import { portsFrom } from '../../supabase/local/ports';
import type { Bench, Part } from '../core/bench';
import type { Hosted } from '../core/hosted';
import { connection, outcomeOf, type Send } from '../core/http';
import { alternate, others, perSecond, ratio, type Act, type Tally } from '../core/load';
import type { Report } from '../core/report';
import { percentile, spread } from '../core/stats';
import { settingsOf, withAdmin } from '../data/database';
import { populate } from '../data/populate';
import { contestedSlots, ownSlots, stage, type Slot } from '../data/slots';
import { tokensFor } from '../data/tokens';

const WON = ['ok'];
const DECIDED = ['ok', 'BKOVL'];

const noop = `
  create function public.bench_noop() returns integer language sql stable set search_path = '' as 'select 1';
  grant execute on function public.bench_noop to authenticated;
  notify pgrst, 'reload schema'`;

type Door = { url: string; headers: (client: number) => Record<string, string> };

/** PostgREST learns of a new function a moment after it was made. */
async function untilKnown(send: Send, door: Door): Promise<void> {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    const answer = await send(`${door.url}/rpc/bench_noop`, door.headers(0), {});
    if (outcomeOf(answer) === 'ok') return;
    await pause(100);
  }
  throw new Error('PostgREST does not know the no-op function after 15 seconds');
}

async function measure(bench: Bench, stack: Hosted) {
  const { clients } = bench.scale;
  const things = await withAdmin(stack, async (admin) => {
    await admin.query(noop);
    return stage(admin, clients);
  });
  const { people } = things;
  const tokens = people.map(({ person }) => tokensFor(stack, person));
  const gateway: Door = {
    url: `${stack.apiUrl}/rest/v1`,
    headers: (client) => ({
      apikey: stack.publishableKey,
      authorization: `Bearer ${tokens[client]?.outer ?? ''}`,
    }),
  };
  const direct: Door = {
    url: `http://127.0.0.1:${portsFrom(stack.portBase).rest}`,
    headers: (client) => ({ authorization: `Bearer ${tokens[client]?.inner ?? ''}` }),
  };
  const connections = people.map(() => connection());
  const sendOf = (client: number): Send => {
    const found = connections[client];
    if (!found) throw new Error(`no client ${client}`);
    return found.send;
  };
  const call =
    (door: Door, name: string, body: (client: number) => unknown): Act =>
    async (client) =>
      outcomeOf(
        await sendOf(client)(`${door.url}/rpc/${name}`, door.headers(client), body(client)),
      );
  const nothing = (door: Door) => call(door, 'bench_noop', () => ({}));
  const booking = (door: Door, next: (client: number) => Slot) =>
    call(door, 'request_booking', (client) => {
      const { thing, start, end } = next(client);
      return {
        p_resource_id: thing.resource,
        p_organisation_id: people[client]?.organisation,
        p_starts_at: start,
        p_ends_at: end,
        p_purpose: 'Bench',
      };
    });
  try {
    await untilKnown(sendOf(0), gateway);
    const own = ownSlots(things.own, clients);
    bench.log('no-op, bookings and one contested slot, through the gateway and past it …');
    return await alternate(
      [
        { name: 'noop', act: nothing(gateway) },
        { name: 'booking', act: booking(gateway, own) },
        { name: 'contested', act: booking(gateway, contestedSlots(things.contested, clients)) },
        { name: 'directNoop', act: nothing(direct) },
        { name: 'directBooking', act: booking(direct, own) },
      ],
      bench.scale,
    );
  } finally {
    for (const { close } of connections) close();
  }
}

async function run(bench: Bench, stack: Hosted, size: string): Promise<Report> {
  const settings = await withAdmin(stack, settingsOf);
  const tallies = await measure(bench, stack);
  const row = (what: string, mine: Tally[], floor: Tally[], outcomes: string[] = WON) => [
    what,
    perSecond(mine, outcomes),
    spread(mine.map(({ latencies }) => percentile(latencies, 0.5))),
    spread(mine.map(({ latencies }) => percentile(latencies, 0.95))),
    ratio(mine, floor, [outcomes, WON]),
    others(mine, outcomes),
  ];
  return {
    tables: [
      {
        caption: `HTTP, ${bench.scale.clients} clients with open connections and a member’s token each (${size})`,
        columns: ['request', 'per second', 'p50 ms', 'p95 ms', 'of its no-op’s rate', 'errors'],
        rows: [
          row('gateway: no-op function', tallies.noop, tallies.noop),
          row('gateway: request_booking, own times', tallies.booking, tallies.noop),
          row(
            'gateway: request_booking, one slot for all',
            tallies.contested,
            tallies.noop,
            DECIDED,
          ),
          row('PostgREST alone: no-op function', tallies.directNoop, tallies.directNoop),
          row('PostgREST alone: request_booking', tallies.directBooking, tallies.directNoop),
        ],
      },
      {
        caption: 'What the gateway costs',
        columns: ['request', 'rate through the gateway over PostgREST’s alone'],
        rows: [
          ['no-op function', ratio(tallies.noop, tallies.directNoop, [WON, WON])],
          ['request_booking', ratio(tallies.booking, tallies.directBooking, [WON, WON])],
        ],
      },
    ],
    notes: [
      `Durable: every commit waits for the disk (${settings}).`,
      'The clients are one Node process on the same cores: a part of every request is theirs.',
    ],
  };
}

export const gateway: Part = {
  name: 'gateway',
  title: 'Booking intents over HTTP',
  limitMinutes: 20,
  run: (bench) =>
    bench.withStack(
      'gateway',
      (database) => populate(bench, database, bench.scale.bookings),
      (stack, size) => run(bench, stack, size),
    ),
};
