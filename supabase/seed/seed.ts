import pg from 'pg';
import { localDay } from './calendar';
import { assets } from './data/assets';
import { names } from './data/names';
import { organisations } from './data/organisations';
import { poolTexts } from './data/pools';
import { resources } from './data/resources/index';
import { westhafenOrganisations, westhafenPeople, westhafenResources } from './data/westhafen';
import { writeEvents } from './events';
import demoPeople from './people.json';
import { publishedOffers } from './published-offers';
import { poolOf, type PoolSeed } from './world';
import { writeDecisions, writeStanding } from './standing';
import { writeBookings } from './write-bookings';
import { writeHolidays } from './write-holidays';
import { type PoolText, REGION, writePool, writeThings } from './write-pool';
import { writePrices, writeQuotes } from './write-prices';
import { yearOf } from './year';

export interface SeedOptions {
  /** Taken, and not needed: the pictures of the demo ship with the app. */
  apiUrl?: string;
  secretKey?: string;
  log?: (line: string) => void;
  /** The moment around which the year of bookings lies. */
  today?: Date;
}

const districts: { seed: PoolSeed; text: PoolText }[] = [
  {
    seed: {
      slug: 'ostviertel',
      organisations,
      resources: [...publishedOffers(), ...resources],
      assets,
      people: { demo: demoPeople, names },
    },
    text: poolTexts.ostviertel,
  },
  {
    seed: {
      slug: 'westhafen',
      organisations: westhafenOrganisations,
      resources: westhafenResources,
      assets: [],
      people: westhafenPeople,
    },
    text: poolTexts.westhafen,
  },
];

/** Fills an empty, migrated database with the demo district: all of it or nothing. */
export async function seed(dbUrl: string, options: SeedOptions = {}): Promise<void> {
  const { today = new Date(), log = () => undefined } = options;
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  try {
    await client.query('begin');
    for (const { seed: district, text } of districts) {
      const pool = poolOf(district, localDay(today.getTime()));
      await writePool(client, pool, text);
      await writeHolidays(client, pool, REGION, today);
      await writeThings(client, pool);
      await writePrices(client, pool);
      await writeStanding(client, pool);
      const { bookings, closures } = yearOf(pool, today);
      await writeBookings(client, pool, bookings, closures);
      await writeQuotes(client, pool);
      await writeDecisions(client, pool);
      const { name } = text;
      log(`${name}: ${pool.things.length} things, ${bookings.length} bookings around today`);
    }
    // asked for at this moment, so only around the real today
    if (!options.today) await writeEvents(client, 'ostviertel', localDay(today.getTime()));
    // nobody is told of what never happened
    await client.query('delete from private.outbox');
    await client.query('commit');
    // the planner must know the tables before the first visitor comes
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
