import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALE_CODES } from './i18n/locales';
import { currencySign, formatMoney, moneyField, parseMoney, shortMoney } from './money';

describe('money', () => {
  it('reads as people write it in their language', () => {
    expect(formatMoney(123_450, 'EUR', 'de')).toBe('1.234,50\u00a0€');
    expect(formatMoney(123_450, 'EUR', 'en')).toBe('€1,234.50');
    expect(shortMoney(2500, 'EUR', 'de')).toBe('25\u00a0€');
    expect(shortMoney(25, 'EUR', 'de')).toBe('0,25\u00a0€');
    expect(currencySign('EUR', 'en')).toBe('€');
  });

  it.each([
    ['25', 2500],
    ['25,5', 2550],
    ['25.50', 2550],
    ['0,05', 5],
    ['1.250', 125_000],
    ['1.250,00 €', 125_000],
    ['1,250.75', 125_075],
    ['  12 345,60 ', 1_234_560],
    ['2,555', 255_500],
    ['12,3456', null],
    ['-5', null],
    ['fünf', null],
    ['', null],
    ['1e3', null],
  ])('understands %o', (text, minor) => {
    expect(parseMoney(text)).toBe(minor);
  });

  it('reads back every amount that it wrote into a field', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.constantFrom(...LOCALE_CODES),
        (minor, locale) => {
          expect(parseMoney(moneyField(minor, locale))).toBe(minor);
          expect(parseMoney(formatMoney(minor, 'EUR', locale))).toBe(minor);
        },
      ),
    );
  });
});
