import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { asDay, asWallTime, toInstant } from '../../../lib/platform/dates';
import { testDatabase } from '../support/database';

/** The app and the database turn the same clock on the wall into the same instant. */
const db = testDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = await db.connect();
});

const CHANGES = {
  'Europe/Berlin': ['2026-10-25', '2027-03-28'],
  'Europe/Lisbon': ['2026-10-25', '2027-03-28'],
  'America/New_York': ['2026-11-01', '2027-03-14'],
  // by half an hour
  'Australia/Lord_Howe': ['2026-10-04', '2027-04-04'],
};

const TIMES = Array.from({ length: 96 }, (_, quarter) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return asWallTime(`${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`);
});

async function inDatabase(day: string, zone: string): Promise<string[]> {
  const { rows } = await owner.query<{ at: Date }>(
    `select ($1::date + t.time) at time zone $2 as at
     from unnest($3::time[]) with ordinality t (time, number) order by t.number`,
    [day, zone, TIMES],
  );
  return rows.map(({ at }) => at.toISOString());
}

for (const [zone, days] of Object.entries(CHANGES)) {
  for (const day of days) {
    test(`every quarter of an hour of ${day} in ${zone} is the same moment for both`, async () => {
      const here = TIMES.map((time) => toInstant(asDay(day), time, zone).toISOString());
      expect(here).toEqual(await inDatabase(day, zone));
    });
  }
}

test('the doubled hour in autumn means the second, the missing one in spring the one after', async () => {
  const at = async (day: string, time: string) =>
    (await inDatabase(day, 'Europe/Berlin'))[TIMES.indexOf(asWallTime(time))];
  expect(await at('2026-10-25', '02:30')).toBe('2026-10-25T01:30:00.000Z');
  expect(await at('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z');
});
