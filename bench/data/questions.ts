import type pg from 'pg';
import { dice, pick } from '../core/random';
import { KIT_EVERY, POOL } from './catalogue';
import { nouns } from './words';

/** A function as people call it, with values that differ from call to call. */
export type Question = {
  name: string;
  text: string;
  values: () => unknown[] | Promise<unknown[]>;
  /** What is promised of its p95 in ms: the least, and the aim. */
  least?: readonly [least: number, aim: number];
};

const DAY = 86_400_000;
const HOUR = 3_600_000;
const SEARCH = 'select * from public.search_resources($1, $2, null, $3, $4, $5, 24, $6)';
const NEAR = 'select * from public.search_resources($1, $2, $3, $4, $5, $6, 24, null, $7, $8)';
const today = () => Math.floor(Date.now() / DAY) * DAY;

/** Two letters change places, or one is missing: what thumbs do. */
function misspell(word: string, roll: (sides: number) => number): string {
  const at = 1 + roll(word.length - 2);
  const [before, a = '', b = '', after] = [
    word.slice(0, at),
    word[at],
    word[at + 1],
    word.slice(at + 2),
  ];
  return roll(2) === 0 ? before + b + a + after : before + b + after;
}

/** Bookings still to come: their times are taken, so somebody who wants them needs alternatives. */
async function comingBookings(client: pg.Client) {
  const { rows } = await client.query<{ resource: string; start: Date; end: Date }>(
    `select resource_id as resource, starts_at as start, ends_at as end from public.bookings
     where starts_at > now() + interval '1 day' order by id limit 500`,
  );
  return rows;
}

export async function questions(
  admin: pg.Client,
  asker: pg.Client,
  resources: number,
): Promise<Question[]> {
  const roll = dice(20261122);
  const taken = await comingBookings(admin);
  const words = nouns.map(([, noun]) => noun);
  const { rows: ids } = await admin.query<{ id: string }>(
    `select bench.id('resource', n) as id from generate_series(1, $1::int) n where n % $2::int <> 0 order by n`,
    [resources, KIT_EVERY],
  );
  /** An evening, a day or a weekend in the next eight weeks. */
  const period = () => {
    const start = today() + (3 + roll(56)) * DAY + (8 + roll(10)) * HOUR;
    return [new Date(start), new Date(start + pick([3, 24, 48], roll) * HOUR)] as const;
  };
  const closedWeek = () => {
    const start = today() + (201 + roll(3)) * DAY + 10 * HOUR;
    return [new Date(start), new Date(start + 24 * HOUR)] as const;
  };
  const search = (name: string, values: Question['values']): Question => ({
    name,
    text: SEARCH,
    values,
  });
  const id = () => pick(ids, roll).id;
  const somewhere = () => [51.3 + roll(1000) / 10_000, 12.3 + roll(1500) / 10_000];
  return [
    { name: 'select 1 (the client and the wire alone)', text: 'select 1', values: () => [] },
    {
      name: 'search: word, kind, period, quantity, distance',
      least: [25, 5],
      text: NEAR,
      values: () => {
        const [kind, word] = pick(nouns, roll);
        return [POOL, word, [kind], ...period(), 1, ...somewhere()];
      },
    },
    {
      name: 'search: kind, period, quantity, distance',
      least: [25, 5],
      text: NEAR,
      values: () => [POOL, null, [pick(nouns, roll)[0]], ...period(), 1, ...somewhere()],
    },
    search('search: period, at least 1', () => [POOL, null, ...period(), 1, null]),
    search('search: period, at least 20', () => [POOL, null, ...period(), 20, null]),
    search('search: period, one in twenty free', () => [POOL, null, ...closedWeek(), 1, null]),
    search('search: one word and period', () => [POOL, pick(words, roll), ...period(), 1, null]),
    search('search: two words and period', () => [
      POOL,
      `${pick(words, roll)} Verein`,
      ...period(),
      1,
      null,
    ]),
    search('search: word with a typo', () => [
      POOL,
      misspell(pick(words, roll), roll),
      null,
      null,
      null,
      null,
    ]),
    search('search: page 2 of a period', async () => {
      const ask = [POOL, null, ...period(), 1];
      const { rows } = await asker.query<{ cursor: string }>(SEARCH, [...ask, null]);
      return [...ask, rows.at(-1)?.cursor ?? null];
    }),
    {
      name: 'resource_calendar: a month',
      least: [3, 1],
      text: 'select * from public.resource_calendar($1, $2, $3)',
      values: () => {
        const start = today() + (roll(90) - 45) * DAY;
        return [id(), new Date(start), new Date(start + 31 * DAY)];
      },
    },
    {
      name: 'suggest_alternatives for a taken time',
      text: 'select * from public.suggest_alternatives($1, $2, $3)',
      values: () => {
        const { resource, start, end } = pick(taken, roll);
        return [resource, start, end];
      },
    },
    {
      name: 'free_quantity of one thing',
      text: 'select private.free_quantity($1, $2, $3)',
      values: () => [id(), ...period()],
    },
  ];
}
