import { expect, test } from 'vitest';
import { asciiDigits } from './digits';

test.each([
  ['۱۲۳۴۵۶۷۸۹۰', '1234567890'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['Raum ۷, 12 Uhr', 'Raum 7, 12 Uhr'],
  ['', ''],
])('%o is %o', (typed, read) => {
  expect(asciiDigits(typed)).toBe(read);
});
