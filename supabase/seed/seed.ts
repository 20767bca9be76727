import pg from 'pg';
import { localDay } from './calendar';
import { assets } from './data/assets';
import { organisations } from './data/organisations';
import { poolTexts } from './data/pools';
import { resources } from './data/resources/index';
import { westhafenOrganisations, westhafenResources } from './data/westhafen';
import { publishedOffers } from './published-offers';
import { poolOf } from './world';
import { writeBookings } from './write-bookings';
import { writePool, writeThings } from './write-pool';
import { yearOf } from './year';

export interface SeedOptions {
  apiUrl?: string;
  secretKey?: string;
  log?: (line: string) => void;
  /** The moment around which the year of bookings lies. */
  today?: Date;
}

/** Fills an empty, migrated database with the demo district: all of it or nothing. */
export async function seed(dbUrl: string, options: SeedOptions): Promise<void> {
  const { today = new Date(), log = () => undefined } = options;
  const day = localDay(today);
  const pool = poolOf(
    'ostviertel',
    day,
    organisations,
    [...publishedOffers(), ...resources],
    assets,
  );
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  try {
    await client.query('begin');
    await writePool(client, pool, poolTexts.ostviertel);
    await writeThings(client, pool);
    log(`${organisations.length} organisations, ${pool.things.length} things`);
    const { bookings, closures } = yearOf(pool, today);
    await writeBookings(client, pool, bookings, closures);
    log(`${bookings.length} bookings around today`);
    // nobody is told of what never happened
    await client.query('delete from private.outbox');
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

export { westhafenOrganisations, westhafenResources };
