import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import { testDatabase } from '../support/database';
import { anon, claimsOf, mia, nina, otto, westa, type Actor } from '../support/people';
import { named, placeExamples } from './constraints/place';
import { examples } from './constraints/rows';

// One row of each table, and who sees it. Nina is admin of the organisation whose things they are,
// Mia of the one that borrows them, Westa works for the pool's management, Otto is a stranger in it.
const db = testDatabase();
let owner: pg.Client;

type Sees = 'sees it' | 'sees nothing' | 'is refused';
const [yes, no, refused]: [Sees, Sees, Sees] = ['sees it', 'sees nothing', 'is refused'];
const CAST: [string, Actor][] = [
  ['a passer-by', anon],
  ['Otto', otto],
  ['Mia', mia],
  ['Nina', nina],
  ['Westa', westa],
];
const everybody = [yes, yes, yes, yes, yes];
const parties = [refused, no, yes, yes, yes];
const ownersAndStaff = [refused, no, no, yes, yes];
const owners = [refused, no, no, yes, no];
const nobody = [refused, refused, refused, refused, refused];

const seen: Record<string, Sees[]> = {
  pools: everybody,
  holidays: everybody,
  terms: everybody,
  quotas: everybody,
  opening_hours: everybody,
  opening_exceptions: everybody,
  day_parts: everybody,
  tariffs: everybody,
  extras: everybody,
  confirmations: everybody,
  event_templates: everybody,
  event_template_items: everybody,
  // not listed: its owner's, the management's, and of those who have it
  resources: [no, no, yes, yes, yes],
  resource_photos: [no, no, yes, yes, yes],
  effective_terms: [no, no, yes, yes, yes],
  // suspended: its own, the management's, and of those who borrow from it
  organisations: [no, no, yes, yes, yes],
  resource_texts: [no, no, yes, yes, yes],
  bookings: parties,
  booking_changes: parties,
  booking_confirmations: parties,
  booking_log: parties,
  series: parties,
  series_occurrences: parties,
  slot_questions: parties,
  waiting_entries: parties,
  price_groups: [refused, no, yes, yes, no],
  profiles: ownersAndStaff,
  memberships: ownersAndStaff,
  organisation_decisions: ownersAndStaff,
  organisation_confirmations: ownersAndStaff,
  assets: ownersAndStaff,
  resource_assets: ownersAndStaff,
  terms_organisations: ownersAndStaff,
  closures: ownersAndStaff,
  events: ownersAndStaff,
  event_plans: ownersAndStaff,
  event_items: ownersAndStaff,
  event_parts: ownersAndStaff,
  allocations: owners,
  invitations: owners,
  standing_approvals: owners,
  standing_approval_organisations: owners,
  accessibility_notes: [refused, no, no, no, yes],
  pool_staff: [refused, no, no, no, yes],
  // nobody but herself, admins and management neither
  push_subscriptions: [refused, no, yes, no, no],
  push_settings: [refused, no, yes, no, no],
  vocabulary: nobody,
  concept_words: nobody,
  booking_transitions: nobody,
  outbox: nobody,
  deliveries: nobody,
  opening_weeks: nobody,
  push_deliveries: nobody,
  sent_acts: nobody,
};

beforeAll(async () => {
  owner = await db.connect();
  await owner.query('begin');
  await placeExamples(owner);
});
afterAll(() => owner.query('rollback'));

async function look(table: string, who: Actor): Promise<Sees> {
  const { key } = examples[table] ?? { key: {} };
  const { role, claims } = claimsOf(who);
  await owner.query(`savepoint look; set local role ${role}`);
  try {
    await owner.query("select set_config('request.jwt.claims', $1, true)", [claims]);
    const { rowCount } = await owner.query(
      `select 1 from ${named(table)} where ${Object.keys(key)
        .map((name, i) => `"${name}" = $${i + 1}`)
        .join(' and ')}`,
      Object.values(key),
    );
    return rowCount === 0 ? no : yes;
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    return refused;
  } finally {
    await owner.query('rollback to savepoint look; release savepoint look');
  }
}

test('there is an example of each table, and it is said who sees it', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p')
       and relnamespace in ('public'::regnamespace, 'private'::regnamespace) order by 1`,
  );
  expect(Object.keys(seen).sort()).toEqual(rows.map(({ name }) => name));
});

for (const [table, expected] of Object.entries(seen)) {
  test(`${table}: ${CAST.map(([name], i) => `${name} ${expected[i] ?? ''}`).join(', ')}`, async () => {
    const found: Sees[] = [];
    for (const [, who] of CAST) found.push(await look(table, who));
    expect(found).toEqual(expected);
  });
}
