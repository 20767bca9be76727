import type pg from 'pg';
import { things } from '../../support/story';
import { examples, type Values } from './rows';

const IN_PRIVATE = new Set([
  'booking_transitions',
  'outbox',
  'deliveries',
  'push_deliveries',
  'sent_acts',
  'opening_weeks',
  'vocabulary',
  'concept_words',
]);

export const named = (table: string): string =>
  `${IN_PRIVATE.has(table) ? 'private' : 'public'}.${table}`;

export const quoted = (names: string[]): string[] => names.map((name) => `"${name}"`);

export async function insert(owner: pg.Client, table: string, row: Values): Promise<void> {
  const names = Object.keys(row);
  await owner.query(
    `insert into ${named(table)} (${quoted(names).join(', ')}) overriding system value
     values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
}

/** All examples, within the transaction that is open, and with no trigger to step in. */
export async function placeExamples(owner: pg.Client): Promise<void> {
  for (const table of Object.keys(examples))
    await owner.query(`alter table ${named(table)} disable trigger user`);
  for (const [table, { key, row, made }] of Object.entries(examples))
    if (!made) await insert(owner, table, { ...key, ...row });
  // made by a trigger, which is off: the beamer's will do
  await owner.query(
    `insert into public.effective_terms
     select (jsonb_populate_record(e, jsonb_build_object('resource_id', $2::uuid))).* from public.effective_terms e
     where e.resource_id = $1`,
    [things.beamer, examples.effective_terms?.key.resource_id],
  );
}
