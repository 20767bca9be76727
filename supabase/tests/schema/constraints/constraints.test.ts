import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type pg from 'pg';
import { equivalents } from '../../equivalents';
import { testDatabase } from '../../support/database';
import { attacks, type Attack } from './attacks';
import { insert, named, placeExamples, quoted } from './place';
import { examples, type Values } from './rows';

// Each constraint and unique index alone: triggers are off, so nothing else can step in.
const db = testDatabase();
let owner: pg.Client;

async function attempt(table: string, attack: Attack): Promise<void> {
  const it = examples[table];
  if (!it) throw new Error(`there is no example of ${table}`);
  if ('again' in attack) {
    await insert(owner, table, { ...it.key, ...it.row, ...(attack.again as Values) });
    return;
  }
  const [names, keys] = [quoted(Object.keys(attack)), quoted(Object.keys(it.key))];
  await owner.query(
    `update ${named(table)} set ${names.map((n, i) => `${n} = $${i + 1}`).join(', ')}
     where ${keys.map((n, i) => `${n} = $${names.length + i + 1}`).join(' and ')}`,
    [...Object.values(attack), ...Object.values(it.key)],
  );
}

beforeAll(async () => {
  owner = await db.connect();
  await owner.query('begin; set constraints all immediate');
  await placeExamples(owner);
});
afterAll(() => owner.query('rollback'));

/** The name of the constraint that said no, and nothing of what was tried. */
async function whoRefuses(table: string, attack: Attack): Promise<string> {
  await owner.query('savepoint attack');
  try {
    await attempt(table, attack);
    return 'nobody';
  } catch (error) {
    const { constraint, message } = error as { constraint?: string; message: string };
    return constraint ?? message;
  } finally {
    await owner.query('rollback to savepoint attack; release savepoint attack');
  }
}

for (const [table, constraints] of Object.entries(attacks)) {
  describe(table, () => {
    for (const [constraint, attack] of Object.entries(constraints)) {
      test(`${constraint} refuses what it is there to refuse`, async () => {
        for (const one of Array.isArray(attack) ? attack : [attack])
          expect(await whoRefuses(table, one), JSON.stringify(one).slice(0, 200)).toBe(constraint);
      });
    }
  });
}

test('no constraint and no unique index is without an attack', async () => {
  const attacked = new Set(Object.values(attacks).flatMap((of) => Object.keys(of)));
  const excused = new Set(Object.keys(equivalents).map((name) => name.split(' ').at(-1)));
  const { rows } = await owner.query<{ name: string }>(`
    select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      and (k.contype in ('c', 'u', 'x', 'f') or (k.contype = 'p' and cardinality(k.conkey) > 1))
    union all
    select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
    where x.indisunique and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      and not exists (select from pg_constraint k where k.conindid = x.indexrelid)`);
  expect(
    rows.map(({ name }) => name).filter((name) => !attacked.has(name) && !excused.has(name)),
  ).toEqual([]);
});
