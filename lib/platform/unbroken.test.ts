import { expect, test } from 'vitest';
import { unbroken } from './unbroken';

test.each([
  ['Turnverein Ostviertel e. V.', 'Turnverein Ostviertel e.\u00a0V.'],
  ['St. Anna', 'St.\u00a0Anna'],
  ['Bau (i. G.)', 'Bau (i.\u00a0G.)'],
  ['Ein Haus. Und mehr', 'Ein Haus. Und mehr'],
  ['Werkhof e.V.', 'Werkhof e.V.'],
])('%s', (written, shown) => {
  expect(unbroken(written)).toBe(shown);
});
