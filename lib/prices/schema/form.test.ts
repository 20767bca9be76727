import { describe, expect, it } from 'vitest';
import { borrowersSchema, priceField, pricesSchema } from './form';

const id = '00000000-0000-4000-8003-000000000001';
const form = (fields: Record<string, string>) =>
  pricesSchema.safeParse({
    scope: 'resource',
    id,
    ...Object.fromEntries(Object.entries(fields).map(([path, value]) => [priceField(path), value])),
  });
const read = (fields: Record<string, string>) => form(fields).data?.prices;
const wrong = (fields: Record<string, string>) =>
  form(fields).error?.issues.map((issue) => [
    issue.path[0],
    issue.code === 'custom' ? issue.params?.reason : issue.code,
  ]);

describe('the sentences of the price editor', () => {
  it('names its blanks as the database names what it refuses', () => {
    expect(priceField('groups', 'common_good', 'day', 'first_minor')).toBe(
      'prices.groups.commonGood.day.firstMinor',
    );
  });

  it('become cents, and an amount alone says that the group pays', () => {
    expect(
      read({
        mode: 'tariff',
        'groups.members.day.first_minor': '25',
        'groups.members.day.further_minor': '12,50 €',
        'groups.members.per_item': 'on',
        'groups.members.minimum_minor': '30',
        'groups.others.mode': 'refused',
        deposit_minor: '1.250,00',
        cancel_free_days: '14',
        cancel_fee_percent: '90',
      }),
    ).toMatchObject({
      mode: 'tariff',
      groups: {
        members: {
          day: { first_minor: 2500, further_minor: 1250, per_item: true, minimum_minor: 3000 },
        },
        others: { mode: 'refused' },
      },
      deposit_minor: 125_000,
      cancel_free_days: 14,
      cancel_fee_percent: 90,
    });
  });

  it('leave out what nobody filled in', () => {
    expect(read({ mode: 'inherit' })).toMatchObject({
      mode: null,
      groups: {},
      extras: [],
      deposit_minor: null,
      cleaning_minor: null,
    });
  });

  it('skip empty lines of extras and keep amounts for single groups', () => {
    expect(
      read({
        mode: 'free',
        'extras.1.name': 'Strom',
        'extras.1.unit': 'kwh',
        'extras.1.due': 'settled',
        'extras.1.required': 'on',
        'extras.1.groups.members': '0,40',
        'extras.1.amount_minor': '0,5',
      })?.extras,
    ).toEqual([
      {
        name: 'Strom',
        unit: 'kwh',
        due: 'settled',
        required: true,
        amount_minor: 50,
        groups: { members: 40 },
      },
    ]);
  });

  it.each([
    [{ mode: 'tariff' }, [['prices.mode', 'required']]],
    [
      { mode: 'tariff', 'groups.others.mode': 'tariff' },
      [['prices.groups.others.mode', 'required']],
    ],
    [
      { mode: 'tariff', 'groups.others.day.first_minor': 'viel' },
      [
        ['prices.groups.others.day.firstMinor', 'money'],
        ['prices.groups.others.mode', 'required'],
      ],
    ],
    [
      {
        mode: 'tariff',
        'groups.others.event.first_minor': '5',
        'groups.others.day.further_minor': '5',
      },
      [['prices.groups.others.day.firstMinor', 'required']],
    ],
    [{ 'extras.0.name': 'x', 'extras.0.amount_minor': '1' }, [['prices.mode', 'extras_alone']]],
    [{ mode: 'free', 'extras.0.name': 'x' }, [['prices.extras.0.amountMinor', 'required']]],
    [
      {
        mode: 'free',
        'extras.0.name': 'x',
        'extras.0.due': 'settled',
        'extras.1.name': ' x',
        'extras.1.due': 'settled',
      },
      [['prices.extras.1.name', 'twice']],
    ],
    [{ cancel_fee_percent: '101' }, [['prices.cancelFeePercent', 'whole']]],
  ])('say at its blank what does not fit: %o', (fields, issues) => {
    expect(wrong(fields)).toEqual(issues);
  });
});

describe('the list of borrowers', () => {
  it('sends on only what was changed', () => {
    const other = '00000000-0000-4000-8003-000000000002';
    const third = '00000000-0000-4000-8003-000000000003';
    expect(
      borrowersSchema.parse({
        ownerId: id,
        [`group.${id}`]: 'members',
        [`was.${id}`]: 'default',
        [`group.${other}`]: 'default',
        [`was.${other}`]: 'local',
        [`group.${third}`]: 'others',
        [`was.${third}`]: 'others',
      }).changes,
    ).toEqual([
      { organisationId: id, group: 'members' },
      { organisationId: other, group: null },
    ]);
  });
});
