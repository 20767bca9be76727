import { describe, expect, test } from 'vitest';
import { fillTheTables } from '../support/acts';
import { scenes } from '../support/database';
import {
  ada,
  amir,
  anon,
  bea,
  boris,
  manu,
  mia,
  nameOf,
  nina,
  olga,
  otto,
  paul,
  penny,
  rita,
  service,
  susi,
  westa,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';

const scene = scenes();
const everybody: Actor[] = [
  anon,
  mia,
  boris,
  bea,
  olga,
  amir,
  ada,
  otto,
  paul,
  rita,
  manu,
  susi,
  penny,
  nina,
  westa,
  service,
];

type Seen = Map<Actor, number | 'refused'>;
const seen = (rest: number | 'refused', more: [Actor[], number | 'refused'][]): Seen =>
  new Map([
    ...everybody.map((who) => [who, rest] as const),
    ...more.flatMap(([who, n]) => who.map((w) => [w, n] as const)),
  ]);

/** How many rows of each table each actor reads after `fillTheTables`. */
const tables: { table: string; title: string; rows: Seen }[] = [
  { table: 'pools', title: 'everybody reads the pools', rows: seen(2, []) },
  {
    table: 'pool_staff',
    title: "QM people read their own appointment, nobody reads others'",
    rows: seen(0, [
      [[anon], 'refused'],
      [[rita, manu, westa], 1],
      [[service], 3],
    ]),
  },
  {
    table: 'profiles',
    title:
      'people read the names of co-members and of who asks for their things; the QM those of its pool',
    rows: seen(1, [
      [[anon], 'refused'],
      [[mia, boris, bea, olga], 3],
      [[amir, ada], 5],
      [[otto, nina, susi, penny, paul], 1],
      [[rita, manu], 10],
      [[westa], 2],
      [[service], 14],
    ]),
  },
  {
    table: 'organisations',
    title:
      'everybody reads admitted organisations; pending and suspended ones only their people and the QM',
    rows: seen(4, [
      [[susi, penny], 5],
      [[rita, manu, service], 6],
    ]),
  },
  {
    table: 'organisation_decisions',
    title: 'what the QM wrote to the Kickers is read by the Kickers and the QM only',
    rows: seen(0, [
      [[anon], 'refused'],
      [[mia, boris, bea, rita, manu, service], 1],
    ]),
  },
  {
    table: 'memberships',
    title: "members read who belongs to their organisation, the QM who belongs to its pool's",
    rows: seen(0, [
      [[anon], 'refused'],
      [[mia, boris, bea, olga, amir, ada], 3],
      [[otto, paul, susi, penny, westa], 1],
      [[rita, manu], 9],
      [[service], 10],
    ]),
  },
  {
    table: 'resources',
    title:
      'everybody reads what is listed; paused, retired and unlisted things only their owners and the QM',
    rows: seen(11, [
      [[olga, amir, ada], 13],
      [[susi, penny], 12],
      [[rita, manu, service], 15],
    ]),
  },
  {
    table: 'resource_photos',
    title: 'photos are read by whoever may read the thing',
    rows: seen(1, [[[olga, amir, ada, rita, manu, service], 2]]),
  },
  {
    table: 'resource_texts',
    title: 'translations are read by whoever may read the thing',
    rows: seen(1, [[[olga, amir, ada, rita, manu, service], 2]]),
  },
  {
    table: 'assets',
    title: 'owners and the QM read what physically exists, borrowers do not',
    rows: seen(0, [
      [[anon], 'refused'],
      [[olga, amir, ada], 9],
      [[otto, paul, susi, penny, westa], 1],
      [[rita, manu], 12],
      [[service], 13],
    ]),
  },
  {
    table: 'resource_assets',
    title: 'owners and the QM read what things are made of',
    rows: seen(0, [
      [[anon], 'refused'],
      [[olga, amir, ada], 13],
      [[otto, paul, susi, penny, westa], 1],
      [[rita, manu], 16],
      [[service], 17],
    ]),
  },
  {
    table: 'closures',
    title: "the owner's people and the QM read why a thing is closed",
    rows: seen(0, [
      [[anon], 'refused'],
      [[olga, amir, ada, rita, manu, service], 1],
    ]),
  },
  {
    table: 'allocations',
    title: "only the owner's people read the rows that occupy",
    rows: seen(0, [
      [[anon], 'refused'],
      [[olga, amir, ada], 4],
      [[otto, paul], 1],
      [[service], 6],
    ]),
  },
  {
    table: 'bookings',
    title:
      "bookings are read by the borrower's people, the owner's deciders and the QM; the owner's plain members do not see who asks",
    rows: seen(0, [
      [[anon], 'refused'],
      [[mia, boris, bea, amir, ada], 2],
      [[otto], 1],
      [[paul, westa], 1],
      [[rita, manu], 3],
      [[service], 4],
    ]),
  },
  {
    table: 'booking_log',
    title: 'the story of a booking is read by whoever reads the booking',
    rows: seen(0, [
      [[anon], 'refused'],
      [[mia, boris, bea, amir, ada], 2],
      [[otto], 1],
      [[paul, westa], 1],
      [[rita, manu], 3],
      [[service], 4],
    ]),
  },
];

describe('who reads what', () => {
  test.each(tables.map((t) => [t.table, t.title, t.rows] as const))(
    '%s: %s',
    (table, _title, rows) =>
      scene(async (s) => {
        await fillTheTables(s);
        for (const who of everybody) {
          const expected = rows.get(who);
          const query = s.as(who).sql(`select count(*) as n from public.${table}`);
          const n = await query.then(
            ([row]) => row?.n as number,
            (error: { code: string }) => (error.code === '42501' ? 'refused' : error.code),
          );
          expect.soft(n, `${nameOf(who)} reading ${table}`).toBe(expected);
        }
      })(),
  );

  test(
    'only admins read the invitations of their organisation, and nobody the hash of a token',
    scene(async (s) => {
      await fillTheTables(s);
      const columns = 'id, organisation_id, role, email, expires_at';
      expect(await s.as(bea).sql(`select ${columns} from public.invitations`)).toHaveLength(1);
      expect(await s.as(ada).sql(`select ${columns} from public.invitations`)).toHaveLength(1);
      for (const who of [mia, boris, amir, otto, paul, rita, manu, susi, nina]) {
        expect(
          await s.as(who).sql(`select ${columns} from public.invitations`),
          nameOf(who),
        ).toEqual([]);
      }
      await refused(s.as(anon).sql(`select ${columns} from public.invitations`), '42501');
      for (const who of [bea, ada, manu])
        await refused(s.as(who).sql('select token_hash from public.invitations'), '42501');
      await refused(s.as(bea).sql('select * from public.invitations'), '42501');
    }),
  );

  test(
    "an invitation that was made by nobody known stays with its organisation's admins",
    scene(async (s) => {
      await fillTheTables(s);
      await s.sql('update public.invitations set invited_by = null');
      expect(await s.as(paul).sql('select id from public.invitations')).toEqual([]);
    }),
  );

  test(
    "the QM's note to an organisation is no column that everybody reads",
    scene(async (s) => {
      const columns = Object.keys(
        (await s.as(anon).sql('select * from public.organisations limit 1'))[0] ?? {},
      );
      expect(columns).not.toContain('status_note');
    }),
  );

  test(
    'nobody reads e-mail addresses or tables of the sign-in service',
    scene(async (s) => {
      for (const who of [anon, mia, ada, manu]) {
        await refused(s.as(who).sql('select email from auth.users'), '42501');
      }
    }),
  );

  test.each(['outbox', 'deliveries', 'booking_transitions'])(
    'nobody reads private.%s, not even with the secret key',
    (table) =>
      scene(async (s) => {
        for (const who of everybody)
          await refused(s.as(who).sql(`select * from private.${table}`), '42501');
      })(),
  );

  test(
    'someone whose membership ended sees nothing of the organisation any more',
    scene(async (s) => {
      await fillTheTables(s);
      await s.as(bea).call('remove_member', {
        p_organisation_id: (
          await s.sql(`select id from public.organisations where slug = 'kickers'`)
        )[0]?.id,
        p_person_id: mia.id,
      });
      expect(await s.as(mia).sql('select id from public.bookings')).toEqual([]);
      expect(await s.as(mia).sql('select booking_id from public.booking_log')).toEqual([]);
      expect(await s.as(mia).sql('select organisation_id from public.memberships')).toEqual([]);
    }),
  );
});

describe('nobody writes a table directly', () => {
  const all = [...tables.map((t) => t.table), 'invitations'];
  test.each(all)(
    '%s: no insert, update, delete or truncate for anyone, nor for the secret key',
    (table) =>
      scene(async (s) => {
        await fillTheTables(s);
        const [{ column } = {}] = await s.sql(
          `select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and attidentity = ''
         order by attnum limit 1`,
          [`public.${table}`],
        );
        for (const who of everybody) {
          for (const statement of [
            `insert into public.${table} default values`,
            `update public.${table} set ${String(column)} = ${String(column)}`,
            `delete from public.${table}`,
            `truncate public.${table}`,
          ]) {
            await refused(s.as(who).sql(statement), '42501');
          }
        }
      })(),
  );
});
