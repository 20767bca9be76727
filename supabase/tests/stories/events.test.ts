import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask, homeOf } from '../support/acts';
import { brokenEvents } from '../support/broken-events';
import { scenes, type Scene } from '../support/database';
import { planned, send, type Wish } from '../support/events';
import {
  amir,
  anon,
  bea,
  boris,
  manu,
  mia,
  nina,
  olga,
  otto,
  paul,
  penny,
  rita,
  service,
} from '../support/people';
import { setHours } from '../support/opening';
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';
import { ruled } from '../support/terms';
import { from, when } from '../support/when';

const told = scenes();
/** A scene at whose end every event is in order. */
const scene = (play: (s: Scene) => Promise<void>) =>
  told(async (s) => {
    await play(s);
    expect(await s.sql(brokenEvents)).toEqual([]);
  });

const benches: Wish = { what: 'Bänke', parts: [[things.benches, 5]] };
const hall: Wish = { what: 'Halle', parts: [[things.hall, 1]] };
const beamer: Wish = { what: 'Beamer', parts: [[things.projector, 1]] };
const festival = [benches, hall, beamer];

/** otto may decide for the Chor. */
const ottoDecides = (s: Scene) =>
  s.sql(`update public.memberships set role = 'approver' where person_id = $1`, [otto.id]);
const planOf = async (s: Scene, id: string) =>
  (
    await s.sql('select status, settle_by, ended_by from public.event_plans where event_id = $1', [
      id,
    ])
  )[0];
const statuses = async (s: Scene, id: string) =>
  (
    await s.sql(
      `select r.title, b.status from public.bookings b join public.resources r on r.id = b.resource_id
       where b.event_id = $1 order by r.title, b.created_at, b.status`,
      [id],
    )
  ).map((row) => `${String(row.title)} ${String(row.status)}`);
const bookingOf = async (s: Scene, id: string, thing: string) =>
  (
    await s.sql('select id from public.bookings where event_id = $1 and resource_id = $2', [
      id,
      thing,
    ])
  )[0]?.id as string;
const count = async (s: Scene, table: string) =>
  (await s.sql(`select count(*) as n from ${table}`))[0]?.n as number;

describe('planning', () => {
  test(
    'mia begins with the street festival: tables follow the guests, the tent comes the day before',
    scene(async (s) => {
      const id = randomUUID();
      const plan = (more: object = {}) =>
        s.as(mia).call('plan_event', {
          p_event_id: id,
          p_organisation_id: clubs.kickers,
          p_title: 'Fest am Platz',
          p_starts_at: '2026-12-12T10:00:00+01:00',
          p_ends_at: '2026-12-12T20:00:00+01:00',
          p_guests: 150,
          p_template: 'street-festival',
          ...more,
        });
      const item = async () =>
        (
          await s
            .as(mia)
            .sql(
              `select quantity, starts_at, ends_at from public.event_items where event_id = $1 and what = 'Tische mit Bänken'`,
              [id],
            )
        )[0];
      await s.sql(`select set_config('timezone', 'UTC', true)`);
      expect((await plan()).title).toBe('Fest am Platz');
      expect(await item()).toEqual({
        quantity: 19,
        starts_at: new Date('2026-12-11T15:00:00Z'),
        ends_at: new Date('2026-12-13T11:00:00Z'),
      });
      await plan({ p_guests: 40 });
      expect((await item())?.quantity).toBe(5);
    }),
  );

  test(
    'what she set by hand stays when the guests change, and moves along when the day does',
    scene(async (s) => {
      const event = await planned(s, mia, [benches]);
      await s.as(mia).call('plan_event', {
        p_event_id: event.id,
        p_organisation_id: clubs.kickers,
        p_title: 'Straßenfest',
        p_guests: 900,
        ...from(11, 10, 20),
      });
      expect(
        await s
          .as(mia)
          .sql('select quantity, starts_at from public.event_items where event_id = $1', [
            event.id,
          ]),
      ).toEqual([{ quantity: 5, starts_at: new Date(when(11, 10)) }]);
    }),
  );

  test(
    'the same press twice plans once',
    scene(async (s) => {
      const p_event_id = randomUUID();
      const args = {
        p_event_id,
        p_organisation_id: clubs.kickers,
        p_title: 'Fest',
        p_guests: 10,
        ...from(9, 1, 2),
      };
      await s.as(mia).call('plan_event', args);
      await s.as(mia).call('plan_event', args);
      expect(await count(s, 'public.events')).toBe(1);
    }),
  );

  test(
    'a plan asks nobody: no booking, no allocation, no mail',
    scene(async (s) => {
      const event = await planned(s, mia, festival);
      await s.as(mia).rows('propose_event', { p_event_id: event.id });
      for (const table of ['public.bookings', 'public.allocations', 'private.outbox'])
        expect(await count(s, table), table).toBe(0);
    }),
  );

  test(
    'nina, who belongs to nothing, and otto of another club cannot plan for the Kickers',
    scene(async (s) => {
      const args = {
        p_event_id: randomUUID(),
        p_organisation_id: clubs.kickers,
        p_title: 'Fest',
        p_guests: 10,
        ...from(9, 1, 2),
      };
      await refused(s.as(nina).call('plan_event', args), 'DNIED');
      await refused(s.as(otto).call('plan_event', args), 'DNIED');
      await refused(s.as(anon).call('plan_event', args), '42501');
    }),
  );

  test(
    "otto can neither see, change, ask for nor cancel mia's draft, not even by its id",
    scene(async (s) => {
      const event = await planned(s, mia, festival);
      const item = event.items[0];
      for (const act of [
        () =>
          s.as(otto).call('plan_event', {
            p_event_id: event.id,
            p_organisation_id: clubs.chor,
            p_title: 'Meins',
            p_guests: 3,
            ...from(9, 1, 2),
          }),
        () =>
          s.as(otto).call('plan_event_item', {
            p_event_id: event.id,
            p_item_id: randomUUID(),
            p_what: 'x',
            p_quantity: 1,
          }),
        () => s.as(otto).call('drop_event_item', { p_item_id: item }),
        () => s.as(otto).call('choose_event_parts', { p_item_id: item, p_parts: '[]' }),
        () => s.as(otto).call('propose_event', { p_event_id: event.id }),
        () =>
          s
            .as(otto)
            .call('request_event', { p_event_id: event.id, p_items: '[]', p_idempotency_key: 'k' }),
        () => s.as(otto).call('replace_event_item', { p_item_id: item, p_parts: '[]' }),
        () => s.as(otto).call('accept_without', { p_item_id: item }),
        () => s.as(otto).call('approve_event_parts', { p_event_id: event.id }),
        () => s.as(otto).call('decline_event_parts', { p_event_id: event.id }),
        () => s.as(otto).call('cancel_event', { p_event_id: event.id }),
      ])
        await refused(act(), 'NTFND');
      for (const table of ['events', 'event_plans', 'event_items', 'event_parts'])
        expect(await s.as(otto).sql(`select * from public.${table}`)).toEqual([]);
    }),
  );

  test.each([
    ['without a title', { p_title: ' ' }, 'INPUT', 'p_title'],
    ['for nobody', { p_guests: 0 }, 'INPUT', 'p_guests'],
    ['backwards', { p_starts_at: when(9, 5), p_ends_at: when(9, 4) }, 'INPUT', 'p_ends_at'],
    ['yesterday', { p_starts_at: when(-2), p_ends_at: when(-1) }, 'BKLED', 'p_starts_at'],
    ['half-heartedly', { p_mode: 'maybe' }, 'INPUT', 'p_mode'],
    ['from a template that is none', { p_template: 'wedding' }, 'NTFND', 'p_template'],
  ])('nobody plans %s', (_, more, code, field) =>
    scene(async (s) => {
      const args = {
        p_event_id: randomUUID(),
        p_organisation_id: clubs.kickers,
        p_title: 'Fest',
        p_guests: 10,
        ...from(9, 1, 2),
      };
      await refused(s.as(mia).call('plan_event', { ...args, ...more }), code, { field });
    })(),
  );

  test(
    'forty things are the most',
    scene(async (s) => {
      const event = await planned(s, mia, []);
      const add = () =>
        s.as(mia).call('plan_event_item', {
          p_event_id: event.id,
          p_item_id: randomUUID(),
          p_what: 'x',
          p_quantity: 1,
        });
      for (let i = 0; i < 40; i++) await add();
      await refused(add(), 'QUOTA');
    }),
  );
});

describe('what could meet a wish', () => {
  const propose = (s: Scene, id: string, more: object = {}) =>
    s.as(mia).rows('propose_event', { p_event_id: id, ...more });
  const wish = (what: string, quantity: number): Wish => ({ what, quantity, parts: [] });

  test(
    'the best free offer, and the others beside it',
    scene(async (s) => {
      const event = await planned(s, mia, [wish('Beamer', 1)]);
      const rows = await propose(s, event.id);
      expect(rows.map(({ title, take }) => [title, take])).toEqual([
        ['Beamer', 1],
        ['Beamer mit Leinwand', 0],
      ]);
    }),
  );

  test(
    'what is taken at that time is not proposed; what could step in is',
    scene(async (s) => {
      await ask(s, otto, things.beamer, from(9, 12, 13));
      const event = await planned(s, mia, [wish('Beamer', 1)]);
      expect((await propose(s, event.id)).map((row) => row.title)).toEqual(['Beamer mit Leinwand']);
    }),
  );

  test(
    'two beamers come from two owners, because no one has two',
    scene(async (s) => {
      const event = await planned(s, mia, [wish('Beamer', 2)]);
      const rows = await propose(s, event.id);
      expect(
        rows
          .filter((row) => row.take === 1)
          .map((row) => row.organisation_name)
          .sort(),
      ).toEqual(['Chor am Fluss', 'Werkhof Ostviertel']);
    }),
  );

  test(
    'the same piece is not proposed for two wishes, nor hidden inside a kit',
    scene(async (s) => {
      const event = await planned(s, mia, [
        wish('Kino', 1),
        wish('Bierbänke', 12),
        wish('Beamer', 2),
      ]);
      const rows = await propose(s, event.id);
      const of = (i: number) =>
        rows
          .filter((row) => row.item_id === event.items[i] && row.take > 0)
          .map(({ title, take }) => [title, take]);
      expect(of(0)).toEqual([['Kino im Hof', 1]]);
      // ten of the twelve and the beamer are in the kit
      expect(of(1)).toEqual([['Bierbänke', 2]]);
      expect(of(2)).toEqual([['Beamer mit Leinwand', 1]]);
    }),
  );

  test(
    'words that any will do: the first that is there',
    scene(async (s) => {
      const event = await planned(s, mia, []);
      await s.as(mia).call('plan_event_item', {
        p_event_id: event.id,
        p_item_id: randomUUID(),
        p_what: 'Fahren',
        p_quantity: 1,
        p_words: 'Kutsche, Lastenrad, Beamer',
      });
      expect((await propose(s, event.id))[0]).toMatchObject({ title: 'Lastenrad', take: 1 });
    }),
  );

  test(
    'who needs it by the day fetches it before and brings it back after',
    scene(async (s) => {
      await ruled(
        s,
        { resource: things.benches },
        { period_kind: 'days', pickup_at: '12:00', return_at: '10:00' },
      );
      const event = await planned(s, mia, [wish('Bierbänke', 3)], {
        p_starts_at: '2026-12-12T10:00:00+01:00',
        p_ends_at: '2026-12-12T20:00:00+01:00',
      });
      expect((await propose(s, event.id))[0]).toMatchObject({
        starts_at: new Date('2026-12-11T12:00:00+01:00'),
        ends_at: new Date('2026-12-13T10:00:00+01:00'),
      });
    }),
  );

  test(
    'who lends on Fridays and Mondays only is asked for Friday to Monday',
    scene(async (s) => {
      const terms = await ruled(
        s,
        { resource: things.benches },
        { opening: 'hours', hours_apply: 'handover' },
      );
      await setHours(s, terms, [
        [5, '14:00', '18:00'],
        [1, '09:00', '12:00'],
      ]);
      // 12 December 2026 is a Saturday
      const event = await planned(s, mia, [wish('Bierbänke', 3)], {
        p_starts_at: '2026-12-12T10:00:00+01:00',
        p_ends_at: '2026-12-12T20:00:00+01:00',
      });
      const [best] = await propose(s, event.id);
      expect(best).toMatchObject({
        title: 'Bierbänke',
        starts_at: new Date('2026-12-11T17:30:00+01:00'),
        ends_at: new Date('2026-12-14T09:00:00+01:00'),
      });
      const parts = [
        {
          resource_id: things.benches,
          quantity: 3,
          starts_at: best?.starts_at,
          ends_at: best?.ends_at,
        },
      ];
      const asked = { ...event, request: [{ item_id: event.items[0], parts }] };
      expect(await send(s, mia, asked)).toMatchObject([{ status: 'requested' }]);
    }),
  );

  test(
    'what breaks a rule of its owner is not proposed, and refused when asked for all the same',
    scene(async (s) => {
      await ruled(s, { resource: things.beamer }, { audience: 'own' });
      const event = await planned(s, mia, [{ what: 'Beamer', parts: [[things.beamer, 1]] }]);
      expect((await propose(s, event.id)).map((row) => row.title)).toEqual(['Beamer mit Leinwand']);
      const { params } = await refused(send(s, mia, event), 'EVMIS');
      expect(params?.missing).toMatchObject([{ what: 'Beamer', code: 'BKAUD' }]);
    }),
  );

  test(
    'her own choice stays, with what stands against it by now',
    scene(async (s) => {
      const event = await planned(s, mia, [wish('Beamer', 1)]);
      await s.as(mia).rows('choose_event_parts', {
        p_item_id: event.items[0],
        p_parts: JSON.stringify([{ resource_id: things.projector, quantity: 1 }]),
      });
      expect(await propose(s, event.id)).toMatchObject([
        { title: 'Beamer mit Leinwand', take: 1, chosen: true, code: null },
      ]);
      await ask(s, otto, things.projector, from(9, 12, 13));
      expect(await propose(s, event.id)).toMatchObject([
        { title: 'Beamer mit Leinwand', chosen: true, code: 'BKOVL', params: { free: 0 } },
      ]);
    }),
  );

  test(
    'nothing tells who has what is taken',
    scene(async (s) => {
      await ask(s, otto, things.beamer, from(9, 12, 13));
      const event = await planned(s, mia, [wish('Beamer', 1)]);
      expect(JSON.stringify(await propose(s, event.id, { p_limit: 12 }))).not.toContain(otto.id);
    }),
  );
});

describe('asking for all or nothing', () => {
  test(
    'mia asks once: three parts are held, the instant one is granted, each owner hears once',
    scene(async (s) => {
      await ottoDecides(s);
      const event = await planned(s, mia, festival);
      const rows = await send(s, mia, event);
      expect(rows.map(({ status, code }) => [status, code])).toEqual([
        ['requested', null],
        ['approved', null],
        ['requested', null],
      ]);
      expect(await planOf(s, event.id)).toMatchObject({ status: 'sent', settle_by: null });
      const mails = await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      expect(mails.map((m) => `${String(m.display_name)} ${String(m.topic)}`).sort()).toEqual([
        'ada event_requested',
        'amir event_requested',
        'otto event_requested',
      ]);
      const amirs = mails.find((m) => m.display_name === 'amir');
      expect(amirs?.payload.parts.map((p: { title: string }) => p.title).sort()).toEqual([
        'Bierbänke',
        'Turnhalle',
      ]);
      expect(amirs?.payload).toMatchObject({
        title: 'Straßenfest',
        guests: 150,
        borrower: 'Kickers Ost',
        event_id: event.id,
      });
    }),
  );

  test(
    'one part is taken: nothing at all is written, and all that is missing is named',
    scene(async (s) => {
      await ask(s, otto, things.hallA, from(9, 12, 13));
      await ask(s, otto, things.benches, { ...from(9, 12, 13), p_quantity: 9 });
      await s.sql('delete from private.outbox');
      const event = await planned(s, mia, festival);
      const before = [
        await count(s, 'public.bookings'),
        await count(s, 'public.allocations'),
        await count(s, 'public.booking_log'),
      ];
      const { params } = await refused(send(s, mia, event), 'EVMIS');
      expect(params?.missing).toMatchObject([
        { item_id: event.items[0], what: 'Bänke', code: 'BKCAP', params: { free: 3 } },
        { item_id: event.items[1], what: 'Halle', code: 'BKOVL' },
      ]);
      expect(params).toMatchObject({ count: 2, items: 'Bänke, Halle' });
      expect([
        await count(s, 'public.bookings'),
        await count(s, 'public.allocations'),
        await count(s, 'public.booking_log'),
      ]).toEqual(before);
      expect(await count(s, 'private.outbox')).toBe(0);
      expect(await planOf(s, event.id)).toMatchObject({ status: 'draft' });
    }),
  );

  test(
    'fewer than she wished for is not all of it',
    scene(async (s) => {
      const event = await planned(s, mia, [{ ...benches, quantity: 20 }]);
      const { params } = await refused(send(s, mia, event), 'EVMIS');
      expect(params?.missing).toMatchObject([{ code: 'BKCAP', params: { free: 5, wanted: 20 } }]);
    }),
  );

  test(
    'the same thing wished for twice is counted once',
    scene(async (s) => {
      const event = await planned(s, mia, [
        { what: 'Kino', parts: [[things.cinemaKit, 1]] },
        { what: 'Bänke', parts: [[things.benches, 3]] },
      ]);
      const { params } = await refused(send(s, mia, event), 'EVMIS');
      expect(params?.missing).toMatchObject([
        { what: 'Bänke', code: 'BKCAP', params: { free: 2 } },
      ]);
    }),
  );

  test(
    'the same key and content gives the same answer, other content or another event does not',
    scene(async (s) => {
      const event = await planned(s, mia, festival);
      const first = await send(s, mia, event, 'k');
      expect(await send(s, mia, event, 'k')).toEqual(first);
      expect(await count(s, 'public.bookings')).toBe(3);
      await refused(send(s, mia, { ...event, request: event.request.slice(1) }, 'k'), 'IDEMP');
      await refused(send(s, mia, event, 'another'), 'BKSTA');
      const second = await planned(s, mia, [{ what: 'Rad', parts: [[things.bike, 1]] }]);
      await refused(send(s, mia, second, 'k'), 'IDEMP');
    }),
  );

  test.each([
    ['nothing', [], 'INPUT'],
    ['an item of another event', [{ item_id: randomUUID(), parts: [] }], 'NTFND'],
    ['no list', { a: 1 }, 'INPUT'],
  ])('nobody asks for %s', (_, items, code) =>
    scene(async (s) => {
      const event = await planned(s, mia, [benches]);
      await refused(
        s.as(mia).rows('request_event', {
          p_event_id: event.id,
          p_items: JSON.stringify(items),
          p_idempotency_key: 'k',
        }),
        code,
      );
    })(),
  );

  test.each([
    ['a word for a number', { quantity: 'viele' }],
    ['a time that is none', { starts_at: 'morgen' }],
    ['a resource that is none', { resource_id: 'x' }],
    ['no number', { quantity: null }],
  ])('nobody asks with %s', (_, part) =>
    scene(async (s) => {
      const event = await planned(s, mia, [benches]);
      const parts = [{ resource_id: things.benches, quantity: 1, ...part }];
      await refused(
        s.as(mia).rows('request_event', {
          p_event_id: event.id,
          p_items: JSON.stringify([{ item_id: event.items[0], parts }]),
          p_idempotency_key: 'k',
        }),
        'INPUT',
      );
    })(),
  );

  test(
    'what is not lent here cannot be slipped in: of another pool, paused, of a suspended club',
    scene(async (s) => {
      const event = await planned(s, mia, [
        { what: 'a', parts: [[things.ofWestclub, 1]] },
        { what: 'b', parts: [[things.paused, 1]] },
        { what: 'c', parts: [[things.ofSuspended, 1]] },
        { what: 'd', parts: [[things.bike, 1]] },
      ]);
      const { params } = await refused(send(s, mia, event), 'EVMIS');
      expect((params?.missing as { what: string }[]).map((m) => m.what)).toEqual(['a', 'b', 'c']);
    }),
  );

  test(
    'penny, whose organisation is not admitted, plans but does not ask',
    scene(async (s) => {
      const event = await planned(s, penny, [{ what: 'Rad', parts: [[things.bike, 1]] }]);
      await refused(send(s, penny, event), 'ORGST');
    }),
  );

  test(
    'once sent nothing of the plan changes behind the owners',
    scene(async (s) => {
      const event = await planned(s, mia, [benches]);
      await send(s, mia, event);
      const item = event.items[0];
      await refused(
        s.as(mia).call('plan_event', {
          p_event_id: event.id,
          p_organisation_id: clubs.kickers,
          p_title: 'Anders',
          p_guests: 3,
          ...from(9, 1, 2),
        }),
        'BKSTA',
      );
      await refused(
        s.as(mia).call('plan_event_item', {
          p_event_id: event.id,
          p_item_id: item,
          p_what: 'x',
          p_quantity: 1,
        }),
        'BKSTA',
      );
      await refused(s.as(mia).call('drop_event_item', { p_item_id: item }), 'BKSTA');
      await refused(
        s.as(mia).rows('choose_event_parts', { p_item_id: item, p_parts: '[]' }),
        'BKSTA',
      );
    }),
  );
});

describe('asking for as much as possible', () => {
  const best = { p_mode: 'best_effort' };

  test(
    'what is free is held, and what is not comes back with the reason',
    scene(async (s) => {
      await ask(s, otto, things.hallA, from(9, 12, 13));
      const event = await planned(s, mia, festival, best);
      const rows = await send(s, mia, event);
      expect(rows.map(({ status, code }) => [status, code])).toEqual([
        ['requested', null],
        [null, 'BKOVL'],
        ['requested', null],
      ]);
      expect(await send(s, mia, event)).toEqual(rows);
      expect(await planOf(s, event.id)).toMatchObject({ status: 'sent', settle_by: null });
    }),
  );

  test(
    'nothing at all is free: then nothing is sent',
    scene(async (s) => {
      await ask(s, otto, things.hallA, from(9, 12, 13));
      const event = await planned(s, mia, [hall], best);
      await refused(send(s, mia, event), 'EVMIS');
      expect(await planOf(s, event.id)).toMatchObject({ status: 'draft' });
    }),
  );

  test(
    'a part that is declined leaves the rest alone, without a deadline',
    scene(async (s) => {
      const event = await planned(s, mia, festival, best);
      await send(s, mia, event);
      await s
        .as(amir)
        .call('decline_booking', { p_booking_id: await bookingOf(s, event.id, things.benches) });
      expect(await planOf(s, event.id)).toMatchObject({ status: 'sent', settle_by: null });
      await s.sql(`update public.event_plans set version = version`);
      await s.as(service).call('sweep_events');
      expect(await statuses(s, event.id)).toEqual([
        'Beamer mit Leinwand requested',
        'Bierbänke declined',
        'Turnhalle approved',
      ]);
    }),
  );
});

describe('deciding', () => {
  test(
    'amir approves all parts of the Werkhof in one act; the Chor decides for itself',
    scene(async (s) => {
      await ottoDecides(s);
      const event = await planned(s, mia, [
        benches,
        { what: 'Film', parts: [[things.beamer, 1]] },
        beamer,
      ]);
      await send(s, mia, event);
      await s.sql('update private.outbox set expanded_at = now()');
      const done = await s
        .as(amir)
        .rows('approve_event_parts', { p_event_id: event.id, p_note: 'gern!' });
      expect(done.map((b) => b.status)).toEqual(['approved', 'approved']);
      expect(await statuses(s, event.id)).toEqual([
        'Beamer approved',
        'Beamer mit Leinwand requested',
        'Bierbänke approved',
      ]);
      expect(await planOf(s, event.id)).toMatchObject({ status: 'sent' });
      const mails = await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      expect(
        mails.map((m) => `${String(m.display_name)} ${String(m.topic)} ${String(m.note)}`),
      ).toEqual(['mia event_decided gern!']);
      await s.as(otto).rows('approve_event_parts', { p_event_id: event.id });
      expect(await planOf(s, event.id)).toMatchObject({ status: 'settled', settle_by: null });
    }),
  );

  test(
    "an owner sees title, date, guests and its own parts: nothing of the others' and nothing of the plan",
    scene(async (s) => {
      await ottoDecides(s);
      const event = await planned(s, mia, festival);
      await send(s, mia, event);
      expect(await s.as(otto).sql('select title, guests from public.events')).toEqual([
        { title: 'Straßenfest', guests: 150 },
      ]);
      expect(
        (await s.as(otto).sql('select resource_id from public.bookings')).map((b) => b.resource_id),
      ).toEqual([things.projector]);
      for (const table of ['event_plans', 'event_items', 'event_parts'])
        expect(await s.as(otto).sql(`select * from public.${table}`), table).toEqual([]);
      // the borrower sees all of it, the neighbourhood management too
      for (const who of [mia, boris, rita, manu])
        for (const [table, n] of [
          ['events', 1],
          ['event_plans', 1],
          ['event_items', 3],
          ['event_parts', 3],
          ['bookings', 3],
        ] as const)
          expect(
            await s.as(who).sql(`select 1 from public.${table}`),
            `${who.name} ${table}`,
          ).toHaveLength(n);
      // members of an owner who do not decide, and the other pool, see nothing
      for (const who of [olga, paul, nina])
        for (const table of ['events', 'event_plans', 'event_items', 'event_parts'])
          expect(
            await s.as(who).sql(`select * from public.${table}`),
            `${who.name} ${table}`,
          ).toEqual([]);
    }),
  );

  test(
    'olga, who does not decide, and mia, who asked, cannot approve',
    scene(async (s) => {
      const event = await planned(s, mia, [benches]);
      await send(s, mia, event);
      await refused(s.as(olga).rows('approve_event_parts', { p_event_id: event.id }), 'NTFND');
      await refused(s.as(mia).rows('approve_event_parts', { p_event_id: event.id }), 'NTFND');
      await refused(s.as(otto).rows('decline_event_parts', { p_event_id: event.id }), 'NTFND');
    }),
  );

  test(
    'decided twice: the second one is told how it stands',
    scene(async (s) => {
      const event = await planned(s, mia, [benches]);
      await send(s, mia, event);
      await s.as(amir).rows('approve_event_parts', { p_event_id: event.id });
      const { params } = await refused(
        s.as(amir).rows('decline_event_parts', { p_event_id: event.id }),
        'BKSTA',
      );
      expect(params).toEqual({ status: 'approved' });
    }),
  );
});

describe('a gap in all or nothing', () => {
  const declined = async (s: Scene, wishes = festival) => {
    await ottoDecides(s);
    const event = await planned(s, mia, wishes);
    await send(s, mia, event);
    await s.sql('update private.outbox set expanded_at = now()');
    await s
      .as(otto)
      .rows('decline_event_parts', { p_event_id: event.id, p_note: 'Wir singen selbst.' });
    return event;
  };

  test(
    'otto declines: mia has two days, reads why, and nothing else falls',
    scene(async (s) => {
      const event = await declined(s);
      const { settle_by, status } = (await planOf(s, event.id)) ?? {};
      expect(status).toBe('sent');
      const [now] = await s.sql('select now()');
      expect(settle_by - now?.now).toBe(48 * 3_600_000);
      const mails = await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      expect(
        mails.map((m) => `${String(m.display_name)} ${String(m.topic)} ${String(m.note)}`),
      ).toEqual(['mia event_gap Wir singen selbst.']);
      expect(mails[0]?.payload.parts).toMatchObject([
        { title: 'Beamer mit Leinwand', status: 'declined' },
      ]);
      await s.as(service).call('sweep_events');
      expect(
        (await statuses(s, event.id)).filter((line) => / (requested|approved)$/.test(line)),
      ).toHaveLength(2);
    }),
  );

  test(
    'the deadline never lies behind the first start',
    scene(async (s) => {
      await ottoDecides(s);
      const soon = new Date(Date.now() + 20 * 3_600_000).toISOString();
      const event = await planned(s, mia, [benches, beamer], {
        p_starts_at: soon,
        p_ends_at: when(3, 12),
      });
      await send(s, mia, event);
      await s.as(otto).rows('decline_event_parts', { p_event_id: event.id });
      expect((await planOf(s, event.id))?.settle_by).toEqual(new Date(soon));
    }),
  );

  test(
    'the Werkhof steps in: proposed without the one who said no, asked, and the deadline is gone',
    scene(async (s) => {
      const event = await declined(s);
      const [best] = await s.as(mia).rows('propose_event', { p_event_id: event.id });
      expect(best).toMatchObject({ item_id: event.items[2], missing: 1, title: 'Beamer', take: 1 });
      const [part] = await s.as(mia).rows('replace_event_item', {
        p_item_id: event.items[2],
        p_parts: JSON.stringify([{ resource_id: things.beamer, quantity: 1 }]),
      });
      expect(part?.booking_id).toBeTruthy();
      expect(await planOf(s, event.id)).toMatchObject({ status: 'sent', settle_by: null });
      await s.as(amir).rows('approve_event_parts', { p_event_id: event.id });
      expect(await planOf(s, event.id)).toMatchObject({ status: 'settled' });
    }),
  );

  test(
    'replaced by the same press twice: asked for once',
    scene(async (s) => {
      const event = await declined(s);
      const replace = () =>
        s.as(mia).rows('replace_event_item', {
          p_item_id: event.items[2],
          p_parts: JSON.stringify([{ resource_id: things.beamer, quantity: 1 }]),
        });
      await replace();
      await refused(replace(), 'BKSTA', { reason: 'complete' });
    }),
  );

  test(
    'what is taken meanwhile does not step in, nor does more than is missing',
    scene(async (s) => {
      const event = await declined(s);
      await ask(s, olga, things.beamer, from(9, 12, 13));
      const replace = (quantity: number) =>
        s.as(mia).rows('replace_event_item', {
          p_item_id: event.items[2],
          p_parts: JSON.stringify([{ resource_id: things.beamer, quantity }]),
        });
      await refused(replace(1), 'EVMIS');
      await refused(replace(2), 'INPUT', { reason: 'too_big' });
      expect(await planOf(s, event.id)).toMatchObject({ status: 'sent' });
    }),
  );

  test(
    'mia goes on without the beamer: the deadline is gone, the rest stays',
    scene(async (s) => {
      const event = await declined(s);
      await s.as(mia).call('accept_without', { p_item_id: event.items[2] });
      expect(await planOf(s, event.id)).toMatchObject({ status: 'sent', settle_by: null });
      await s.as(amir).rows('approve_event_parts', { p_event_id: event.id });
      expect(await planOf(s, event.id)).toMatchObject({ status: 'settled' });
    }),
  );

  test(
    'nobody fills it in time: the rest is called off, freed, and both sides are told once',
    scene(async (s) => {
      const event = await declined(s);
      await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      await s.sql(
        `update public.event_plans set settle_by = now() - interval '1 minute' where event_id = $1`,
        [event.id],
      );
      await s.as(service).call('sweep_events');
      expect(await planOf(s, event.id)).toMatchObject({
        status: 'cancelled',
        ended_by: 'system',
        settle_by: null,
      });
      expect(await statuses(s, event.id)).toEqual([
        'Beamer mit Leinwand declined',
        'Bierbänke cancelled',
        'Turnhalle cancelled',
      ]);
      expect(await count(s, 'public.allocations')).toBe(0);
      const mails = await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      expect(mails.map((m) => `${String(m.display_name)} ${String(m.topic)}`).sort()).toEqual([
        'ada event_cancelled',
        'amir event_cancelled',
        'mia event_ran_out',
      ]);
    }),
  );

  test(
    'a hold that ran out is a gap like a decline',
    scene(async (s) => {
      const event = await planned(s, mia, festival);
      await send(s, mia, event);
      await s.sql('update public.bookings set hold_expires_at = now() where resource_id = $1', [
        things.projector,
      ]);
      await s.as(service).call('expire_holds');
      expect((await planOf(s, event.id))?.settle_by).not.toBeNull();
    }),
  );

  test(
    'an owner who takes back a promise opens a gap in what was settled',
    scene(async (s) => {
      const event = await planned(s, mia, [hall]);
      await send(s, mia, event);
      expect(await planOf(s, event.id)).toMatchObject({ status: 'settled' });
      await s
        .as(amir)
        .call('cancel_booking', { p_booking_id: await bookingOf(s, event.id, things.hall) });
      expect(await planOf(s, event.id)).toMatchObject({ status: 'sent' });
      expect((await planOf(s, event.id))?.settle_by).not.toBeNull();
    }),
  );

  test(
    'people cannot run the sweep',
    scene(async (s) => {
      await refused(s.as(mia).call('sweep_events'), '42501');
      await refused(s.as(anon).call('sweep_events'), '42501');
    }),
  );
});

describe('calling it off', () => {
  test(
    'mia cancels: every part is free again, each owner hears once with her word',
    scene(async (s) => {
      await ottoDecides(s);
      const event = await planned(s, mia, festival);
      await send(s, mia, event);
      await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      await s.as(mia).call('cancel_event', { p_event_id: event.id, p_note: 'Es regnet.' });
      expect(await count(s, 'public.allocations')).toBe(0);
      expect(await planOf(s, event.id)).toMatchObject({
        status: 'cancelled',
        ended_by: 'borrower',
      });
      const mails = await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      expect(
        mails.map((m) => `${String(m.display_name)} ${String(m.topic)} ${String(m.note)}`).sort(),
      ).toEqual([
        'ada event_cancelled Es regnet.',
        'amir event_cancelled Es regnet.',
        'otto event_cancelled Es regnet.',
      ]);
      await refused(s.as(mia).call('cancel_event', { p_event_id: event.id }), 'BKSTA');
    }),
  );

  test(
    'bea, who manages the Kickers, can; a member who did not send it cannot',
    scene(async (s) => {
      const event = await planned(s, bea, [benches]);
      await send(s, bea, event);
      await refused(s.as(mia).call('cancel_event', { p_event_id: event.id }), 'DNIED');
      await refused(s.as(amir).call('cancel_event', { p_event_id: event.id }), 'NTFND');
      await s.as(boris).call('cancel_event', { p_event_id: event.id });
    }),
  );

  test(
    'a draft is thrown away without a trace',
    scene(async (s) => {
      const event = await planned(s, mia, festival);
      await s.as(mia).call('cancel_event', { p_event_id: event.id });
      for (const table of ['events', 'event_plans', 'event_items', 'event_parts'])
        expect(await count(s, `public.${table}`), table).toBe(0);
    }),
  );

  test(
    'after it was called off nothing is proposed, replaced or asked for',
    scene(async (s) => {
      const event = await planned(s, mia, [benches]);
      await send(s, mia, event, 'k');
      await s.as(mia).call('cancel_event', { p_event_id: event.id });
      expect(await s.as(mia).rows('propose_event', { p_event_id: event.id })).toEqual([]);
      await refused(
        s.as(mia).rows('replace_event_item', {
          p_item_id: event.items[0],
          p_parts: JSON.stringify([{ resource_id: things.bike, quantity: 1 }]),
        }),
        'BKSTA',
      );
      expect((await send(s, mia, event, 'k')).map((row) => row.status)).toEqual(['cancelled']);
      expect(await count(s, 'public.bookings')).toBe(1);
    }),
  );
});

test('the templates that ship have names in both languages and something to search for', () =>
  scene(async (s) => {
    const rows = await s
      .as(anon)
      .sql(
        `select t.slug, count(i.id) as items from public.event_templates t join public.event_template_items i on i.template_id = t.id group by t.slug order by 1`,
      );
    expect(rows.map((row) => row.slug)).toEqual([
      'information-stand',
      'lecture-evening',
      'street-festival',
      'summer-party',
      'tournament',
      'working-day',
    ]);
    expect(Math.min(...rows.map((row) => row.items as number))).toBeGreaterThan(5);
    expect(homeOf(mia)).toBe(clubs.kickers);
  })());
