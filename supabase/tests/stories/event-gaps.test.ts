import { describe, expect, test } from 'vitest';
import { ask, homeOf } from '../support/acts';
import type { Scene } from '../support/database';
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
import { amir, anon, bea, boris, mia, olga, otto, service } from '../support/people';
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';
import { from, when } from '../support/when';

const scene = eventScenes();

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
