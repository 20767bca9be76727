import type { Spread } from './stats';

export type Cell = string | number | Spread;
export type Table = { caption: string; columns: string[]; rows: Cell[][] };
/** What one part found: tables of numbers, and sentences on how to read them. */
export type Report = { notes: string[]; tables: Table[] };

function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function text(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return number(cell);
  if (cell.runs < 2) return number(cell.median);
  return `${number(cell.median)} (${number(cell.min)}–${number(cell.max)})`;
}

/** Words to the left, numbers to the right, columns as wide as their widest cell. */
function lines({ caption, columns, rows }: Table): string[] {
  const cells = [columns, ...rows.map((row) => row.map(text))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)));
  const isWord = columns.map((_, i) => rows.every((row) => typeof row[i] === 'string'));
  const line = (row: string[]) =>
    row
      .map((cell, i) => (isWord[i] ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = cells;
  return [`  ${caption}`, ...[line(head), ...body.map(line)].map((row) => `    ${row}`), ''];
}

export function print({ notes, tables }: Report): void {
  for (const table of tables) console.log(lines(table).join('\n'));
  for (const note of notes) console.log(`  · ${note}`);
}
