import { expect, test } from 'vitest';
import { attachment } from './attachment';

test('a name in Latin letters stays as it is', () => {
  expect(attachment('ostviertel-monate.csv')).toBe(
    `attachment; filename="ostviertel-monate.csv"; filename*=UTF-8''ostviertel-monate.csv`,
  );
});

test('a name in another script is a header all the same, and whole for browsers of today', () => {
  const value = attachment('звіт "місяць".csv');
  expect(() => new Headers({ 'content-disposition': value })).not.toThrow();
  expect(decodeURIComponent(value.split("''")[1] ?? '')).toBe('звіт "місяць".csv');
});
