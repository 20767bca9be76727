import { describe, expect, it } from 'vitest';
import { cancellationFee, saysSomething } from './model';
import { readQuote } from './schema/quote';

const json = {
  mode: 'tariff',
  currency: 'EUR',
  group: 'members',
  lines: [
    {
      kind: 'tariff',
      part: 'first',
      unit: 'day',
      quantity: 2,
      unit_minor: 2500,
      amount_minor: 5000,
    },
  ],
  total_minor: 5000,
  deposit_minor: 0,
  choices: [],
  settled: [],
  cancel: { free_until: '2027-06-01T08:00:00+00:00', fee_percent: 90, fee_minor: 4500 },
};
const quote = readQuote(json);
const before = new Date('2027-06-01T07:59:59Z');
const after = new Date('2027-06-01T08:00:00Z');

describe('a quote', () => {
  it('is read as the database tells it', () => {
    expect(quote).toMatchObject({ mode: 'tariff', total: 5000, from: null, deposit: 0 });
    expect(quote?.lines).toEqual([
      {
        kind: 'tariff',
        part: 'first',
        label: null,
        unit: 'day',
        quantity: 2,
        items: null,
        each: 2500,
        amount: 5000,
      },
    ]);
    expect(readQuote(null)).toBeNull();
  });

  it('says nothing where the owner said nothing', () => {
    const silent = { ...json, mode: null, lines: [], total_minor: null, cancel: null };
    const nothing = readQuote(silent);
    expect(nothing && saysSomething(nothing)).toBe(false);
  });

  it('costs nothing to call off in time, or before anybody agreed', () => {
    expect(cancellationFee(quote, 'approved', before)).toBe(0);
    expect(cancellationFee(quote, 'approved', after)).toBe(4500);
    expect(cancellationFee(quote, 'requested', after)).toBe(0);
    expect(cancellationFee(null, 'approved', after)).toBe(0);
  });

  it('costs an unknown share where the price was to be agreed', () => {
    const open = readQuote({ ...json, cancel: { ...json.cancel, fee_minor: null } });
    expect(cancellationFee(open, 'approved', after)).toBeNull();
  });
});
