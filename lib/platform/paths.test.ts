import { describe, expect, test } from 'vitest';
import { negotiateLocale } from './i18n/locales';
import { inLocale, paths, safeNext } from './paths';

describe('where to go after sign-in', () => {
  test('to our own pages, with their query', () => {
    expect(safeNext('/de/bookings?x=1', 'de')).toBe('/de/bookings?x=1');
    expect(safeNext('/de', 'de')).toBe('/de');
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/de\\..\\evil',
    '/de/\n/x',
    '/design',
    'javascript:alert(1)',
    '/en/bookings',
    '',
    undefined,
    null,
    `/de/${'a'.repeat(3000)}`,
  ])('never to %j', (next) => {
    expect(safeNext(next, 'de')).toBe('/de');
  });
});

describe('addresses', () => {
  test('are escaped and carry their query', () => {
    expect(paths.resource('de', 'ostviertel', 'bänke/80')).toBe(
      '/de/ostviertel/resources/b%C3%A4nke%2F80',
    );
    expect(paths.signIn('en', '/en/inbox?a=b')).toBe('/en/sign-in?next=%2Fen%2Finbox%3Fa%3Db');
  });

  test('stay the same page in another language', () => {
    expect(inLocale('/de/ostviertel?from=2026-10-24', 'en')).toBe('/en/ostviertel?from=2026-10-24');
    expect(inLocale('/de', 'en')).toBe('/en');
  });
});

describe('the language of a first visit', () => {
  test.each([
    ['en-US,en;q=0.9,de;q=0.8', 'en'],
    ['fr-FR,fr;q=0.9', 'fr'],
    ['nl-NL,nl;q=0.9', 'de'],
    ['fa-AF', 'fa'],
    ['ja,en;q=0.2,de;q=0.7', 'de'],
    ['de;q=0,en', 'en'],
    ['', 'de'],
    [null, 'de'],
  ])('%s → %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});
