import { at, type Day, iso, minutes } from './calendar';
import type { AssetSeed, Kind, OrganisationSeed, ResourceSeed } from './data/types';
import type { Thing } from './occupancy';
import { type Cast, castOf, type DemoPerson } from './people';
import { idOf, Random } from './random';

export interface PoolSeed {
  slug: string;
  organisations: OrganisationSeed[];
  resources: ResourceSeed[];
  assets: AssetSeed[];
  people: { demo: DemoPerson[]; names: readonly string[] };
}

export interface Pool {
  id: string;
  slug: string;
  organisations: OrganisationSeed[];
  cast: Cast;
  assets: AssetSeed[];
  things: Thing[];
  /** When each thing was put into the pool, by its slug. */
  listedAt: Map<string, number>;
  /** When each organisation came. */
  foundedAt: Map<string, number>;
}

export const organisationId = (pool: string, slug: string): string =>
  idOf('organisation', pool, slug);
export const assetId = (pool: string, key: string): string => idOf('asset', pool, key);

export function poolOf(
  { slug, organisations, resources, assets, people }: PoolSeed,
  today: Day,
): Pool {
  const lenders = new Set(resources.map((resource) => resource.owner));
  const known = new Set(organisations.map((organisation) => organisation.slug));
  const id = idOf('pool', slug);
  const stocks = new Map(assets.map((asset) => [asset.key, asset.quantity]));
  const things = resources.map((seed): Thing => {
    if (!known.has(seed.owner)) throw new Error(`${seed.slug}: no organisation "${seed.owner}".`);
    const wanted = seed.parts ?? [{ asset: seed.slug }];
    const parts = wanted.map(({ asset, quantity = 1 }) => {
      const stock = seed.parts ? stocks.get(asset) : (seed.quantity ?? 1);
      if (stock === undefined) throw new Error(`${seed.slug}: no asset "${asset}".`);
      return { assetId: assetId(slug, asset), quantity, stock };
    });
    return {
      seed,
      id: idOf('resource', slug, seed.slug),
      poolId: id,
      ownerId: organisationId(slug, seed.owner),
      parts,
      stock: Math.min(...parts.map((part) => Math.floor(part.stock / part.quantity))),
    };
  });
  const own = resources
    .filter((resource) => !resource.parts)
    .map((resource) => ({
      key: resource.slug,
      owner: resource.owner,
      name: resource.title,
      quantity: resource.quantity ?? 1,
    }));
  return {
    id,
    slug,
    organisations,
    cast: castOf(organisations, lenders, people.demo, people.names),
    assets: [...assets, ...own],
    things,
    listedAt: listingTimes(slug, today, things),
    foundedAt: new Map(organisations.map((one) => [one.slug, foundedAt(one, today)])),
  };
}

function foundedAt({ slug, status = 'admitted' }: OrganisationSeed, today: Day): number {
  const random = new Random('founded', slug);
  const age = { admitted: random.between(372, 420), pending: random.between(2, 6), suspended: 210 };
  return at(today - age[status], random.between(8 * 60, 20 * 60));
}

/**
 * Most things came in the pool's first months. The newest two dozen, which the catalogue shows
 * first, are of all kinds in turn, and none of them is one that has a long story of bookings.
 */
function listingTimes(pool: string, today: Day, things: Thing[]): Map<string, number> {
  const random = new Random('listed', pool);
  const newest: Thing[] = [];
  const rest = random.shuffle(things);
  const kinds: Kind[] = ['equipment', 'room', 'vehicle', 'service', 'installation'];
  const isYoung = (thing: Thing) =>
    thing.stock < 12 &&
    !thing.seed.parts &&
    !thing.seed.status &&
    thing.seed.rhythm !== 'weekly-training' &&
    thing.seed.owner !== 'buergerhaus-ost';
  for (let i = 0; i < 25 && things.length > 50; i += 1) {
    const found = rest.findIndex((thing) => thing.seed.kind === kinds[i % 5] && isYoung(thing));
    if (found >= 0) newest.push(...rest.splice(found, 1));
  }
  return new Map(
    [...newest, ...rest].map(({ seed }, i) => {
      const old = Math.max(0, (i - newest.length) / rest.length);
      const age = i < newest.length ? 3 + 6 * i : Math.round(155 + 200 * old ** 0.6);
      return [seed.slug, at(today - age, random.between(8 * 60, 21 * 60))];
    }),
  );
}

/** When a person first signed in: some days after their organisation came. */
export function joinedAt(pool: Pool, organisation: string | undefined, email: string): string {
  const founded = organisation
    ? (pool.foundedAt.get(organisation) ?? 0)
    : Math.min(...pool.foundedAt.values());
  return iso(founded + minutes(new Random('joined', email).between(20, 1400)));
}
