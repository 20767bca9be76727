import type { Row, Scene } from './database';

/** A level of lending terms: a pool's, an organisation's, or one thing's. */
export type Scope = { pool: string } | { organisation: string } | { resource: string };

/**
 * Writes lending terms past the intent that owners use, as a test needs them; what is not named
 * stays. Answers with the id of the row, for its lists.
 */
export async function ruled(
  { sql }: Pick<Scene, 'sql'>,
  scope: Scope,
  rules: Row,
): Promise<string> {
  const names = Object.keys(rules);
  const [row] = await sql(
    `insert into public.terms as t (pool_id, organisation_id, resource_id${names.map((n) => `, ${n}`).join('')})
     select ${keysOf[Object.keys(scope)[0] as keyof typeof keysOf]}${names.map((_, i) => `, $${i + 2}`).join('')}
     on conflict on constraint terms_scope_key do update set ${['updated_at', ...names]
       .map((n) => `${n} = excluded.${n}`)
       .join(', ')}
     returning id`,
    [Object.values(scope)[0], ...names.map((n) => rules[n])],
  );
  return (row as { id: string }).id;
}

const keysOf = {
  pool: '$1::uuid, null::uuid, null::uuid',
  organisation:
    '(select pool_id from public.organisations where id = $1::uuid), $1::uuid, null::uuid',
  resource:
    '(select pool_id from public.resources where id = $1::uuid), (select organisation_id from public.resources where id = $1::uuid), $1::uuid',
};
