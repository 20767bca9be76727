import { afterAll, beforeAll, expect, inject } from 'vitest';
import pg from 'pg';
import { localDay } from '../../seed/calendar';
import { names } from '../../seed/data/names';
import { organisations } from '../../seed/data/organisations';
import { poolTexts } from '../../seed/data/pools';
import demoPeople from '../../seed/people.json';
import { publishedOffers } from '../../seed/published-offers';
import { organisationId, poolOf } from '../../seed/world';
import { writePool, writeThings } from '../../seed/write-pool';
import { writePrices } from '../../seed/write-prices';
import { Acting, type Row } from '../support/database';
import { at } from '../support/names';
import { claimsOf, type Person } from '../support/people';
import type { Price } from '../support/prices';

/** Who asks in the stories of the offers, and how the owners see them. */
export const borrowers = {
  /** Member of the youth council; an association, so recognised. */
  scouts: 'pfadfinder-biber',
  /** Member of the community centre. */
  seniors: 'seniorenclub-goldregen',
  /** Looks after a plot of the allotments: a member there. */
  gardeners: 'stadtgaertnerei',
  /** Recognised as serving the common good, member of nobody. */
  choir: 'chor-querbeet',
  /** An initiative from the street: the fire brigade counts it as local. */
  parents: 'elternrat-ost',
  /** Sells things: commercial at the community centre. */
  shop: 'eine-welt-laden',
  /** An initiative that nobody recognised: everybody else. */
  cafe: 'cafe-nachbar',
} as const;
export type Borrower = keyof typeof borrowers;

export interface Checked {
  ok: boolean;
  violations: { code: string; field: string; params: Record<string, unknown> }[];
  price: Price;
  days: number;
}

export interface When {
  /** Wall time in Berlin, `2027-02-09 10:00`. */
  from: string;
  to: string;
}

export interface More {
  quantity?: number;
  extras?: Record<string, number>;
}

/** The demo district with the published offers and nothing booked. */
export function district() {
  const name = `offers_${process.pid}`;
  const pool = poolOf(
    {
      slug: 'ostviertel',
      organisations,
      resources: publishedOffers(),
      assets: [],
      people: { demo: demoPeople, names },
    },
    localDay(Date.now()),
  );
  let client: pg.Client;

  beforeAll(async () => {
    const { adminUrl, ownerUrl } = inject('cluster');
    const admin = new pg.Client(adminUrl);
    await admin.connect();
    // the template of the other tests has their story in it; this one is migrated and empty
    await admin.query(`create database ${name} template postgres owner postgres`);
    await admin.end();
    client = new pg.Client(at(ownerUrl, name));
    await client.connect();
    await client.query('begin');
    await writePool(client, pool, poolTexts.ostviertel);
    await writeThings(client, pool);
    await writePrices(client, pool);
    await client.query('commit');
  });
  afterAll(async () => {
    await client.end();
    const admin = new pg.Client(inject('cluster').adminUrl);
    await admin.connect();
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  });

  const someone = (organisation: string, roles: string[]): Person => {
    const found = pool.cast.memberships.find(
      (m) => m.organisation === organisation && roles.includes(m.role),
    );
    if (!found) throw new Error(`${organisation} has nobody who is ${roles.join(' or ')}`);
    return { id: found.person.id, name: organisation, email: found.person.email };
  };
  const thing = (title: string) => {
    const found = pool.things.find(({ seed }) => seed.title === title);
    if (!found) throw new Error(`no thing is called ${title}`);
    return found;
  };

  const as = (who: Person) =>
    new Acting(who, async (text, values) => {
      await client.query('savepoint act; set local role authenticated');
      try {
        await client.query("select set_config('request.jwt.claims', $1, true)", [
          claimsOf(who).claims,
        ]);
        const { rows } = await client.query(text, values);
        await client.query('set local role postgres; release savepoint act');
        return rows as Row[];
      } catch (error) {
        await client.query('rollback to savepoint act; release savepoint act');
        throw error;
      }
    });

  const wish = (who: Borrower, title: string, { from, to }: When, more: More) => ({
    p_resource_id: thing(title).id,
    p_organisation_id: organisationId(pool.slug, borrowers[who]),
    p_starts_at: `${from} Europe/Berlin`,
    p_ends_at: `${to} Europe/Berlin`,
    p_quantity: more.quantity ?? 1,
    p_extras: JSON.stringify(more.extras ?? {}),
  });
  const anybody = ['member', 'approver', 'admin'];

  return {
    /** Plays in a transaction that is rolled back: each begins with nothing booked. */
    scene: (play: () => Promise<void>) => async () => {
      await client.query('begin');
      try {
        await play();
      } finally {
        await client.query('rollback');
      }
    },
    async check(who: Borrower, title: string, when: When, more: More = {}): Promise<Checked> {
      const row = await as(someone(borrowers[who], anybody)).call(
        'check_booking',
        wish(who, title, when, more),
      );
      return row.check_booking as Checked;
    },
    request: (who: Borrower, title: string, when: When, more: More = {}): Promise<Row> =>
      as(someone(borrowers[who], anybody)).call('request_booking', wish(who, title, when, more)),
    /** Somebody of the owner who decides. */
    owner: (title: string) => as(someone(thing(title).seed.owner, ['approver', 'admin'])),
    sql: async (text: string, values: unknown[] = []) =>
      (await client.query(text, values)).rows as Row[],
  };
}

const DAY = 86_400_000;

/**
 * A time on a weekday (1 Monday to 7 Sunday) so many weeks ahead: far enough that no lead time is in
 * the way, near enough for every horizon.
 */
export function on(weekday: number, time: string, weeks = 10): string {
  const today = new Date(Math.floor(Date.now() / DAY) * DAY);
  const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY;
  const date = new Date(monday + (weeks * 7 + weekday - 1) * DAY);
  return `${date.toISOString().slice(0, 10)} ${time}`;
}

/** Whole days from Tuesday on. */
export const days = (count: number): When => ({ from: on(2, '10:00'), to: on(1 + count, '18:00') });

/** A Saturday evening. */
export const evening = (weeks = 10): When => ({
  from: on(6, '18:00', weeks),
  to: on(6, '23:00', weeks),
});

export const codes = ({ violations }: Checked): string[] => violations.map(({ code }) => code);

export function expectOpen(checked: Checked): void {
  expect(checked.violations).toEqual([]);
  expect(checked.ok).toBe(true);
}
