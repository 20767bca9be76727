import type pg from 'pg';
import type { Bench, Part } from '../core/bench';
import type { Hosted } from '../core/hosted';
import { alternate, others, perSecond, ratio, type Act, type Tally } from '../core/load';
import type { Report } from '../core/report';
import {
  actAs,
  authenticatorUrl,
  codeOf,
  settingsOf,
  withAdmin,
  withClients,
} from '../data/database';
import { populate } from '../data/populate';
import { ruledThings, writeRules } from '../data/rules';
import { contestedSlots, ownSlots, stage, type Slot } from '../data/slots';

/** The same columns, checks, exclusion constraint and indexes, filled alike; no triggers, no keys to other tables. */
const bareTable = `
  create table bench.allocations (like public.allocations including all);
  insert into bench.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id, closure_id)
    select asset_id, exclusive, quantity, blocked, kind, booking_id, closure_id from public.allocations order by id;
  grant insert on bench.allocations to authenticated;`;

const insert = `
  insert into bench.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id)
  values ($1, true, 1, tstzrange($2::timestamptz, $3::timestamptz, '[)'), 'hold', gen_random_uuid())`;
const request = `select id from public.request_booking($1, $2, $3, $4, $5, 'Bench')`;

const WON = ['ok'];
const DECIDED = ['ok', 'taken', '23P01', 'BKOVL', 'BKCAP'];

type Ask = (client: pg.Client, number: number) => Promise<pg.QueryResult>;

function acts(clients: pg.Client[], organisations: string[], borrowers: string[]) {
  const act =
    (ask: Ask): Act =>
    async (number) => {
      const client = clients[number];
      if (!client) throw new Error(`no client ${number}`);
      try {
        return (await ask(client, number)).rowCount === 0 ? 'taken' : 'ok';
      } catch (error) {
        return codeOf(error);
      }
    };
  const bare = (next: (client: number) => Slot, end: '' | ' on conflict do nothing') =>
    act((client, number) => {
      const { thing, start, end: until } = next(number);
      return client.query({
        name: `insert${end}`,
        text: insert + end,
        values: [thing.asset, start, until],
      });
    });
  const intent = (next: (client: number) => Slot) =>
    act((client, number) => {
      const { thing, start, end } = next(number);
      return client.query({
        name: 'request',
        text: request,
        values: [thing.resource, organisations[number], start, end, thing.quantity],
      });
    });
  // why every organisation in turn: a quota counts what one club has, not what a whole bench has booked
  let turn = 0;
  const ruled = (next: (client: number) => Slot) =>
    act((client, number) => {
      const { thing, start, end } = next(number);
      const borrower = borrowers[turn++ % borrowers.length];
      return client.query({
        name: 'request',
        text: request,
        values: [thing.resource, borrower, start, end, thing.quantity],
      });
    });
  const nothing = act((client) => client.query({ name: 'nothing', text: 'select 1' }));
  return { bare, intent, ruled, nothing };
}

async function measure(bench: Bench, stack: Hosted) {
  const { clients: count } = bench.scale;
  const things = await withAdmin(stack, async (admin) => {
    await admin.query(bareTable);
    await admin.query('vacuum analyze bench.allocations');
    await writeRules(admin, count);
    const { rows } = await admin.query<{ id: string }>(
      `select id from public.organisations order by id`,
    );
    return {
      ...(await stage(admin, count)),
      ruled: await ruledThings(admin),
      borrowers: rows.map(({ id }) => id),
    };
  });
  const { people } = things;
  const urls = people.map(() => authenticatorUrl(stack));
  return withClients(urls, async (clients) => {
    for (const [i, client] of clients.entries()) await actAs(client, people[i]?.person ?? '');
    const { bare, intent, ruled, nothing } = acts(
      clients,
      people.map(({ organisation }) => organisation),
      things.borrowers,
    );
    const bareSlots = ownSlots(things.own, count);
    bench.log('own times: each client books its own things …');
    const own = await alternate(
      [
        { name: 'nothing', act: nothing },
        { name: 'insert', act: bare(bareSlots, '') },
        { name: 'onConflict', act: bare(bareSlots, ' on conflict do nothing') },
        { name: 'intent', act: intent(ownSlots(things.own, count)) },
        { name: 'ruled', act: ruled(ownSlots(things.ruled, count, 26 * 60)) },
      ],
      { ...bench.scale, clients: count },
    );
    bench.log('one resource: all clients press for the same slot …');
    // why halves: both bare ways write into one table and must not meet each other's rows
    const [first, second] = [things.contested.slice(0, 2), things.contested.slice(2)];
    const contested = await alternate(
      [
        { name: 'insert', act: bare(contestedSlots(first, count), '') },
        { name: 'onConflict', act: bare(contestedSlots(second, count), ' on conflict do nothing') },
        { name: 'intent', act: intent(contestedSlots(things.contested, count)) },
        { name: 'pile', act: intent(contestedSlots(things.piles, count)) },
      ],
      { ...bench.scale, clients: count },
    );
    return { own, contested };
  });
}

async function run(bench: Bench, stack: Hosted, size: string): Promise<Report> {
  const settings = await withAdmin(stack, settingsOf);
  const { own, contested } = await measure(bench, stack);
  const ownRow = (what: string, tallies: Tally[]) => [
    what,
    perSecond(tallies, WON),
    ratio(own.insert, tallies, [WON, WON]),
    others(tallies, WON),
  ];
  const contestedRow = (what: string, tallies: Tally[]) => [
    what,
    perSecond(tallies, DECIDED),
    perSecond(tallies, WON),
    ratio(tallies, contested.onConflict, [DECIDED, DECIDED]),
    perSecond(tallies, ['40P01']),
    others(tallies, [...DECIDED, '40P01']),
  ];
  return {
    tables: [
      {
        caption: `Own times: ${bench.scale.clients} connections, each with its own things (${size})`,
        columns: ['one statement', 'per second', 'time over bare INSERT’s', 'errors'],
        rows: [
          ownRow('select 1 (the client and the wire alone)', own.nothing),
          ownRow('bare INSERT', own.insert),
          ownRow('bare INSERT … on conflict do nothing', own.onConflict),
          ownRow('request_booking, no rules', own.intent),
          ownRow('request_booking, every rule, quotas, a tariff, a standing approval', own.ruled),
        ],
      },
      {
        caption: `One resource: every slot is asked for by all ${bench.scale.clients} at once`,
        columns: [
          'one statement',
          'decided per second',
          'won per second',
          'of on conflict’s',
          'deadlocks per second',
          'other errors',
        ],
        rows: [
          contestedRow('bare INSERT', contested.insert),
          contestedRow('bare INSERT … on conflict do nothing', contested.onConflict),
          contestedRow('request_booking, stock of one', contested.intent),
          contestedRow('request_booking, a third of a pile', contested.pile),
        ],
      },
    ],
    notes: [
      `Durable: every commit waits for the disk (${settings}).`,
      'A bare INSERT writes one row; request_booking writes the booking, its allocation, log, outbox and two or three broadcasts.',
      'Realtime follows the log of the database meanwhile, as it does in the product.',
    ],
  };
}

export const sql: Part = {
  name: 'sql',
  title: 'Booking intents straight in SQL',
  limitMinutes: 20,
  run: (bench) =>
    bench.withStack(
      'sql',
      (database) => populate(bench, database, bench.scale.bookings),
      (stack, size) => run(bench, stack, size),
    ),
};
