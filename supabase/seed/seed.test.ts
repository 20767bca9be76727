import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { at } from '../tests/support/names';
import demoPeople from './people.json';
import { parseOffers } from './published-offers';
import { seed } from './seed';

/*
 * Runs on the cluster of the database tests, in databases of its own. Signing in with the seeded
 * people is for the tests of the app, which run against the whole stack.
 */
const today = new Date('2027-05-20T08:30:00Z');
const database = 'seed_first';
let db: pg.Client;

async function makeSeeded(name: string): Promise<pg.Client> {
  const admin = new pg.Client(inject('cluster').adminUrl);
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  // the template of the other tests has their story in it; this one is migrated and empty
  await admin.query(`create database ${name} template postgres owner postgres`);
  await admin.end();
  const url = at(inject('cluster').ownerUrl, name);
  await seed(url, { today });
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

async function list<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
  return (await db.query<Row>(sql, values)).rows;
}

const count = async (sql: string): Promise<number> =>
  (await list<{ n: number }>(`select count(*)::integer as n from ${sql}`))[0]?.n ?? -1;

beforeAll(async () => {
  db = await makeSeeded(database);
}, 120_000);
afterAll(() => db.end());

describe('the demo district', () => {
  it('has organisations, things of all kinds and a year of bookings', async () => {
    const inPool = `join public.pools p on p.id = x.pool_id and p.slug = 'ostviertel'`;
    expect(
      await count(`public.organisations x ${inPool} where status = 'admitted'`),
    ).toBeGreaterThanOrEqual(28);
    expect(await count(`public.organisations x ${inPool} where status = 'pending'`)).toBe(2);
    expect(await count(`public.resources x ${inPool} where listed`)).toBeGreaterThanOrEqual(155);
    expect(await count(`(select distinct kind from public.resources x ${inPool}) k`)).toBe(5);
    const bookings = await count(`public.bookings x ${inPool}`);
    expect(bookings).toBeGreaterThan(2500);
    expect(bookings).toBeLessThan(4200);
  });

  it('knows its holidays three years ahead, and when its schools are closed', async () => {
    const inPool = `join public.pools p on p.id = x.pool_id and p.slug = 'ostviertel'`;
    expect(
      await count(`public.holidays x ${inPool} where kind = 'public' and on_date = '2030-10-03'`),
    ).toBe(1);
    expect(
      await count(`public.holidays x ${inPool} where kind = 'school' and on_date = '2027-07-19'`),
    ).toBe(1);
  });

  it('shows all kinds among the newest things', async () => {
    const rows = await list<{ kind: string }>(
      `select distinct kind from (select kind from public.resources where listed order by created_at desc limit 24) r`,
    );
    expect(rows).toHaveLength(5);
  });

  it('has every published offer with its terms', async () => {
    const offers = parseOffers(
      readFileSync(new URL('published-offers.csv', import.meta.url), 'utf8'),
    );
    expect(offers).toHaveLength(31);
    for (const offer of offers) {
      const found = await list<{ price_mode: string | null; says: boolean }>(
        `select t.price_mode,
           r.rules <> '' or r.price_note <> '' or r.deposit_note <> '' or t.price_mode is not null as says
         from public.resources r join public.effective_terms t on t.resource_id = r.id
         where r.kind = $1 and r.title = $2 and r.quantity = $3 and r.capacity_note = $4`,
        [offer.kind, offer.title, Number(offer.quantity), offer.size_or_capacity],
      );
      expect(found, offer.title).toHaveLength(1);
      // whoever publishes an amount has it as a price; what each comes to is in tests/offers
      if (/\d,\d\d|frei|Spende/.test(offer.price))
        expect(found[0]?.price_mode, offer.title).not.toBeNull();
      expect(found[0]?.says, offer.title).toBe(true);
    }
  });

  it('has the demo people with their roles, at least three of each', async () => {
    const rows = await list<{ email: string; role: string; organisation: string }>(
      `select u.email, m.role, o.slug as organisation from public.memberships m
         join auth.users u on u.id = m.person_id join public.organisations o on o.id = m.organisation_id
       union all
       select u.email, s.role, p.slug from public.pool_staff s
         join auth.users u on u.id = s.person_id join public.pools p on p.id = s.pool_id`,
    );
    const all = new Set(rows.map((row) => `${row.email} ${row.role} ${row.organisation}`));
    for (const person of demoPeople) {
      expect(all).toContain(`${person.email} ${person.role} ${person.organisation}`);
    }
    for (const role of ['member', 'approver', 'admin', 'reviewer', 'manager']) {
      expect(demoPeople.filter((person) => person.role === role).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives every admitted organisation an admin, and every lender an approver', async () => {
    const without = (role: string) =>
      count(`public.organisations o where status = 'admitted'
        and not exists (select from public.memberships m where m.organisation_id = o.id and m.role = '${role}')
        and ('${role}' = 'admin' or exists (select from public.resources r where r.organisation_id = o.id))`);
    expect(await without('admin')).toBe(0);
    expect(await without('approver')).toBe(0);
  });
});

describe('its bookings', () => {
  it('never take more than there is', async () => {
    // At each moment at which something begins: everything that is under way then, added up.
    const over = await list(
      `select a.name, sum(al.quantity) as taken, a.quantity as stock
       from public.allocations begin
       join public.allocations al on al.asset_id = begin.asset_id and al.blocked @> lower(begin.blocked)
       join public.assets a on a.id = begin.asset_id
       group by begin.id, a.id having sum(al.quantity) > a.quantity`,
    );
    expect(over).toEqual([]);
  });

  it('stand in the occupancy exactly while they stand', async () => {
    const wrong = await count(
      `public.bookings b join public.resources r on r.id = b.resource_id
       where (b.status in ('requested', 'approved')) <> exists (
         select from public.allocations al where al.booking_id = b.id
           and al.kind = case b.status when 'requested' then 'hold' else 'booking' end
           and al.blocked = tstzrange(b.starts_at - make_interval(mins => r.buffer_before_minutes),
                                      b.ends_at + make_interval(mins => r.buffer_after_minutes)))`,
    );
    expect(wrong).toBe(0);
    const kept = await count("public.bookings where status = 'approved'");
    expect(kept).toBeGreaterThan(2000);
  });

  it('are given at once where an owner agreed in advance, and say so', async () => {
    const told = await list<{ slug: string; by: string; reason: string; n: number }>(
      `select r.slug, b.decision ->> 'by' as by, b.decision ->> 'reason' as reason, count(*)::int as n
       from public.bookings b join public.resources r on r.id = b.resource_id and r.approval = 'standing'
       join public.booking_log l on l.booking_id = b.id and l.version = 1 and l.to_status = 'approved'
       group by 1, 2, 3`,
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { by, reason } of told) expect([by, reason]).toEqual(['standing', 'named']);
    const later = await count(
      `public.bookings b join public.standing_approvals s
         on s.id::text = b.decision -> 'params' ->> 'standing_approval_id' where b.created_at < s.created_at`,
    );
    expect(later).toBe(0);
    expect(await count('public.organisation_confirmations')).toBe(2);
    expect(
      await count('public.terms where organisation_id is not null and resource_id is null'),
    ).toBe(4);
  });

  it('keep the rules of their owners', async () => {
    const broken = await list(
      `select r.slug, b.status, b.created_at, b.starts_at, b.ends_at from public.bookings b join public.resources r on r.id = b.resource_id join public.effective_terms t using (resource_id)
       where b.ends_at - b.starts_at < make_interval(mins => coalesce(t.min_minutes, 0))
          or b.ends_at - b.starts_at > make_interval(mins => coalesce(t.max_minutes, 527040))
          or b.starts_at - b.created_at < make_interval(mins => t.lead_minutes)
          or b.created_at < r.created_at or b.quantity > r.quantity`,
    );
    expect(broken).toEqual([]);
  });

  it('happened in the past, in order, and by people who may', async () => {
    const log = 'public.booking_log l join public.bookings b on b.id = l.booking_id';
    expect(await count(`${log} where l.at > '${today.toISOString()}' or l.at < b.created_at`)).toBe(
      0,
    );
    const backwards = await count(
      `public.booking_log l join public.booking_log m on m.booking_id = l.booking_id
       where m.version = l.version + 1 and m.at < l.at`,
    );
    expect(backwards).toBe(0);
    const strangers = await count(
      `${log} where l.side <> 'system' and not exists (
         select from public.memberships m where m.person_id = l.actor_id
           and m.organisation_id = case l.side when 'owner' then b.owner_id else b.organisation_id end
           and (l.side = 'borrower' or m.role in ('approver', 'admin')))`,
    );
    expect(strangers).toBe(0);
  });

  it('leave a full inbox, a question and an answer for the caretaker', async () => {
    const open = await list<{ awaiting: string; last_action: string; hold_expires_at: Date }>(
      `select b.awaiting, b.last_action, b.hold_expires_at from public.bookings b
       join public.organisations o on o.id = b.owner_id
       where o.slug = 'buergerhaus-ost' and b.status = 'requested'`,
    );
    expect(open).toHaveLength(9);
    expect(open.filter((one) => one.awaiting === 'borrower')).toHaveLength(1);
    expect(open.filter((one) => one.last_action === 'answered')).toHaveLength(1);
    expect(open.every((one) => one.hold_expires_at > today)).toBe(true);
    expect(await count(`public.bookings where status = 'requested'`)).toBeGreaterThan(30);
  });

  it('include refused ones with a word, and a closed week to come', async () => {
    expect(await count(`public.bookings where status = 'declined' and last_note is null`)).toBe(0);
    expect(await count(`public.bookings where status = 'declined'`)).toBeGreaterThan(50);
    const closed = await count(
      `public.closures c join public.resources r on r.id = c.resource_id
       where r.slug = 'turnhalle-ganz' and c.starts_at > '${today.toISOString()}'
         and c.ends_at - c.starts_at > interval '6 days' and c.reason <> ''`,
    );
    expect(closed).toBe(1);
  });

  it('tell nobody anything', async () => {
    expect(await count('private.outbox')).toBe(0);
    expect(await count('private.deliveries')).toBe(0);
    expect(await count('realtime.messages')).toBe(0);
    const off = await count(`pg_trigger where tgenabled = 'D' and not tgisinternal`);
    expect(off, 'triggers left off').toBe(0);
  });
});

describe('seeding again', () => {
  it('makes the same data for the same day', async () => {
    const again = await makeSeeded('seed_second');
    try {
      expect(await fingerprint(again)).toEqual(await fingerprint(db));
    } finally {
      await again.end();
    }
  }, 120_000);
});

async function fingerprint(client: pg.Client): Promise<Record<string, string>> {
  const tables = [
    'pools',
    'profiles',
    'pool_staff',
    'organisations',
    'memberships',
    'organisation_decisions',
    'assets',
    'resources',
    'resource_assets',
    'standing_approvals',
    'bookings',
    'booking_log',
    'closures',
    'allocations',
  ];
  const found: Record<string, string> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ row: string }>(
      `select t::text as row from public.${table} t order by 1`,
    );
    found[table] = createHash('sha256')
      .update(rows.map(({ row }) => row).join('\n'))
      .digest('hex');
  }
  return found;
}
