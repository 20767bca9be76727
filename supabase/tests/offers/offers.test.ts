import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseOffers } from '../../seed/published-offers';
import { refused } from '../support/refusal';
import {
  codes,
  days,
  district,
  evening,
  expectOpen,
  on,
  type Borrower,
  type More,
  type When,
} from './district';

/*
 * Every published offer, as a borrower meets it: what was written about price, groups, deposit and
 * times is asked for here through check_booking and request_booking, at least once accepted and at
 * least once refused or at another price.
 */
const d = district();

interface Paid extends More {
  /** What is to be paid, in cents; null: nobody knows yet. */
  total: number | null;
  mode?: string;
  deposit?: number;
  settled?: Record<string, number | null>;
}
interface Step {
  title: string;
  run: (title: string) => Promise<void>;
}

/** Asked for and taken, at this price. */
const pays = (who: Borrower, when: When, paid: Paid): Step => ({
  title: `${who} pays ${paid.total === null ? 'on request' : (paid.total / 100).toFixed(2)}`,
  run: async (title) => {
    const checked = await d.check(who, title, when, paid);
    expectOpen(checked);
    expect(checked.price.total_minor).toBe(paid.total);
    if (paid.mode !== undefined) expect(checked.price.mode).toBe(paid.mode);
    expect(checked.price.deposit_minor).toBe(paid.deposit ?? 0);
    if (paid.settled)
      expect(
        Object.fromEntries(checked.price.settled.map((one) => [one.label, one.unit_minor])),
      ).toEqual(paid.settled);
    const booking = await d.request(who, title, when, paid);
    expect(['requested', 'approved']).toContain(booking.status);
    expect(booking.price_minor).toBe(paid.total);
    if (paid.total !== null) expect(booking.price.lines).toEqual(checked.price.lines);
  },
});

/** Said beforehand and said again to who asks all the same. */
const refusedTo = (
  who: Borrower,
  when: When,
  code: string,
  more: More & { reason?: string } = {},
): Step => ({
  title: `${who} is refused (${code})`,
  run: async (title) => {
    expect(codes(await d.check(who, title, when, more))).toContain(code);
    await refused(
      d.request(who, title, when, more),
      code,
      more.reason === undefined ? {} : { reason: more.reason },
    );
  },
});

/** The first gets it, and the second hears that it is taken. */
const onlyOnce = (
  first: Borrower,
  second: Borrower,
  when: When,
  code = 'BKOVL',
  more: More = {},
): Step => ({
  title: `${first} has it, so ${second} is refused (${code})`,
  run: async (title) => {
    await d.request(first, title, when, more);
    expect(codes(await d.check(second, title, when, more))).toEqual([code]);
    await refused(d.request(second, title, when, more), code);
  },
});

const told = new Set<string>();
function offer(title: string, sentence: string, steps: Step[]): void {
  told.add(title);
  describe(`${title}: ${sentence}`, () => {
    for (const step of steps)
      test(
        step.title,
        d.scene(() => step.run(title)),
      );
  });
}

const free = (mode = 'free'): Paid => ({ total: 0, mode });
const unsaid: Paid = { total: null };
const onRequest: Paid = { total: null, mode: 'on_request' };

offer('9-Sitzer-Bus', 'members 25 a day, others for the common good 45, nobody else', [
  pays('scouts', days(2), { total: 5000, settled: { 'Kilometer mit Kraftstoff': 25 } }),
  pays('choir', days(2), { total: 9000 }),
  refusedTo('cafe', days(2), 'BKAUD', { reason: 'refused' }),
]);

offer('Spielmobil', '50, 110 or 250 a day; setting up and care on top', [
  pays('scouts', days(1), { total: 5000 }),
  pays('choir', days(1), { total: 11000 }),
  pays('cafe', days(1), { total: 25000 }),
  pays('scouts', days(1), { total: 12000, extras: { 'Auf- und Abbau': 1, Betreuung: 3 } }),
  pays('cafe', days(1), { total: 35500, extras: { 'Auf- und Abbau': 1, Betreuung: 3 } }),
]);

offer('Hüpfburg groß', 'a first day and cheaper days after it; cleaning by the hour, by group', [
  pays('scouts', days(3), { total: 17500, settled: { Reinigung: 2600 } }),
  pays('choir', days(3), { total: 30000, settled: { Reinigung: 3600 } }),
  pays('cafe', days(3), { total: 50000, settled: { Reinigung: 4600 } }),
]);

offer('Innenspielmobil', '30 and 15, 50 and 25, 100 and 50', [
  pays('scouts', days(2), { total: 4500 }),
  pays('choir', days(2), { total: 7500 }),
  pays('cafe', days(2), { total: 15000 }),
]);

offer('Schminkkoffer', 'three cases, each 10 and 5, 15 and 7.50, 25 and 12.50', [
  pays('scouts', days(2), { total: 1500 }),
  pays('choir', days(3), { total: 6000, quantity: 2 }),
  pays('cafe', days(1), { total: 7500, quantity: 3 }),
  refusedTo('cafe', days(1), 'BKCAP', { quantity: 4 }),
]);

offer('Bingo-Spiel', 'free for members, 5 and 2.50, 10 and 5', [
  pays('scouts', days(3), free()),
  pays('choir', days(3), { total: 1000 }),
  pays('cafe', days(3), { total: 2000 }),
]);

offer('Mega-Ball', '10 and 2.50, 15 and 5, 20 and 10', [
  pays('scouts', days(2), { total: 1250 }),
  pays('choir', days(2), { total: 2000 }),
  pays('cafe', days(2), { total: 3000 }),
]);

const tuesdayToThursday = { from: on(2, '09:30'), to: on(4, '11:00') };
offer(
  'Hüpfburg 5 x 6 m mit Gebläse',
  'once 55, 70 or 110, deposit 150, handed out Tuesday and Thursday mornings',
  [
    pays('scouts', tuesdayToThursday, { total: 5500, deposit: 15000 }),
    pays('choir', tuesdayToThursday, { total: 7000, deposit: 15000 }),
    pays('cafe', tuesdayToThursday, { total: 11000, deposit: 15000 }),
    refusedTo('scouts', { from: on(3, '10:00'), to: on(4, '11:00') }, 'BKCLO'),
    refusedTo('scouts', { from: on(2, '14:00'), to: on(4, '11:00') }, 'BKCLO'),
    refusedTo('scouts', { from: on(2, '10:00'), to: on(7, '18:00') }, 'BKCLO'),
  ],
);

offer('Glücksrad', 'handed out Tuesday and Thursday mornings; no price is published', [
  pays('choir', tuesdayToThursday, unsaid),
  refusedTo('choir', { from: on(6, '10:00'), to: on(6, '18:00') }, 'BKCLO'),
]);

offer(
  'Buttonmaschine',
  'a donation from youth work, 10 from others; blanks in packs; 5 a day when late',
  [
    pays('choir', days(2), { ...free('donation'), deposit: 2000, settled: { Verspätung: 500 } }),
    pays('cafe', days(2), { total: 1000, deposit: 2000 }),
    pays('cafe', days(2), {
      total: 4900,
      deposit: 2000,
      extras: { 'Rohlinge, Packung zu 50': 2, 'Rohlinge, Packung zu 30': 1 },
    }),
  ],
);

offer('Mittelalterkostüme', 'a donation, and 10 deposit for each costume', [
  pays('cafe', days(2), { ...free('donation'), deposit: 1000 }),
  pays('choir', days(2), { ...free('donation'), deposit: 12000, quantity: 12 }),
  refusedTo('choir', days(2), 'BKCAP', { quantity: 13 }),
]);

for (const [title, stock] of [
  ['Feldbetten', 30],
  ['Zelt 10 Personen', 4],
  ['Zelt 20 Personen', 2],
] as const)
  offer(title, 'only clubs, schools and social bodies', [
    pays('choir', days(3), { ...onRequest, quantity: stock }),
    refusedTo('cafe', days(3), 'BKAUD', { reason: 'refused' }),
    onlyOnce('choir', 'scouts', days(3), 'BKCAP', { quantity: stock }),
  ]);

offer('Beamer und Leinwand', 'free for all', [
  pays('cafe', evening(), free()),
  onlyOnce('cafe', 'choir', evening()),
]);

offer('Slackline-Set', 'free for all, two of them', [
  pays('cafe', evening(), { ...free(), quantity: 2 }),
  onlyOnce('cafe', 'choir', evening(), 'BKCAP', { quantity: 2 }),
]);

offer('Geräteverleih Jugendring allgemein', 'free to call off until 14 days before, then 90 %', [
  pays('choir', days(3), {
    ...onRequest,
    settled: {
      'Absage bei Schlechtwetter, Bearbeitung': 600,
      'Absage bei Schlechtwetter, Großgerät': 1600,
    },
  }),
  {
    title: 'nothing two weeks before, 90 % of what was agreed after that',
    run: async (title) => {
      const when = days(3);
      const { price } = await d.check('choir', title, when);
      expect(price.cancel).toMatchObject({ fee_percent: 90, fee_minor: null });
      const booking = await d.request('choir', title, when);
      await d.owner(title).call('approve_booking', { p_booking_id: booking.id });
      const fee = async (before: string) => {
        const [row] = await d.sql(
          `select private.cancellation_fee(b, b.starts_at - $2::interval) as fee from public.bookings b where b.id = $1`,
          [booking.id, before],
        );
        return row?.fee as unknown;
      };
      expect(await fee('15 days'), 'in time').toBe(0);
      expect(await fee('13 days'), 'late: a share of what was agreed').toBeNull();
    },
  },
  onlyOnce('choir', 'scouts', days(3)),
]);

for (const title of ['Bürgersaal', 'Kleiner Saal', 'Festsaal Erdgeschoss', 'Saal Obergeschoss'])
  offer(title, 'no price is published; one at a time', [
    pays('choir', evening(), unsaid),
    onlyOnce('choir', 'cafe', evening()),
  ]);

for (const title of ['Kulturscheune', 'Gruppenraum groß', 'Gruppenraum klein', 'Teeküche'])
  offer(title, 'free', [
    pays('choir', evening(), free()),
    pays('cafe', evening(), free()),
    onlyOnce('choir', 'cafe', evening()),
  ]);

offer('Gemeindehalle', 'by a scale of fees that the owner reads out', [
  pays('choir', evening(), onRequest),
  onlyOnce('choir', 'cafe', evening()),
]);

offer(
  'Saal mit Küche und Theke',
  '50, 110 or 210 a day, at most two days, cleaning by what it took',
  [
    pays('choir', days(2), { total: 10000, settled: { 'Reinigung nach Aufwand': null } }),
    pays('parents', days(2), { total: 22000 }),
    pays('cafe', days(1), { total: 21000 }),
    refusedTo('choir', days(3), 'BKLEN', { reason: 'too_long' }),
  ],
);

offer('Vereinsraum', 'members 50 a day, electricity by the meter, cleaning always 25; others ask', [
  pays('gardeners', days(2), { total: 12500, settled: { Strom: 50 } }),
  pays('choir', days(2), onRequest),
]);

offer(
  'Bürgerhaus mit Küche',
  'members 60, others 120, commercial 200, common good by decision; 50 for cleaning',
  [
    pays('seniors', evening(), { total: 11000, settled: { Strom: 50, Wasser: 1000, Gas: 120 } }),
    pays('cafe', evening(), { total: 17000 }),
    pays('shop', evening(), { total: 25000 }),
    pays('choir', evening(), onRequest),
    onlyOnce('choir', 'cafe', evening()),
  ],
);

offer('Jugend-Café', '50 and 100 deposit, four weeks ahead, over at one', [
  pays('choir', { from: on(6, '18:00'), to: on(7, '01:00') }, { total: 5000, deposit: 10000 }),
  refusedTo('choir', { from: on(6, '18:00', 2), to: on(6, '23:00', 2) }, 'BKLED', {
    reason: 'too_soon',
  }),
  refusedTo('choir', { from: on(6, '18:00'), to: on(7, '02:00') }, 'BKCLO'),
]);

offer('Disco', '75 and 150 deposit, four weeks ahead, after an introduction', [
  pays('choir', evening(), { total: 7500, deposit: 15000 }),
  refusedTo('choir', evening(2), 'BKLED', { reason: 'too_soon' }),
  {
    title: 'nobody gets the key before the introduction',
    run: async (title) => {
      const booking = await d.request('choir', title, evening());
      await d.owner(title).call('approve_booking', { p_booking_id: booking.id });
      // what handing over asks first
      const handOver = () =>
        d.sql(`select private.require_confirmations(b) from public.bookings b where b.id = $1`, [
          booking.id,
        ]);
      const [introduction] = await d.sql(
        `select c.id from public.confirmations c where c.name = 'Einweisung'`,
      );
      await d.sql('savepoint before');
      await refused(handOver(), 'BKCNF');
      await d.sql('rollback to savepoint before');
      await d.owner(title).rows('record_confirmation', {
        p_confirmation_id: introduction?.id,
        p_organisation_id: booking.organisation_id,
      });
      await handOver();
    },
  },
]);

test('every one of the 31 published offers is told here', () => {
  const csv = readFileSync(new URL('../../seed/published-offers.csv', import.meta.url), 'utf8');
  const published = parseOffers(csv).map(({ title }) => title);
  expect(published).toHaveLength(31);
  expect([...told].sort()).toEqual(published.sort());
});
