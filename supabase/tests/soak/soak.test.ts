import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from './house';
import { soak } from './soak';

const ACTS = 5000;
const seed = Number(process.env.SOAK_SEED ?? Math.floor(Math.random() * 1e9));
let house: House;

beforeAll(async () => {
  house = await openHouse('tests/soak', 26_080);
});
afterAll(() => house.stop());

test(`${ACTS} acts of 16 people, while processes are killed under them, leave the books as they were told (SOAK_SEED=${seed})`, async () => {
  console.log(`SOAK_SEED=${seed}`);
  const found = await soak(house, {
    seed,
    acts: ACTS,
    clients: 16,
    round: 2500,
    killEvery: 700,
    log: console.log,
  });
  expect(found.problems).toEqual([]);
  expect(found.acts).toBeGreaterThanOrEqual(ACTS);
  // something was won, something was refused, and something died
  expect(found.outcomes.done).toBeGreaterThan(500);
  expect(found.outcomes.BKOVL).toBeGreaterThan(100);
  expect(Math.min(...Object.values(found.kills))).toBeGreaterThanOrEqual(1);
}, 600_000);
