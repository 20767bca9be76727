import { getLocale, getTranslations } from 'next-intl/server';
import { formatDay, formatNumber } from '@/lib/platform/date-format';
import { LOCALES, type Locale } from '@/lib/platform/i18n/locales';
import type { MonthRow } from '@/lib/pool/model';

const HEIGHT = 150;
const STEP = 30;
const WIDTH = 20;
const FOOT = 22;
const HEAD = 18;

/** What fits under a bar. Longer names would lie over each other; then the number of the month says it. */
const LONGEST_NAME = 5;

/** Standing bars, one a month from where reading starts: approved full, refused hatched, the rest an outline. */
export async function MonthChart({ months }: { months: MonthRow[] }) {
  const locale = await getLocale();
  const full = Math.max(1, ...months.map(({ requests }) => requests));
  const width = months.length * STEP;
  const isRtl = LOCALES[locale].dir === 'rtl';
  const names = monthNames(months, locale);
  const placeOf = (index: number) => (isRtl ? months.length - 1 - index : index);
  return (
    <figure className="edged overflow-x-auto rounded-lg bg-surface p-4 shadow-card print:shadow-none">
      <svg
        aria-hidden
        viewBox={`0 0 ${String(width)} ${String(HEAD + HEIGHT + FOOT)}`}
        style={{
          // in rem, so that its words grow with the text
          minWidth: `${String(months.length * 1.4)}rem`,
          maxWidth: `${String(width * 0.1)}rem`,
        }}
        className="w-full print-exact"
      >
        <Hatch />
        {months.map((row, index) => (
          <g
            key={row.month}
            transform={`translate(${String(placeOf(index) * STEP + (STEP - WIDTH) / 2)} ${String(HEAD)})`}
          >
            <Stack row={row} scale={HEIGHT / full} />
            <text
              x={WIDTH / 2}
              y={HEIGHT + 16}
              textAnchor="middle"
              className="fill-muted text-[12px]"
            >
              {names[index]}
            </text>
          </g>
        ))}
      </svg>
      <Legend />
    </figure>
  );
}

function Stack({ row, scale }: { row: MonthRow; scale: number }) {
  const { requests, approved, refused } = row;
  const top = HEIGHT - requests * scale;
  return (
    <>
      <rect
        x={0.75}
        y={top}
        width={WIDTH - 1.5}
        height={requests * scale}
        rx={3}
        className="fill-none stroke-muted"
        strokeWidth={requests > 0 ? 1.5 : 0}
      />
      <rect
        y={HEIGHT - (approved + refused) * scale}
        width={WIDTH}
        height={refused * scale}
        fill="url(#hatch-refused)"
        className="stroke-brick"
        strokeWidth={refused > 0 ? 1.2 : 0}
      />
      <rect
        y={HEIGHT - approved * scale}
        width={WIDTH}
        height={approved * scale}
        rx={3}
        className="fill-leaf"
      />
      <line x1={-5} x2={WIDTH + 5} y1={HEIGHT} y2={HEIGHT} className="stroke-line" />
      {requests > 0 && (
        <text
          x={WIDTH / 2}
          y={top - 5}
          textAnchor="middle"
          className="fill-ink text-[12px] font-semibold tabular-nums"
        >
          {requests}
        </text>
      )}
    </>
  );
}

function Hatch() {
  return (
    <pattern
      id="hatch-refused"
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="2" height="5" className="fill-brick" />
    </pattern>
  );
}

async function Legend() {
  const t = await getTranslations('pool.report.columns');
  const box = 'size-3.5 shrink-0 rounded-[3px] border-[1.5px]';
  return (
    <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <span className="flex items-center gap-2">
        <span className={`${box} border-leaf bg-leaf print-exact`} />
        {t('approved')}
      </span>
      <span className="flex items-center gap-2">
        <span
          className={`${box} border-brick bg-[repeating-linear-gradient(135deg,var(--color-brick)_0_2px,transparent_2px_4px)] print-exact`}
        />
        {t('refused')}
      </span>
      <span className="flex items-center gap-2">
        <span className={`${box} border-muted`} />
        {t('otherEnd')}
      </span>
    </figcaption>
  );
}

/** “Jan”, or its number; over more than a year the year goes with January. */
function monthNames(months: MonthRow[], locale: Locale): string[] {
  const short = months.map(({ month }) => formatDay(month, locale, 'monthShort'));
  const areShort = short.every((name) => name.length <= LONGEST_NAME);
  return months.map(({ month }, index) => {
    const [year = '', number = ''] = month.split('-');
    const name = areShort ? (short[index] ?? '') : formatNumber(Number(number), locale);
    return months.length > 12 && number === '01' ? `${name} ${year.slice(2)}` : name;
  });
}
