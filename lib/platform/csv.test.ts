import { describe, expect, test } from 'vitest';
import { toCsv } from './csv';

describe('a table for a spreadsheet', () => {
  test('opens in a German spreadsheet: mark, semicolons, decimal comma, line ends', () => {
    expect(toCsv(['Ding', 'Stunden'], [['Bänke', 1234.5]], 'de')).toBe(
      '\uFEFFDing;Stunden\r\nBänke;1234,5\r\n',
    );
  });

  test('opens in an English spreadsheet: commas and decimal points', () => {
    expect(toCsv(['Thing', 'Hours'], [['Benches', 1234.5]], 'en')).toBe(
      '\uFEFFThing,Hours\r\nBenches,1234.5\r\n',
    );
  });

  test('has digits that spreadsheets reckon with in every language', () => {
    expect(toCsv(['a'], [[1234.5]], 'fa')).toBe('\uFEFFa\r\n1234.5\r\n');
    expect(toCsv(['a'], [[1234.5]], 'pl')).toBe('\uFEFFa\r\n1234,5\r\n');
  });

  test('keeps separators, quotes and line breaks inside their cell', () => {
    expect(toCsv(['a'], [['Zelt; 3 × 3 m'], ['"Halle"'], ['eins\nzwei']], 'de')).toBe(
      '\uFEFFa\r\n"Zelt; 3 × 3 m"\r\n"""Halle"""\r\n"eins\nzwei"\r\n',
    );
    expect(toCsv(['a'], [['Zelt, weiß']], 'en')).toContain('"Zelt, weiß"');
  });

  test.each(['=1+1', '+49 30 1', '-2', '@SUM(A1)', '\t=1', '  =HYPERLINK("x")', '\r=1'])(
    'a name that is a formula stays a name: %j',
    (name) => {
      const cell = toCsv(['a'], [[name]], 'de')
        .split('\r\n')
        .slice(1)
        .join('\r\n');
      expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  test('a negative number stays a number, nothing stays nothing', () => {
    expect(toCsv(['a', 'b'], [[-2, null]], 'de')).toBe('\uFEFFa;b\r\n-2;\r\n');
  });
});
