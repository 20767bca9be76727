import type { Locale } from './i18n/locales';
import { formatNumber } from './date-format';

export type CsvCell = string | number | null;

/** Excel takes a file without this mark for the machine's old code page and garbles ä, ł, ş. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Digits that every spreadsheet reckons with, whatever the reader's script. */
const PLAIN = { useGrouping: false, maximumFractionDigits: 4, numberingSystem: 'latn' } as const;

/** Where the comma is the decimal sign, spreadsheets expect a semicolon between cells. */
function separatorOf(locale: Locale): string {
  return formatNumber(0.5, locale, PLAIN).includes(',') ? ';' : ',';
}

/** A table for a spreadsheet in the reader's language: UTF-8, CRLF, decimals as written there. */
export function toCsv(header: string[], rows: CsvCell[][], locale: Locale): string {
  const separator = separatorOf(locale);
  const lines = [header, ...rows].map((cells) =>
    cells.map((cell) => toCell(cell, separator, locale)).join(separator),
  );
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('');
}

function toCell(cell: CsvCell, separator: string, locale: Locale): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    const text = formatNumber(cell, locale, PLAIN);
    return quoted(text, separator);
  }
  return quoted(disarmed(cell), separator);
}

/**
 * A spreadsheet runs what begins like a formula, and people choose their own names. An apostrophe in
 * front makes it text; leading blanks do not hide it.
 */
function disarmed(text: string): string {
  return /^\s*[=+\-@\t\r]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
