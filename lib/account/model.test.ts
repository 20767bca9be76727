import { describe, expect, it } from 'vitest';
import { isUnnamed, readCode } from './model';

describe('a code from a mail', () => {
  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['012 345', '012345'],
    ['٠١٢٣٤٥', '012345'],
    ['۹۸۷۶۵۴', '987654'],
    ['１２３４５６', '123456'],
    ['123456 ist dein Code für Allmende', '123456'],
  ])('is read from “%s”', (text, code) => {
    expect(readCode(text)).toBe(code);
  });

  it.each(['', '12345', '1234567', 'abcdef', "1' or '1'='1"])('is not found in “%s”', (text) => {
    expect(readCode(text)).toBeNull();
  });
});

describe('a person who signs in for the first time', () => {
  it('is asked for a name while called like the address', () => {
    expect(isUnnamed('aylin', 'aylin@example.org')).toBe(true);
  });

  it('is not asked again after giving one', () => {
    expect(isUnnamed('Aylin Kaya', 'aylin@example.org')).toBe(false);
  });
});
