import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Scene } from '../support/database';
import {
  ada,
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
  westa,
  type Actor,
  type Person,
} from '../support/people';
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';
import { when } from '../support/when';

const scene = scenes();
const claim = (s: Scene, limit?: number) =>
  s.as(service).rows('claim_deliveries', limit === undefined ? {} : { p_limit: limit });
const told = async (s: Scene) =>
  (await claim(s, 200)).map((d) => `${String(d.display_name)} ${String(d.topic)}`).sort();

describe('who is told', () => {
  test(
    "of a request: the owner's approvers and admins, with all a mail needs",
    scene(async (s) => {
      await ask(s, mia, things.beamer, { p_purpose: 'film' });
      const rows = await claim(s);
      expect(rows.map((r) => r.display_name).sort()).toEqual(['ada', 'amir']);
      expect(rows[0]).toMatchObject({
        topic: 'booking_requested',
        attempts: 1,
        is_owner_side: true,
        resource_title: 'Beamer',
        owner_name: 'Werkhof Ostviertel',
        borrower_name: 'Kickers Ost',
        purpose: 'film',
        pool_slug: 'ostviertel',
        time_zone: 'Europe/Berlin',
        quantity: 1,
      });
      expect(rows.map((r) => r.email).sort()).toEqual(['ada@example.org', 'amir@example.org']);
    }),
  );

  const b = async (s: Scene) => {
    const booking = await ask(s, mia, things.beamer);
    await claim(s, 200);
    return { p_booking_id: booking.id as string };
  };
  test.each<[string, (s: Scene) => Promise<unknown>, string[]]>([
    [
      'an approval: who asked',
      async (s) => s.as(amir).call('approve_booking', await b(s)),
      ['mia booking_approved'],
    ],
    [
      'a refusal: who asked',
      async (s) => s.as(amir).call('decline_booking', await b(s)),
      ['mia booking_declined'],
    ],
    [
      'a question: who asked',
      async (s) => s.as(amir).call('ask_about_booking', { ...(await b(s)), p_note: '?' }),
      ['mia booking_asked'],
    ],
    [
      "an answer: the owner's deciders",
      async (s) => s.as(mia).call('answer_booking', { ...(await b(s)), p_note: '!' }),
      ['ada booking_answered', 'amir booking_answered'],
    ],
    [
      "bea's cancelling: the owner, and mia, who asked",
      async (s) => s.as(bea).call('cancel_booking', await b(s)),
      ['ada booking_cancelled', 'amir booking_cancelled', 'mia booking_cancelled'],
    ],
    [
      "mia's cancelling: the owner",
      async (s) => s.as(mia).call('cancel_booking', await b(s)),
      ['ada booking_cancelled', 'amir booking_cancelled'],
    ],
    [
      'a hold that ran out: both',
      async (s) => {
        await b(s);
        await s.sql('update public.bookings set hold_expires_at = now()');
        await s.as(service).call('expire_holds');
      },
      ['ada booking_expired', 'amir booking_expired', 'mia booking_expired'],
    ],
    [
      'an instant booking: both',
      async (s) => ask(s, mia, things.bike),
      ['ada booking_booked', 'amir booking_booked', 'mia booking_booked'],
    ],
    [
      "the owner's cancelling: who asked",
      async (s) => {
        const id = await b(s);
        await s.as(amir).call('approve_booking', id);
        await claim(s, 200);
        return s.as(ada).call('cancel_booking', id);
      },
      ['mia booking_cancelled'],
    ],
    [
      "a new organisation: the QM's manager",
      async (s) => s.as(nina).call('found_organisation', { p_pool: 'ostviertel', p_name: 'Neu' }),
      ['manu organisation_founded'],
    ],
    [
      "a barrier that somebody reported: the QM's manager",
      async (s) =>
        s.as(anon).call('report_barrier', { p_pool: 'ostviertel', p_message: 'Zu klein' }),
      ['manu barrier_reported'],
    ],
    [
      "an admission: the organisation's admins",
      async (s) => s.as(manu).call('admit_organisation', { p_organisation_id: clubs.neuland }),
      ['penny organisation_admitted'],
    ],
  ])('of %s', (_title, act, expected) =>
    scene(async (s) => {
      await act(s);
      expect(await told(s)).toEqual(expected);
    })(),
  );
});

describe('delivering', () => {
  test.each<[string, Actor]>([
    ['a passer-by', anon],
    ['mia', mia],
    ['ada', ada],
    ['manu', manu],
    ['rita', rita],
  ])('%s can not claim or finish messages', (_title, who) =>
    scene(async (s) => {
      await refused(s.as(who).rows('claim_deliveries'), '42501');
      await refused(s.as(who).call('finish_delivery', { p_delivery_id: 1 }), '42501');
    })(),
  );

  test(
    'a claimed message is leased for five minutes, then another worker takes over',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      expect(await claim(s)).toHaveLength(2);
      expect(await claim(s)).toHaveLength(0);
      await s.sql(
        `update private.deliveries set next_attempt_at = next_attempt_at - interval '5 minutes'`,
      );
      expect((await claim(s)).map((d) => d.attempts)).toEqual([2, 2]);
    }),
  );

  test(
    'a sent one never comes again; a failed one later, and after a dozen tries no more',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      const [first, second] = await claim(s);
      await s.as(service).call('finish_delivery', { p_delivery_id: first?.delivery_id });
      await s
        .as(service)
        .call('finish_delivery', { p_delivery_id: second?.delivery_id, p_error: 'x'.repeat(9999) });
      const due = async () =>
        await s.sql(
          'select next_attempt_at - now() as wait, sent_at is not null as sent, given_up_at is not null as given_up, length(last_error) as error from private.deliveries order by id',
        );
      expect(await due()).toMatchObject([
        { sent: true },
        { sent: false, given_up: false, error: 500, wait: { minutes: 1 } },
      ]);
      await s.sql('update private.deliveries set attempts = 12');
      await s
        .as(service)
        .call('finish_delivery', { p_delivery_id: second?.delivery_id, p_error: 'again' });
      expect((await due())[1]).toMatchObject({ given_up: true, wait: { hours: 4 } });
      await s.sql(`update private.deliveries set next_attempt_at = now()`);
      expect(await claim(s)).toHaveLength(0);
    }),
  );

  test(
    'a message that was tried a thousand times can still be finished',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      const [first] = await claim(s);
      await s.sql('update private.deliveries set attempts = 1000');
      await s
        .as(service)
        .call('finish_delivery', { p_delivery_id: first?.delivery_id, p_error: 'x' });
    }),
  );

  test(
    'limits are bounded, odd ones too',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      expect(await claim(s, -5)).toHaveLength(1);
      expect(await s.as(service).rows('claim_deliveries', { p_limit: null })).toHaveLength(1);
    }),
  );
});

describe('realtime says "look again"', () => {
  const sent = async (s: Scene) =>
    (
      await s.sql(
        'select topic, event, payload, private from realtime.messages order by inserted_at, topic, event',
      )
    ).map((m) => {
      delete (m.payload as Record<string, unknown>).id;
      return m;
    });
  const pool = async (s: Scene) =>
    `pool:${(await s.sql(`select id from public.pools where slug = 'ostviertel'`))[0]?.id as string}`;

  test(
    'a request tells the pool which things to look at, and both organisations which booking; nothing else',
    scene(async (s) => {
      const b = await ask(s, mia, things.hallA, { p_purpose: 'secret' });
      const messages = await sent(s);
      expect(messages).toHaveLength(3);
      expect(messages.every((m) => m.private === true)).toBe(true);
      const ofPool = messages.find((m) => m.topic.startsWith('pool:'));
      expect(ofPool).toMatchObject({ topic: await pool(s), event: 'availability_changed' });
      expect(new Set(ofPool?.payload.resource_ids)).toEqual(new Set([things.hallA, things.hall]));
      expect(Object.keys(ofPool?.payload)).toEqual(['resource_ids']);
      for (const club of [clubs.kickers, clubs.werkhof]) {
        expect(messages.find((m) => m.topic === `organisation:${club}`)).toMatchObject({
          event: 'booking_changed',
          payload: { booking_id: b.id, version: 1 },
        });
      }
      expect(JSON.stringify(messages)).not.toContain('secret');
    }),
  );

  test(
    'asking back tells the two organisations and not the pool',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.sql('delete from realtime.messages');
      await s.as(amir).call('ask_about_booking', { p_booking_id: b.id, p_note: '?' });
      expect((await sent(s)).map((m) => m.topic).sort()).toEqual(
        [`organisation:${clubs.kickers}`, `organisation:${clubs.werkhof}`].sort(),
      );
    }),
  );

  test(
    'closing, reopening, new stock, pausing and suspending tell the pool',
    scene(async (s) => {
      const expectPool = async (act: Promise<unknown>) => {
        await act;
        expect((await sent(s)).map((m) => m.topic)).toContain(await pool(s));
        await s.sql('delete from realtime.messages');
      };
      const closing = s.as(amir).call('close_resource', {
        p_resource_id: things.bike,
        p_starts_at: when(5),
        p_ends_at: when(6),
      });
      await expectPool(closing);
      await expectPool(s.as(amir).call('reopen_resource', { p_closure_id: (await closing).id }));
      await expectPool(
        s.as(amir).call('change_stock', { p_resource_id: things.benches, p_quantity: 3 }),
      );
      await expectPool(
        s.as(amir).call('set_resource_status', { p_resource_id: things.bike, p_status: 'paused' }),
      );
      await expectPool(
        s.as(manu).call('suspend_organisation', { p_organisation_id: clubs.werkhof }),
      );
    }),
  );

  const mayJoin = async (s: Scene, who: Actor, topic: string) => {
    await s.sql(`select set_config('realtime.topic', $1, true)`, [topic]);
    await s.sql(`insert into realtime.messages (topic, extension) values ($1, 'broadcast')`, [
      topic,
    ]);
    return (
      (await s.as(who).sql('select 1 from realtime.messages where topic = $1', [topic])).length > 0
    );
  };

  test(
    'everybody hears the pool; only its members hear an organisation',
    scene(async (s) => {
      for (const who of [anon, mia, paul, manu, nina] as Actor[])
        expect(await mayJoin(s, who, await pool(s))).toBe(true);
      const listeners: Person[] = [
        mia,
        boris,
        bea,
        olga,
        amir,
        ada,
        otto,
        paul,
        rita,
        manu,
        penny,
        nina,
        westa,
      ];
      for (const who of listeners) {
        expect(await mayJoin(s, who, `organisation:${clubs.kickers}`), who.name).toBe(
          [mia, boris, bea].includes(who),
        );
      }
      expect(await mayJoin(s, anon, `organisation:${clubs.kickers}`)).toBe(false);
    }),
  );

  test.each([
    'pool:',
    'pool:%',
    'pool:x',
    `pool:11111111-1111-4111-8111-111111111111`,
    'organisation:',
    `organisation:${clubs.kickers} `,
    `member:${clubs.kickers}`,
    `organisation:${clubs.kickers}:x`,
    '',
    `POOL:${clubs.kickers}`,
  ])('nobody joins %j', (topic) =>
    scene(async (s) => {
      for (const who of [anon, mia, ada, manu] as Actor[])
        expect(await mayJoin(s, who, topic)).toBe(false);
    })(),
  );

  test(
    'nobody sends: clients have no insert policy',
    scene(async (s) => {
      const topic = await pool(s);
      await s.sql(`select set_config('realtime.topic', $1, true)`, [topic]);
      for (const who of [anon, mia, ada, manu] as Actor[]) {
        await refused(
          s
            .as(who)
            .sql(
              `insert into realtime.messages (topic, extension, private) values ($1, 'broadcast', true)`,
              [topic],
            ),
          '42501',
        );
      }
    }),
  );
});
