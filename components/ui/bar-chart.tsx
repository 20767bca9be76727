import { cn } from './cn';
import { Table } from './table';

type Bar = {
  key: string;
  label: string;
  value: number;
  /** The value in words, “12 Tage”; else the number. */
  text?: string;
};

type BarChartProps = {
  title: string;
  /** Headings of the table beside it. */
  columns: { label: string; value: string };
  bars: Bar[];
  /** The full length of a bar; the greatest value when not given. */
  max?: number;
  className?: string;
};

// in rem, so that a row grows with the words in it
const TOP = 1.3;
const ROW = 2.7;
const THICK = 0.8;
const rem = (length: number) => `${String(length)}rem`;

/** Lying bars drawn on the server; grows from the side where reading starts. The table says the same. */
export function BarChart({ title, columns, bars, max, className }: BarChartProps) {
  const full = Math.max(max ?? 0, ...bars.map(({ value }) => value), 1);
  return (
    <div className={cn('grid grid-cols-1 gap-4 wide:grid-cols-2', className)}>
      <svg
        aria-hidden
        width="100%"
        height={rem(bars.length * ROW)}
        className="overflow-visible text-sm rtl:-scale-x-100"
      >
        {bars.map(({ key, label, value, text }, index) => (
          <svg key={key} y={rem(index * ROW)} width="100%" height={rem(ROW)}>
            <BarLabel label={label} text={text ?? String(value)} />
            <rect y={rem(TOP)} width="100%" height={rem(THICK)} rx={4} className="fill-sunken" />
            <rect
              y={rem(TOP)}
              width={`${String((value / full) * 100)}%`}
              height={rem(THICK)}
              rx={4}
              className="fill-leaf"
            />
          </svg>
        ))}
      </svg>
      <Table
        caption={title}
        columns={[
          { key: 'label', label: columns.label },
          { key: 'value', label: columns.value, numeric: true },
        ]}
        rows={bars.map(({ key, label, value, text }) => ({ key, cells: [label, text ?? value] }))}
      />
    </div>
  );
}

function BarLabel({ label, text }: { label: string; text: string }) {
  // why foreignObject: SVG text neither wraps, truncates nor mirrors; HTML does.
  return (
    <foreignObject width="100%" height={rem(TOP)}>
      <div className="flex justify-between gap-3 leading-tight rtl:-scale-x-100">
        <bdi className="min-w-0 truncate">{label}</bdi>
        <span className="font-semibold tabular-nums">{text}</span>
      </div>
    </foreignObject>
  );
}
