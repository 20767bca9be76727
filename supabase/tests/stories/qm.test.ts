import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Scene } from '../support/database';
import {
  ada,
  amir,
  anon,
  bea,
  manu,
  mia,
  nina,
  otto,
  paul,
  penny,
  rita,
  service,
  susi,
  westa,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';
import { things } from '../support/story';

const scene = scenes();
const reports = [
  'report_totals',
  'report_by_kind',
  'report_by_month',
  'report_by_organisation',
  'report_by_resource',
];
const range = { p_pool: 'ostviertel', p_from: '2027-03-01', p_to: '2027-04-01' };

/** Bookings of March 2027, moved there whatever today is. */
async function march(s: Scene): Promise<void> {
  const move = (id: unknown, starts: string, ends: string) =>
    s.sql('update public.bookings set starts_at = $2, ends_at = $3 where id = $1', [
      id,
      starts,
      ends,
    ]);
  const approved = await ask(s, mia, things.bike);
  await move(approved.id, '2027-03-10T10:00+01', '2027-03-10T14:00+01');
  const benches = await ask(s, otto, things.benches, { p_quantity: 6 });
  await s.as(amir).call('approve_booking', { p_booking_id: benches.id });
  await move(benches.id, '2027-03-31T22:00+02', '2027-04-01T02:00+02');
  const declined = await ask(s, mia, things.beamer);
  await s.as(amir).call('decline_booking', { p_booking_id: declined.id });
  await move(declined.id, '2027-03-01T00:00+01', '2027-03-01T01:00+01');
  const before = await ask(s, mia, things.beamer);
  await move(before.id, '2027-02-28T23:59+01', '2027-03-01T01:00+01');
  const elsewhere = await ask(s, paul, things.ofWestclub);
  await move(elsewhere.id, '2027-03-10T10:00+01', '2027-03-10T14:00+01');
}

describe('reports', () => {
  test.each(reports)('rita and manu read %s of their pool', (fn) =>
    scene(async (s) => {
      await march(s);
      for (const who of [rita, manu])
        expect((await s.as(who).rows(fn, range)).length).toBeGreaterThan(0);
    })(),
  );

  test.each(reports)('%s: nobody else, not of another pool, not an admin, not a passer-by', (fn) =>
    scene(async (s) => {
      for (const who of [mia, bea, amir, ada, otto, paul, susi, penny, nina, westa])
        await refused(s.as(who).rows(fn, range), 'DNIED');
      for (const who of [anon, service] as Actor[])
        await refused(s.as(who).rows(fn, range), '42501');
      await refused(s.as(manu).rows(fn, { ...range, p_pool: 'westend' }), 'DNIED');
    })(),
  );

  test.each(reports)(
    '%s: a reversed, empty, endless or missing period and an unknown pool are refused',
    (fn) =>
      scene(async (s) => {
        for (const more of [
          { p_to: '2027-03-01' },
          { p_to: '2027-02-01' },
          { p_from: null },
          { p_to: null },
          { p_to: 'infinity' },
          { p_from: '-infinity' },
          { p_to: '2047-01-01' },
        ]) {
          await refused(s.as(rita).rows(fn, { ...range, ...more }), 'INPUT', { field: 'p_to' });
        }
        await refused(s.as(rita).rows(fn, { ...range, p_pool: 'atlantis' }), 'NTFND');
        await refused(s.as(rita).rows(fn, { ...range, p_pool: null }), 'NTFND');
        await refused(s.as(rita).rows(fn, { ...range, p_from: '2027-02-30' }), '22008');
      })(),
  );

  test(
    'count by the time a booking is for, in local days, half-open',
    scene(async (s) => {
      await march(s);
      const [totals] = await s.as(rita).rows('report_totals', range);
      expect(totals).toMatchObject({
        requests: 3,
        approved: 2,
        declined: 1,
        cancelled: 0,
        expired: 0,
        open: 0,
        organisations_lending: 1,
        organisations_borrowing: 2,
        resources_used: 2,
        median_answer_minutes: 0,
        answered_within_a_day: 1,
      });
      const kinds = await s.as(rita).rows('report_by_kind', range);
      expect(kinds).toEqual([
        { kind: 'equipment', requests: 2, approved: 1, refused: 1, booked_hours: 4 },
        { kind: 'vehicle', requests: 1, approved: 1, refused: 0, booked_hours: 4 },
      ]);
      const organisations = await s.as(rita).rows('report_by_organisation', range);
      expect(organisations.find((o) => o.organisation_name === 'Werkhof Ostviertel')).toMatchObject(
        { lent: 2, borrowed: 0, refused_as_owner: 1 },
      );
      expect(organisations.find((o) => o.organisation_name === 'Kickers Ost')).toMatchObject({
        lent: 0,
        borrowed: 1,
        asked: 2,
      });
      expect(organisations.map((o) => o.organisation_name)).not.toContain('Westclub');
      const resources = await s.as(rita).rows('report_by_resource', range);
      // six of twelve benches for the two hours of 31 March that lie in March
      expect(resources.find((r) => r.slug === 'benches')).toMatchObject({
        approved: 1,
        booked_hours: 12,
      });
      expect(resources.find((r) => r.slug === 'beamer')).toMatchObject({
        approved: 0,
        refused: 1,
        booked_hours: 0,
      });
    }),
  );

  test(
    'the month of the clock change has 743 hours',
    scene(async (s) => {
      await march(s);
      const bike = (await s.as(rita).rows('report_by_resource', range)).find(
        (r) => r.slug === 'bike',
      );
      expect(bike?.utilisation).toBeCloseTo(4 / 743, 4);
      expect(Number(bike?.utilisation)).not.toBe(0);
    }),
  );

  test(
    'by month: every month of the range, and clipped at its ends',
    scene(async (s) => {
      await march(s);
      const rows = await s
        .as(rita)
        .rows('report_by_month', { ...range, p_from: '2027-01-15', p_to: '2027-05-01' });
      expect(rows.map((r) => [r.month.getMonth() + 1, r.requests])).toEqual([
        [1, 0],
        [2, 1],
        [3, 3],
        [4, 0],
      ]);
      const clipped = await s
        .as(rita)
        .rows('report_by_month', { ...range, p_from: '2027-03-10', p_to: '2027-03-11' });
      expect(clipped.map((r) => r.requests)).toEqual([1]);
    }),
  );

  test(
    'of an empty period are empty, not wrong',
    scene(async (s) => {
      const [totals] = await s.as(rita).rows('report_totals', range);
      expect(totals).toMatchObject({
        requests: 0,
        approved: 0,
        median_answer_minutes: null,
        answered_within_a_day: null,
      });
      expect(await s.as(rita).rows('report_by_kind', range)).toEqual([]);
    }),
  );
});
