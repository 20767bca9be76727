import type { ReactNode } from 'react';
import { cn } from './cn';

type Column = { key: string; label: string; numeric?: boolean };
type Row = { key: string; cells: ReactNode[] };

type TableProps = {
  caption: string;
  showCaption?: boolean;
  columns: Column[];
  rows: Row[];
  footer?: ReactNode[];
};

/** Scrolls sideways inside itself; the first cell of a row is its heading. */
export function Table({ caption, showCaption = false, columns, rows, footer }: TableProps) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="edged overflow-x-auto rounded-lg bg-surface shadow-card"
    >
      <table className="w-full border-collapse text-sm">
        <caption className={showCaption ? 'p-3.5 text-start text-base font-semibold' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-line text-muted">
            {columns.map(({ key, label, numeric }) => (
              <th
                key={key}
                scope="col"
                className={cn('px-3.5 py-2.5 font-semibold', align(numeric))}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <TableRow key={row.key} columns={columns} cells={row.cells} />
          ))}
        </tbody>
        {footer && (
          <tfoot className="border-t-2 border-line font-semibold">
            <TableRow columns={columns} cells={footer} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function TableRow({ columns, cells }: { columns: Column[]; cells: ReactNode[] }) {
  return (
    <tr>
      {columns.map(({ key, numeric }, index) =>
        index === 0 ? (
          <th key={key} scope="row" className="px-3.5 py-2.5 text-start font-medium">
            <bdi>{cells[0]}</bdi>
          </th>
        ) : (
          <td key={key} className={cn('px-3.5 py-2.5', align(numeric))}>
            {cells[index]}
          </td>
        ),
      )}
    </tr>
  );
}

function align(numeric: boolean | undefined): string {
  return numeric ? 'text-end whitespace-nowrap tabular-nums' : 'text-start';
}
