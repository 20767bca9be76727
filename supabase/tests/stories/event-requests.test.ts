import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import {
  beamer,
  benches,
  bookingOf,
  count,
  eventScenes,
  festival,
  hall,
  ottoDecides,
  planOf,
  statuses,
} from '../support/event-stories';
import { planned, send } from '../support/events';
import {
  amir,
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
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';
import { from } from '../support/when';

const scene = eventScenes();

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
