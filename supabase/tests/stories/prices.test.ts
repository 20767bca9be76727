import { describe, expect, test } from 'vitest';
import { scenes } from '../support/database';
import {
  ada,
  amir,
  anon,
  bea,
  boris,
  manu,
  mia,
  nameOf,
  nina,
  olga,
  otto,
  paul,
  penny,
  rita,
  westa,
  type Actor,
} from '../support/people';
import { priced, priceOf, type Price } from '../support/prices';
import { refused } from '../support/refusal';
import { clubs, pools, things } from '../support/story';

const scene = scenes();
const { kickers, chor, werkhof } = clubs;

const day = (first: number, further?: number) => ({
  day: { first_minor: first, ...(further === undefined ? {} : { further_minor: further }) },
});
/** A Tuesday, so that no weekend comes in by accident. */
const twoDays = { from: '2027-06-08 10:00', to: '2027-06-09 18:00' };
const amounts = ({ lines }: Price) => lines.map((line) => line.amount_minor);

describe('what a thing costs', () => {
  test(
    'mia pays the first day and each further day of the benches',
    scene(async (s) => {
      await priced(s, things.benches, { mode: 'tariff', groups: { others: day(1000, 500) } });
      const price = await priceOf(s, { thing: things.benches, borrower: kickers, ...twoDays });
      expect(price).toMatchObject({
        mode: 'tariff',
        currency: 'EUR',
        group: 'others',
        total_minor: 1500,
        deposit_minor: 0,
        cancel: null,
      });
      expect(price.lines).toEqual([
        {
          kind: 'tariff',
          part: 'first',
          unit: 'day',
          quantity: 1,
          unit_minor: 1000,
          amount_minor: 1000,
        },
        {
          kind: 'tariff',
          part: 'further',
          unit: 'day',
          quantity: 1,
          unit_minor: 500,
          amount_minor: 500,
        },
      ]);
    }),
  );

  test(
    'what nobody priced has no price, and is not called free',
    scene(async (s) => {
      const price = await priceOf(s, { thing: things.beamer, borrower: kickers, ...twoDays });
      expect(price).toMatchObject({ mode: null, lines: [], total_minor: null });
    }),
  );

  test(
    'free costs nothing, a donation nothing that is counted, on request nothing that is known',
    scene(async (s) => {
      const totals = [];
      for (const mode of ['free', 'donation', 'on_request']) {
        await priced(s, things.beamer, { mode });
        const price = await priceOf(s, { thing: things.beamer, borrower: kickers, ...twoDays });
        totals.push([price.mode, price.total_minor]);
      }
      expect(totals).toEqual([
        ['free', 0],
        ['donation', 0],
        ['on_request', null],
      ]);
    }),
  );

  test(
    'who has a day price and a weekend price pays the cheaper one that covers the whole period',
    scene(async (s) => {
      await priced(s, things.van, {
        mode: 'tariff',
        groups: { others: { ...day(3000), weekend: { first_minor: 5000 } } },
      });
      const cost = async (from: string, to: string) =>
        (await priceOf(s, { thing: things.van, borrower: kickers, from, to })).total_minor;
      expect(await cost('2027-06-11 16:00', '2027-06-14 09:00'), 'Friday to Monday').toBe(5000);
      expect(await cost('2027-06-12 08:00', '2027-06-12 18:00'), 'a Saturday').toBe(3000);
      expect(await cost('2027-06-10 16:00', '2027-06-14 09:00'), 'Thursday to Monday').toBe(15000);
      expect(await cost('2027-06-11 16:00', '2027-06-15 09:00'), 'Friday to Tuesday').toBe(15000);
      expect(await cost('2027-06-11 00:00', '2027-06-15 00:00'), 'to Monday midnight').toBe(5000);
    }),
  );

  test(
    'a weekend price alone says nothing about a Tuesday: the owner is asked',
    scene(async (s) => {
      await priced(s, things.van, {
        mode: 'tariff',
        groups: { others: { weekend: { first_minor: 5000 } } },
      });
      const price = await priceOf(s, { thing: things.van, borrower: kickers, ...twoDays });
      expect(price).toMatchObject({ mode: 'on_request', lines: [], total_minor: null });
    }),
  );

  test(
    'hours are real ones, each begun; the first two are free, then at least ten euros',
    scene(async (s) => {
      const hour = { first_minor: 300, free_units: 2, minimum_minor: 1000 };
      await priced(s, things.bike, { mode: 'tariff', groups: { others: { hour } } });
      const price = (from: string, to: string) =>
        priceOf(s, { thing: things.bike, borrower: kickers, from, to });
      const free = await price('2027-06-08 10:00', '2027-06-08 12:00');
      expect(free.total_minor).toBe(0);
      expect(free.lines).toMatchObject([{ part: 'free', quantity: 2, amount_minor: 0 }]);
      const least = await price('2027-06-08 10:00', '2027-06-08 12:01');
      expect(least.lines).toMatchObject([
        { part: 'free', quantity: 2, amount_minor: 0 },
        { part: 'first', quantity: 1, amount_minor: 300 },
        { part: 'minimum', unit: 'flat', amount_minor: 700 },
      ]);
      expect(least.total_minor).toBe(1000);
      expect((await price('2027-06-08 10:00', '2027-06-08 17:00')).total_minor).toBe(1500);
      // the clocks go forward on 28 March 2027 and back on 25 October 2026
      expect((await price('2027-03-28 00:00', '2027-03-28 06:00')).total_minor).toBe(1000);
      expect((await price('2027-03-27 00:00', '2027-03-27 06:00')).total_minor).toBe(1200);
      expect((await price('2026-10-25 00:00', '2026-10-25 06:00')).total_minor).toBe(1500);
    }),
  );

  test(
    'a day in which the clocks change is one day',
    scene(async (s) => {
      await priced(s, things.benches, { mode: 'tariff', groups: { others: day(700) } });
      for (const date of ['2027-03-28', '2026-10-25', '2027-03-27'])
        expect(
          (
            await priceOf(s, {
              thing: things.benches,
              borrower: kickers,
              from: `${date} 00:00`,
              to: `${date} 23:59`,
            })
          ).total_minor,
          date,
        ).toBe(700);
    }),
  );

  test(
    'per bench costs by the number of benches, and so does the deposit',
    scene(async (s) => {
      await priced(s, things.benches, {
        mode: 'tariff',
        groups: { others: { day: { first_minor: 200, per_item: true } } },
        deposit_minor: 500,
        deposit_per_item: true,
        cleaning_minor: 900,
      });
      const price = await priceOf(s, {
        thing: things.benches,
        borrower: kickers,
        quantity: 7,
        ...twoDays,
      });
      expect(price.lines).toMatchObject([
        { kind: 'tariff', quantity: 2, items: 7, unit_minor: 200, amount_minor: 2800 },
        { kind: 'cleaning', amount_minor: 900 },
      ]);
      expect(price).toMatchObject({ total_minor: 3700, deposit_minor: 3500 });
    }),
  );

  test(
    'extras are chosen when asking or settled afterwards, each group at its own rate',
    scene(async (s) => {
      await priced(s, things.benches, {
        mode: 'tariff',
        groups: { others: day(1000) },
        extras: [
          { name: 'Aufbau', unit: 'flat', due: 'asked', groups: { members: 4000, others: 6000 } },
          { name: 'Endreinigung', unit: 'flat', due: 'asked', required: true, amount_minor: 2500 },
          {
            name: 'Kilometer',
            unit: 'kilometre',
            due: 'settled',
            required: true,
            amount_minor: 25,
          },
          { name: 'Schäden', unit: 'flat', due: 'settled' },
        ],
      });
      const wish = { thing: things.benches, borrower: kickers, ...twoDays };
      const bare = await priceOf(s, wish);
      expect(amounts(bare)).toEqual([2000, 2500]);
      expect(bare.choices).toEqual([
        { label: 'Aufbau', unit: 'flat', unit_minor: 6000, required: false },
        { label: 'Endreinigung', unit: 'flat', unit_minor: 2500, required: true },
      ]);
      expect(bare.settled).toEqual([
        { label: 'Kilometer', unit: 'kilometre', unit_minor: 25, required: true },
        { label: 'Schäden', unit: 'flat', unit_minor: null, required: false },
      ]);
      const chosen = await priceOf(s, { ...wish, extras: { Aufbau: 2 } });
      expect(amounts(chosen)).toEqual([2000, 12000, 2500]);
      await s.as(ada).rows('assign_price_group', {
        p_owner_id: werkhof,
        p_organisation_id: kickers,
        p_group: 'members',
      });
      expect(amounts(await priceOf(s, { ...wish, extras: { Aufbau: 1 } }))).toEqual([
        2000, 4000, 2500,
      ]);
    }),
  );

  test(
    'an extra that does not exist, half of one and one that is settled later are refused',
    scene(async (s) => {
      await priced(s, things.benches, {
        mode: 'free',
        extras: [{ name: 'Strom', unit: 'kwh', due: 'settled', amount_minor: 50 }],
      });
      for (const [extras, reason] of [
        [{ Gold: 1 }, 'choice'],
        [{ Strom: 3 }, 'choice'],
        [{ Strom: 1.5 }, 'range'],
        [{ Strom: -1 }, 'range'],
        [{ Strom: '1' }, 'range'],
        [[1], 'invalid'],
      ] as const)
        await s.sql('savepoint wrong').then(async () => {
          await refused(
            priceOf(s, {
              thing: things.benches,
              borrower: kickers,
              ...twoDays,
              extras: extras as Record<string, unknown>,
            }),
            'INPUT',
            { field: 'p_extras', reason },
          );
          await s.sql('rollback to savepoint wrong');
        });
    }),
  );

  test(
    'cancelling is free until so many days before, in wall time; then a share, half a cent up',
    scene(async (s) => {
      await priced(s, things.benches, {
        mode: 'tariff',
        groups: { others: day(1005) },
        cleaning_minor: 5000,
        cancel_free_days: 14,
        cancel_fee_percent: 50,
      });
      const wish = { thing: things.benches, borrower: kickers };
      // 14 days before 4 April 2027, 10:00 summer time lies in winter time
      const price = await priceOf(s, { ...wish, from: '2027-04-04 10:00', to: '2027-04-04 12:00' });
      expect(price.cancel).toMatchObject({ fee_percent: 50, fee_minor: 503 });
      expect(new Date(price.cancel?.free_until ?? '').toISOString()).toBe(
        '2027-03-21T09:00:00.000Z',
      );
    }),
  );

  test(
    'the Werkhof pays itself nothing for its own benches',
    scene(async (s) => {
      await priced(s, things.benches, {
        mode: 'tariff',
        groups: { others: day(1000) },
        deposit_minor: 5000,
        cancel_fee_percent: 90,
      });
      const price = await priceOf(s, { thing: things.benches, borrower: werkhof, ...twoDays });
      expect(price).toMatchObject({
        mode: 'free',
        group: 'own',
        total_minor: 0,
        deposit_minor: 0,
        cancel: null,
      });
    }),
  );

  test(
    'nobody is quoted more than twenty million by a machine',
    scene(async (s) => {
      await priced(s, things.benches, {
        mode: 'tariff',
        groups: { others: { hour: { first_minor: 10_000_000, per_item: true } } },
      });
      const price = await priceOf(s, {
        thing: things.benches,
        borrower: kickers,
        from: '2027-01-01 00:00',
        to: '2028-01-01 00:00',
        quantity: 12,
      });
      expect(price).toMatchObject({ mode: 'on_request', total_minor: null });
    }),
  );
});

describe('price groups', () => {
  const groups = {
    members: day(2500),
    common_good: day(4500),
    others: { mode: 'refused' },
  };
  const bus = { mode: 'tariff', groups };
  const assign = (group: string | null, organisation = kickers) => ({
    p_owner_id: werkhof,
    p_organisation_id: organisation,
    p_group: group,
  });

  test(
    'a stranger is refused, a recognised club pays 45, a member 25',
    scene(async (s) => {
      await priced(s, things.van, bus);
      const ask = () => priceOf(s, { thing: things.van, borrower: kickers, ...twoDays });
      expect(await ask()).toMatchObject({ mode: 'refused', group: 'others', total_minor: null });
      await s.as(manu).call('recognise_common_good', { p_organisation_id: kickers });
      expect(await ask()).toMatchObject({ group: 'common_good', total_minor: 9000 });
      await s.as(amir).rows('assign_price_group', assign('members'));
      expect(await ask()).toMatchObject({ group: 'members', total_minor: 5000 });
      expect(
        await priceOf(s, { thing: things.van, borrower: chor, ...twoDays }),
        'the Chor is nobody here',
      ).toMatchObject({ mode: 'refused' });
      await s.as(amir).rows('assign_price_group', assign('others'));
      expect(await ask(), 'the owner has the last word').toMatchObject({ mode: 'refused' });
      await s.as(amir).rows('assign_price_group', assign(null));
      expect(await ask()).toMatchObject({ group: 'common_good' });
    }),
  );

  test(
    'a group without a price of its own pays as the next one, others last',
    scene(async (s) => {
      await priced(s, things.van, { mode: 'tariff', groups: { others: day(100) } });
      await s.as(amir).rows('assign_price_group', assign('commercial'));
      expect(await priceOf(s, { thing: things.van, borrower: kickers, ...twoDays })).toMatchObject({
        group: 'others',
        total_minor: 200,
      });
      await priced(s, things.van, { mode: 'tariff', groups: { members: day(100) } });
      expect(await priceOf(s, { thing: things.van, borrower: kickers, ...twoDays })).toMatchObject({
        mode: 'on_request',
        group: 'commercial',
        total_minor: null,
      });
    }),
  );

  test(
    'without a borrower everybody reads the price of others, and from what it starts',
    scene(async (s) => {
      await priced(s, things.van, bus);
      const nobody = { thing: things.van, borrower: null, ...twoDays };
      expect(await priceOf(s, nobody)).toMatchObject({ mode: 'refused', from_minor: 5000 });
      await priced(s, things.van, {
        mode: 'tariff',
        groups: { members: { mode: 'free' }, others: day(1000, 500) },
      });
      expect(await priceOf(s, nobody)).toMatchObject({ total_minor: 1500, from_minor: 0 });
    }),
  );

  test.each([ada, amir])('$name CAN say who counts as a member', (who) =>
    scene(async (s) => {
      expect(await s.as(who).rows('assign_price_group', assign('members'))).toEqual([
        { assign_price_group: 'members' },
      ]);
    })(),
  );

  test.each([
    [olga, 'DNIED'],
    [bea, 'DNIED'],
    [manu, 'DNIED'],
    [paul, 'DNIED'],
    [anon, '42501'],
  ] as [Actor, string][])('others can NOT (%#)', (who, code) =>
    scene(async (s) => {
      await refused(s.as(who).rows('assign_price_group', assign('members')), code);
    })(),
  );

  test(
    'a borrower in another pool, the owner itself and a made-up group are refused',
    scene(async (s) => {
      const tried = (args: object) =>
        s.as(ada).rows('assign_price_group', args as Record<string, unknown>);
      await refused(tried(assign('members', clubs.westclub)), 'NTFND');
      await refused(tried(assign('members', werkhof)), 'NTFND');
      await refused(tried(assign('vip')), 'INPUT', { field: 'p_group', reason: 'choice' });
    }),
  );

  test(
    'only the two it is between read the group',
    scene(async (s) => {
      await s.as(ada).rows('assign_price_group', assign('members'));
      const sees = async (who: Actor) =>
        (await s.as(who).sql('select * from public.price_groups')).length;
      for (const who of [ada, amir, olga, mia, boris, bea])
        expect(await sees(who), nameOf(who)).toBe(1);
      for (const who of [otto, paul, penny, nina, rita, manu, westa])
        expect(await sees(who), nameOf(who)).toBe(0);
      await refused(sees(anon), '42501');
    }),
  );

  test(
    'manu recognises who serves the common good, and takes it back',
    scene(async (s) => {
      const recognise = (who: Actor, recognised: boolean) =>
        s
          .as(who)
          .call('recognise_common_good', { p_organisation_id: chor, p_recognised: recognised });
      expect((await recognise(manu, true)).common_good).toBe(true);
      expect((await recognise(manu, false)).common_good).toBe(false);
      for (const who of [rita, westa, otto, ada]) await refused(recognise(who, true), 'DNIED');
      await refused(recognise(anon, true), '42501');
    }),
  );
});

describe('setting prices', () => {
  const free = { p_prices: '{"mode": "free"}' };
  const scopes = {
    pool: { p_scope: 'pool', p_id: pools.ostviertel, ...free },
    organisation: { p_scope: 'organisation', p_id: werkhof, ...free },
    resource: { p_scope: 'resource', p_id: things.benches, ...free },
  };
  const may: [keyof typeof scopes, Actor[]][] = [
    ['pool', [manu]],
    ['organisation', [ada, amir]],
    ['resource', [ada, amir]],
  ];

  test.each(may)('who may for a whole %s is exactly these', (scope, who) =>
    scene(async (s) => {
      for (const actor of who)
        expect((await s.as(actor).call('set_prices', scopes[scope])).price_mode).toBe('free');
      for (const actor of [olga, mia, bea, otto, paul, rita, westa, nina, ada, manu])
        if (!who.includes(actor))
          await refused(s.as(actor).call('set_prices', scopes[scope]), 'DNIED');
      await refused(s.as(anon).call('set_prices', scopes[scope]), '42501');
    })(),
  );

  test(
    'the thing says what it costs, else its owner, else the pool',
    scene(async (s) => {
      const mode = async () =>
        (await priceOf(s, { thing: things.benches, borrower: kickers, ...twoDays })).mode;
      await s.as(manu).call('set_prices', scopes.pool);
      expect(await mode()).toBe('free');
      await s
        .as(ada)
        .call('set_prices', { ...scopes.organisation, p_prices: '{"mode": "donation"}' });
      expect(await mode()).toBe('donation');
      await priced(s, things.benches, { mode: 'tariff', groups: { others: day(1) } });
      expect(await mode()).toBe('tariff');
      await priced(s, things.benches, {});
      expect(await mode()).toBe('donation');
      expect(await s.sql('select * from public.tariffs')).toEqual([]);
    }),
  );

  test.each([
    ['p_prices', [1], 'invalid'],
    ['p_prices.price', { price: 5 }, 'choice'],
    ['p_prices.mode', { mode: 'barter' }, 'choice'],
    ['p_prices.mode', { mode: 'tariff' }, 'required'],
    ['p_prices.mode', { mode: 'free', groups: { others: day(5) } }, 'choice'],
    [
      'p_prices.mode',
      { extras: [{ name: 'x', unit: 'flat', due: 'asked', amount_minor: 1 }] },
      'required',
    ],
    ['p_prices.groups.vip', { mode: 'tariff', groups: { vip: day(5) } }, 'choice'],
    ['p_prices.groups.others', { mode: 'tariff', groups: { others: {} } }, 'required'],
    [
      'p_prices.groups.others.mode',
      { mode: 'tariff', groups: { others: { mode: 'maybe' } } },
      'choice',
    ],
    [
      'p_prices.groups.others.day.first_minor',
      { mode: 'tariff', groups: { others: { day: {} } } },
      'required',
    ],
    [
      'p_prices.groups.others.day.first_minor',
      { mode: 'tariff', groups: { others: day(2.5) } },
      'range',
    ],
    [
      'p_prices.groups.others.day.first_minor',
      { mode: 'tariff', groups: { others: day(-1) } },
      'range',
    ],
    [
      'p_prices.groups.others.day.further_minor',
      { mode: 'tariff', groups: { others: day(1, 1e9) } },
      'range',
    ],
    [
      'p_prices.groups.others.event.free_units',
      { mode: 'tariff', groups: { others: { event: { first_minor: 1, free_units: 1 } } } },
      'choice',
    ],
    ['p_prices.extras', { mode: 'free', extras: {} }, 'invalid'],
    ['p_prices.extras.0.name', { mode: 'free', extras: [{ unit: 'flat' }] }, 'required'],
    ['p_prices.extras.0.unit', { mode: 'free', extras: [{ name: 'x', unit: 'mile' }] }, 'choice'],
    [
      'p_prices.extras.0.amount_minor',
      { mode: 'free', extras: [{ name: 'x', unit: 'flat', due: 'asked' }] },
      'required',
    ],
    [
      'p_prices.extras.1.name',
      {
        mode: 'free',
        extras: [
          { name: 'x', unit: 'flat', due: 'settled' },
          { name: ' x ', unit: 'flat', due: 'settled' },
        ],
      },
      'twice',
    ],
    ['p_prices.deposit_minor', { deposit_minor: '5' }, 'range'],
    ['p_prices.deposit_per_item', { deposit_minor: 5, deposit_per_item: 'yes' }, 'invalid'],
    ['p_prices.cancel_fee_percent', { cancel_fee_percent: 101 }, 'range'],
  ])('what cannot be is refused at its place: %s, %o', (field, prices, reason) =>
    scene(async (s) => {
      await refused(priced(s, things.benches, prices), 'INPUT', { field, reason });
    })(),
  );

  test(
    'ada copies the prices of the benches to the van, whatever they are',
    scene(async (s) => {
      const prices = {
        mode: 'tariff',
        groups: {
          members: { mode: 'free' },
          common_good: { hour: { first_minor: 300, free_units: 2, minimum_minor: 100 } },
          others: { ...day(1000, 500), event: { first_minor: 9000, per_item: true } },
        },
        extras: [
          { name: 'Strom', unit: 'kwh', due: 'settled', required: true, amount_minor: 50 },
          { name: 'Aufbau', unit: 'flat', due: 'asked', amount_minor: 1, groups: { local: 2 } },
          { name: 'Putzen', unit: 'flat', due: 'settled' },
        ],
        deposit_minor: 100,
        deposit_per_item: true,
        cancel_free_days: 3,
        cancel_fee_percent: 20,
      };
      await priced(s, things.benches, prices);
      const copy = (who: Actor, to: string) =>
        s.as(who).call('copy_prices', { p_from_resource_id: things.benches, p_to_resource_id: to });
      await copy(ada, things.van);
      const [rows] = await s.sql(
        `select private.prices_document(a) = private.prices_document(b) as same, private.prices_document(b) as document
         from public.terms a, public.terms b where a.resource_id = $1 and b.resource_id = $2`,
        [things.benches, things.van],
      );
      expect(rows?.same, JSON.stringify(rows?.document)).toBe(true);
      const wish = { borrower: kickers, ...twoDays, quantity: 3 };
      expect(await priceOf(s, { ...wish, thing: things.van })).toEqual(
        await priceOf(s, { ...wish, thing: things.benches }),
      );
      await refused(copy(ada, things.projector), 'DNIED');
      await refused(copy(mia, things.van), 'DNIED');
    }),
  );

  test(
    'nobody writes prices past the intents',
    scene(async (s) => {
      await priced(s, things.benches, { mode: 'tariff', groups: { others: day(5) } });
      for (const table of ['tariffs', 'extras', 'price_groups'])
        for (const who of [anon, mia, ada, manu])
          await refused(s.as(who).sql(`delete from public.${table}`), '42501');
      expect(await s.as(anon).sql('select price_group, first_minor from public.tariffs')).toEqual([
        { price_group: 'others', first_minor: 5 },
      ]);
    }),
  );
});

describe('the tag on a card', () => {
  test(
    'says the least price of any group, whether it is the only one, and whether some pay nothing',
    scene(async (s) => {
      await priced(s, things.van, {
        mode: 'tariff',
        groups: { members: day(2500), others: { mode: 'refused' } },
      });
      await priced(s, things.benches, {
        mode: 'tariff',
        groups: { members: { mode: 'free' }, common_good: day(500, 250), others: day(1000, 500) },
      });
      await priced(s, things.beamer, { mode: 'donation' });
      await priced(s, things.bike, {
        mode: 'tariff',
        groups: { common_good: { mode: 'on_request' }, others: { mode: 'refused' } },
      });
      const ids = [things.van, things.benches, things.beamer, things.bike, things.hall];
      const tags = await s.as(anon).rows('price_tags', { p_resource_ids: ids });
      const tag = (id: string) => tags.find((row) => row.resource_id === id);
      expect(tag(things.van)).toMatchObject({
        mode: 'tariff',
        currency: 'EUR',
        unit: 'day',
        from_minor: 2500,
        is_exact: true,
        some_free: false,
      });
      expect(tag(things.benches)).toMatchObject({
        from_minor: 500,
        is_exact: false,
        some_free: true,
      });
      expect(tag(things.beamer)).toMatchObject({ mode: 'donation', from_minor: null });
      expect(tag(things.bike)).toMatchObject({ mode: 'on_request', from_minor: null });
      expect(tag(things.hall)).toBeUndefined();
    }),
  );

  test(
    'hides what is not listed, and refuses more than two hundred at once',
    scene(async (s) => {
      await priced(s, things.paused, { mode: 'free' });
      const tags = (ids: string[]) => s.as(anon).rows('price_tags', { p_resource_ids: ids });
      expect(await tags([things.paused])).toEqual([]);
      await refused(tags(Array.from({ length: 201 }, () => things.paused)), 'INPUT');
    }),
  );
});
