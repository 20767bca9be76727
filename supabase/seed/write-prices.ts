import type pg from 'pg';
import { confirmed, houseRules } from './data/house-rules';
import { priceGroups } from './data/price-groups';
import { pricesFromNote } from './price-notes';
import { organisationId, type Pool } from './world';

/**
 * Terms and prices are set as an owner sets them: through the intents, in the name of its admin. What
 * they refuse, the demo must not have.
 */
export async function writePrices(client: pg.Client, pool: Pool): Promise<void> {
  const admins = new Map(
    pool.cast.memberships
      .filter((m) => m.role === 'admin')
      .map((m) => [organisationId(pool.slug, m.organisation), m.person.id]),
  );
  await writeHouseRules(client, pool, admins);
  for (const { seed, id, ownerId } of pool.things) {
    const prices = seed.prices ?? pricesFromNote(seed.priceNote ?? '')?.prices;
    const admin = admins.get(ownerId);
    if (!admin || (!seed.terms && !prices)) continue;
    await actAs(client, admin);
    if (seed.terms) {
      await client.query(`select public.set_terms('resource', $1, $2)`, [
        id,
        JSON.stringify(seed.terms),
      ]);
    }
    if (prices) {
      await client.query(`select public.set_prices('resource', $1, $2)`, [
        id,
        JSON.stringify(prices),
      ]);
    }
  }
  const known = new Set(pool.organisations.map(({ slug }) => slug));
  for (const [owner, group, members] of priceGroups) {
    if (!known.has(owner)) continue;
    await actAs(client, admins.get(organisationId(pool.slug, owner)) ?? '');
    for (const member of members) {
      await client.query('select public.assign_price_group($1, $2, $3)', [
        organisationId(pool.slug, owner),
        organisationId(pool.slug, member),
        group,
      ]);
    }
  }
  await actAs(client, null);
}

/** What owners say once for everything, and whom they have shown what it takes. */
async function writeHouseRules(
  client: pg.Client,
  pool: Pool,
  admins: Map<string, string>,
): Promise<void> {
  for (const [owner, rules] of Object.entries(houseRules)) {
    const id = organisationId(pool.slug, owner);
    const admin = admins.get(id);
    if (!admin) continue;
    await actAs(client, admin);
    await client.query(`select public.set_terms('organisation', $1, $2)`, [
      id,
      JSON.stringify(rules),
    ]);
    const shown = confirmed.find(([one]) => one === owner)?.[1] ?? [];
    await client.query(
      `select public.record_confirmation(c.id, o.id)
       from public.confirmations c
       join public.terms t on t.id = c.terms_id and t.organisation_id = $1 and t.resource_id is null
       cross join unnest($2::uuid[]) o (id)`,
      [id, shown.map((slug) => organisationId(pool.slug, slug))],
    );
  }
}

/** What each booking of the demo was quoted, as it would have been when it was asked for. */
export async function writeQuotes(client: pg.Client, pool: Pool): Promise<void> {
  await client.query(
    `update public.bookings b set price = q.price, price_minor = (q.price ->> 'total_minor')::integer
     from (
       select a.id, private.quoted(t, a.resource_id, a.organisation_id, a.starts_at, a.ends_at, a.quantity, '{}') as price
       from public.bookings a join public.effective_terms t on t.resource_id = a.resource_id
       where a.pool_id = $1
     ) q
     where b.id = q.id and q.price is not null and q.price ->> 'mode' is distinct from 'refused'`,
    [pool.id],
  );
}

/** Until the end of the transaction the person is signed in. */
async function actAs(client: pg.Client, person: string | null): Promise<void> {
  const claims = person ? { sub: person, role: 'authenticated' } : {};
  await client.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claims)]);
}
