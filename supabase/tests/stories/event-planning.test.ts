import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import type { Scene } from '../support/database';
import { benches, count, eventScenes, festival } from '../support/event-stories';
import { planned, send, type Wish } from '../support/events';
import { setHours } from '../support/opening';
import { anon, mia, nina, otto } from '../support/people';
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';
import { ruled } from '../support/terms';
import { from, when } from '../support/when';

const scene = eventScenes();

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
