import { describe, expect, test } from 'vitest';
import { wholeDays } from '@/lib/availability/model';
import { asDay } from '@/lib/platform/dates';
import { costsNothing, filterQuery, isAsking, readFilters, toggled } from './model';

describe('the address of the catalogue', () => {
  test('keeps the whole search and gives it back', () => {
    const query = {
      q: 'Bänke',
      kind: 'equipment,room',
      from: '2026-11-28',
      n: '12',
      all: '1',
      near: '52.530,13.450',
    };
    expect(filterQuery(readFilters(query))).toEqual(query);
  });

  test('reads what a plain form sends: empty fields, and a part of the day', () => {
    const filters = readFilters({ q: ' ', n: '1', from: '2026-11-28', to: '', part: 'evening' });
    expect(filters).toMatchObject({ query: '', quantity: null, showsTaken: false, cursor: null });
    expect(filterQuery(filters)).toEqual({ from: '2026-11-28', start: '18:00', end: '23:00' });
  });

  test('knows a place from nonsense', () => {
    expect(readFilters({ near: '52.5,13.4' }).near).toEqual({ latitude: 52.5, longitude: 13.4 });
    for (const near of ['', '1', '91,0', '0,181', '1,2,3', 'a,b', '1e9,0']) {
      expect(readFilters({ near }).near).toBeNull();
    }
  });

  test('takes nothing that is not on its lists', () => {
    const filters = readFilters({
      kind: ['room', 'castle'],
      n: '-3',
      from: 'tomorrow',
      all: 'yes',
    });
    expect(filters).toMatchObject({
      kinds: ['room'],
      quantity: null,
      when: null,
      showsTaken: false,
    });
    expect(readFilters({ n: '99999999999' }).quantity).toBe(100_000);
    expect(readFilters({ q: 'x'.repeat(10_000) }).query).toHaveLength(200);
  });

  test('starts again at the first page when a filter changes, not when it turns the page', () => {
    const filters = { ...readFilters({ q: 'Zelt' }), cursor: 'abc' };
    expect(filterQuery(filters, { kinds: ['room'] })).toEqual({ q: 'Zelt', kind: 'room' });
    expect(filterQuery(filters, { cursor: 'def' })).toEqual({ q: 'Zelt', cursor: 'def' });
  });

  test('drops the switch for taken things with the time it belongs to', () => {
    const filters = { ...readFilters({ all: '1' }), when: wholeDays(asDay('2026-11-28')) };
    expect(filterQuery(filters)).toEqual({ from: '2026-11-28', all: '1' });
    expect(filterQuery(filters, { when: null })).toEqual({});
  });

  test('who only looks around, from near or on a later page, asks for nothing', () => {
    expect(isAsking(readFilters({ near: '51.3400,12.3700', cursor: 'abc' }))).toBe(false);
    for (const asked of [{ q: 'Zelt' }, { kind: 'room' }, { from: '2026-11-28' }, { n: '2' }])
      expect(isAsking(readFilters(asked)), JSON.stringify(asked)).toBe(true);
  });

  test('a kind pressed twice is not chosen', () => {
    expect(toggled(toggled(['room'], 'vehicle'), 'room')).toEqual(['vehicle']);
  });
});

test('owners say in many ways that a thing costs nothing', () => {
  expect(['frei', 'Kostenlos', ' free ', 'gratis.'].every(costsNothing)).toBe(true);
  expect(['frei für Vereine', '10,00', ''].some(costsNothing)).toBe(false);
});
