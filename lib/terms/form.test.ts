import { describe, expect, test } from 'vitest';
import { NO_TERMS, originsOf, resolved, saysTo, type Level, type OwnTerms } from './model/levels';
import { PROPOSALS, proposalFor, proposalTerms } from './model/proposals';
import { inUnits, termsSchema } from './schema/form';

const id = '00000000-0000-4000-8000-000000000001';
const read = (topic: string, fields: Record<string, unknown>) =>
  termsSchema.safeParse({ scope: 'resource', id, topic, ...fields });
const terms = (topic: string, fields: Record<string, unknown>) =>
  read(topic, fields).data?.terms ?? {};
const refusals = (topic: string, fields: Record<string, unknown>) =>
  read(topic, fields).error?.issues.map(({ path, ...issue }) => [
    path[0],
    issue.code === 'custom' ? issue.params?.reason : issue.code,
  ]);
const level = (scope: Level['scope'], says: Partial<OwnTerms>): Level => ({
  scope,
  id: scope,
  name: scope,
  terms: { ...NO_TERMS, ...says },
});

describe('sentences with blanks', () => {
  test('an amount and its unit become minutes; what is empty is left to the level above', () => {
    expect(terms('length', { minMinutes: '2', minMinutesUnit: 'hours', maxDays: '3' })).toEqual({
      min_minutes: 120,
      max_minutes: null,
      min_days: null,
      max_days: 3,
      day_count: null,
    });
    expect([90, 120, 2_880, 20_160, 0].map((minutes) => inUnits(minutes))).toEqual([
      { amount: '90', unit: 'minutes' },
      { amount: '2', unit: 'hours' },
      { amount: '2', unit: 'days' },
      { amount: '2', unit: 'weeks' },
      { amount: '0', unit: 'hours' },
    ]);
  });

  test('what cannot be is told at its blank', () => {
    expect(refusals('length', { minMinutes: 'zwei', maxDays: '400' })).toEqual([
      ['minMinutes', 'whole'],
      ['maxDays', 'whole'],
    ]);
    expect(refusals('length', { minDays: '5', maxDays: '2' })).toEqual([
      ['maxDays', 'less_than_least'],
    ]);
    expect(refusals('periods', { periodKind: 'days', pickupAt: '16:00' })).toEqual([
      ['returnAt', 'required'],
    ]);
    expect(refusals('opening', { opening: 'hours' })).toEqual([['openingHours', 'required']]);
    expect(refusals('audience', { audience: 'own_first' })).toEqual([['ownFirstDays', 'required']]);
  });

  test('a line of hours is a row for each of its days, and one that ends at midnight ends at 24:00', () => {
    expect(
      terms('opening', {
        opening: 'hours',
        'openingHours.0.0.weekdays': ['2', '4'],
        'openingHours.0.0.opens': '18:00',
        'openingHours.0.0.closes': '00:00',
        'openingHours.1.0.weekdays': '6',
        'openingHours.1.0.opens': '10:00',
        'openingHours.1.0.closes': '12:00',
        'season.1.fromDay': '1',
        'season.1.fromMonth': '05',
        'season.1.toDay': '30',
        'season.1.toMonth': '09',
      }).opening_hours,
    ).toEqual([
      { weekday: 2, opens_at: '18:00', closes_at: '24:00' },
      { weekday: 4, opens_at: '18:00', closes_at: '24:00' },
      {
        weekday: 6,
        opens_at: '10:00',
        closes_at: '12:00',
        season_from: '05-01',
        season_to: '09-30',
      },
    ]);
    expect(
      refusals('opening', {
        opening: 'hours',
        'openingHours.0.0.weekdays': '2',
        'openingHours.0.0.opens': '18:00',
        'openingHours.0.0.closes': '17:00',
        'openingExceptions.0.from': '2026-12-30',
        'openingExceptions.0.to': '2026-12-24',
      }),
    ).toEqual([
      ['openingHours.0.0.closes', 'end_before_start'],
      ['openingExceptions.0.to', 'end_before_start'],
    ]);
  });

  test('quotas are read by their lines, and one said twice is refused', () => {
    const hours = { measure: 'hours', per: 'week' };
    const line = (n: number, most: string, { measure, per } = hours) => ({
      [`quotas.${n}.most`]: most,
      [`quotas.${n}.measure`]: measure,
      [`quotas.${n}.per`]: per,
    });
    expect(terms('shares', { ...line(0, '4'), ...line(1, ''), pickupsPerDay: '2' })).toEqual({
      pickups_per_day: 2,
      quotas: [{ measure: 'hours', per: 'week', most: 4 }],
    });
    expect(refusals('shares', { ...line(0, '4'), ...line(1, '5') })).toEqual([
      ['quotas.1.most', 'line_twice'],
    ]);
  });

  test('taking a rule back says nothing any more, whatever stands in the blanks', () => {
    expect(terms('audience', { act: 'takeBack', audience: 'own_first' })).toEqual({
      audience: null,
      organisations: [],
    });
  });

  test('who decides is said of a thing only', () => {
    expect(terms('decides', { approval: 'instant' })).toMatchObject({ approval: 'instant' });
    const ofAll = termsSchema.parse({
      scope: 'organisation',
      id,
      topic: 'decides',
      approval: 'instant',
    });
    expect(ofAll.terms).not.toHaveProperty('approval');
  });
});

describe('whose rule it is', () => {
  const quota = { measure: 'days', per: 'month', most: 4 } as const;
  const levels = [
    level('resource', { maxDays: 2 }),
    level('organisation', { maxDays: 7, leadMinutes: 60, quotas: [quota] }),
    level('pool', { leadMinutes: 30, minDays: 1, quotas: [{ ...quota, most: 9 }] }),
  ];

  test('the nearest that says something, and both where each says a part', () => {
    const origins = (topic: Parameters<typeof originsOf>[0]) =>
      originsOf(topic, levels).map(({ scope }) => scope);
    expect(origins('length')).toEqual(['resource', 'pool']);
    expect(origins('ahead')).toEqual(['organisation']);
    expect(origins('shares')).toEqual(['organisation', 'pool']);
    expect(origins('opening')).toEqual([]);
    expect(saysTo('ahead', levels[0]?.terms ?? NO_TERMS)).toBe(false);
  });

  test('together they come to what a thing goes by', () => {
    expect(resolved(levels, 'use')).toMatchObject({
      maxDays: 2,
      minDays: 1,
      leadMinutes: 60,
      hoursApply: 'use',
      hours: null,
      quotas: [quota, { ...quota, most: 9 }],
    });
  });
});

describe('rules to begin with', () => {
  test('there are some for every kind, and house rules that answer the question count instead', () => {
    expect(Object.values(PROPOSALS).every((one) => Object.keys(one).length > 1)).toBe(true);
    expect(proposalTerms(proposalFor('vehicle', []))).toEqual({
      max_days: 3,
      lead_minutes: 1_440,
      horizon_days: 90,
    });
    const house = [level('organisation', { leadMinutes: 60 })];
    expect(proposalTerms(proposalFor('vehicle', house))).toEqual({ max_days: 3 });
  });
});
