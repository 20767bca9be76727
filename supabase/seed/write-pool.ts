import type pg from 'pg';
import { days, iso, minutes } from './calendar';
import { districtRules } from './data/house-rules';
import { translations } from './data/translations';
import { insertRows } from './insert';
import { pricesFromNote } from './price-notes';
import { idOf, Random } from './random';
import { assetId, joinedAt, organisationId, type Pool } from './world';
import { writePeople } from './write-people';

export interface PoolText {
  name: string;
  about: string;
  imprint: string;
}

/** Whose holidays count. */
export const REGION = 'DE-NW';

/** The district, who is in it, and who runs it. */
export async function writePool(client: pg.Client, pool: Pool, text: PoolText): Promise<void> {
  const { cast, organisations } = pool;
  const founded = (slug: string) => pool.foundedAt.get(slug) ?? 0;
  const first = Math.min(...pool.foundedAt.values());
  await insertRows(client, 'public.pools', [
    {
      id: pool.id,
      slug: pool.slug,
      ...text,
      time_zone: 'Europe/Berlin',
      default_locale: 'de',
      region: REGION,
      created_at: iso(first - days(14)),
    },
  ]);
  await insertRows(client, 'public.terms', [
    {
      id: idOf('terms', pool.slug),
      pool_id: pool.id,
      horizon_days: null,
      ...districtRules[pool.slug],
    },
  ]);
  const clubOf = new Map([...cast.memberships].reverse().map((m) => [m.person.id, m.organisation]));
  await writePeople(client, cast.people, (person) =>
    joinedAt(pool, clubOf.get(person.id), person.email),
  );
  const admittedAt = (slug: string) =>
    founded(slug) + minutes(new Random('admitted', slug).between(120, 4000));
  await insertRows(
    client,
    'public.organisations',
    organisations.map((one) => ({
      id: organisationId(pool.slug, one.slug),
      pool_id: pool.id,
      slug: one.slug,
      name: one.name,
      kind: one.kind,
      status: one.status ?? 'admitted',
      about: one.about,
      email: one.email,
      phone: one.phone,
      website: one.website ?? '',
      address: one.address,
      ...spotOf(pool.slug, one.slug),
      common_good: one.commonGood ?? (one.status !== 'pending' && one.kind !== 'initiative'),
      created_at: iso(founded(one.slug)),
      admitted_at: one.status === 'pending' ? null : iso(admittedAt(one.slug)),
    })),
  );
  await insertRows(
    client,
    'public.memberships',
    cast.memberships.map(({ organisation, person, role }) => ({
      organisation_id: organisationId(pool.slug, organisation),
      person_id: person.id,
      role,
      created_at: joinedAt(pool, organisation, person.email),
    })),
  );
  await insertRows(
    client,
    'public.pool_staff',
    cast.staff.map(({ person, role }) => ({
      pool_id: pool.id,
      person_id: person.id,
      role,
      created_at: iso(first - days(13)),
    })),
  );
  await writeDecisions(client, pool, admittedAt);
}

async function writeDecisions(
  client: pg.Client,
  pool: Pool,
  admittedAt: (slug: string) => number,
): Promise<void> {
  const manager = pool.cast.staff.find((one) => one.role === 'manager')?.person.id ?? null;
  const decided = pool.organisations.filter((one) => one.status !== 'pending');
  const suspended = decided.filter((one) => one.status === 'suspended');
  await insertRows(client, 'public.organisation_decisions', [
    ...decided.map((one) => ({
      organisation_id: organisationId(pool.slug, one.slug),
      status: 'admitted',
      note: 'Willkommen im Pool! Bei Fragen einfach im Quartiersbüro vorbeikommen.',
      decided_by: manager,
      decided_at: iso(admittedAt(one.slug)),
    })),
    ...suspended.map((one) => ({
      organisation_id: organisationId(pool.slug, one.slug),
      status: 'suspended',
      note: 'Geliehenes wurde gegen Geld weiterverliehen. Bitte meldet euch, dann reden wir.',
      decided_by: manager,
      decided_at: iso(admittedAt(one.slug) + days(120)),
    })),
  ]);
}

/** Somewhere within a walk of the (invented) market square; an association's things lie where it is. */
function spotOf(pool: string, owner: string) {
  const random = new Random('spot', pool, owner);
  const about = (middle: number, width: number) => middle + random.between(-width, width) / 10_000;
  return { latitude: about(52.53, 110), longitude: about(13.47, 180) };
}

/** Things, and what they are made of. */
export async function writeThings(client: pg.Client, pool: Pool): Promise<void> {
  const admins = new Map(
    pool.cast.memberships
      .filter((m) => m.role === 'admin')
      .map((m) => [m.organisation, m.person.id]),
  );
  const first = iso(Math.min(...pool.listedAt.values()) - days(1));
  await insertRows(
    client,
    'public.assets',
    pool.assets.map((asset) => ({
      id: assetId(pool.slug, asset.key),
      organisation_id: organisationId(pool.slug, asset.owner),
      name: asset.name,
      quantity: asset.quantity,
      exclusive: asset.quantity === 1,
      created_at: iso(pool.listedAt.get(asset.key) ?? Date.parse(first)),
    })),
  );
  await insertRows(
    client,
    'public.resources',
    pool.things.map(({ seed, id, stock, ownerId }) => ({
      id,
      pool_id: pool.id,
      organisation_id: ownerId,
      slug: seed.slug,
      kind: seed.kind,
      title: seed.title,
      description: seed.description,
      rules: seed.rules ?? '',
      capacity_note: seed.capacityNote ?? '',
      price_note: pricesFromNote(seed.priceNote ?? '') ? '' : (seed.priceNote ?? ''),
      deposit_note: seed.depositNote ?? '',
      place: seed.place ?? '',
      picture: seed.picture,
      approval: seed.approval ?? 'manual',
      status: seed.status ?? 'published',
      // what the trigger would find out, so that it need not write each row a second time
      quantity: stock,
      buffer_before_minutes: seed.bufferBeforeMinutes ?? 0,
      buffer_after_minutes: seed.bufferAfterMinutes ?? 0,
      listed: false,
      search_text: '',
      created_by: admins.get(seed.owner) ?? null,
      created_at: iso(pool.listedAt.get(seed.slug) ?? 0),
      updated_at: iso(pool.listedAt.get(seed.slug) ?? 0),
    })),
  );
  await insertRows(
    client,
    'public.terms',
    pool.things
      .filter(({ seed }) => seed.minMinutes ?? seed.maxMinutes ?? seed.leadMinutes)
      .map(({ seed, id, ownerId }) => ({
        id: idOf('terms', pool.slug, seed.slug),
        pool_id: pool.id,
        organisation_id: ownerId,
        resource_id: id,
        min_minutes: seed.minMinutes ?? null,
        max_minutes: seed.maxMinutes ?? null,
        lead_minutes: seed.leadMinutes ?? null,
      })),
  );
  await insertRows(
    client,
    'public.resource_texts',
    pool.things.flatMap(({ seed, id }) =>
      Object.entries(translations[seed.slug] ?? {}).map(([locale, text]) => ({
        resource_id: id,
        locale,
        title: text.title,
        description: text.description ?? '',
        rules: text.rules ?? '',
      })),
    ),
  );
  await insertRows(
    client,
    'public.resource_assets',
    pool.things.flatMap((thing) =>
      thing.parts.map((part) => ({
        resource_id: thing.id,
        asset_id: part.assetId,
        quantity: part.quantity,
      })),
    ),
  );
}
