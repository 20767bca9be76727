import { cn } from '@/components/ui/cn';

type Pair = { key: string; label: string; first: number; second: number };

type PairBarsProps = {
  words: { first: string; second: string };
  /** What the second bar means: hatched brick for what was refused, an outline for the other side. */
  tone: 'refused' | 'other';
  bars: Pair[];
  /** In two columns where there is room. */
  isWide?: boolean;
};

const LOOKS = {
  refused:
    'border-[1.5px] border-brick bg-[repeating-linear-gradient(135deg,var(--color-brick)_0_2px,transparent_2px_5px)]',
  other: 'border-[1.5px] border-marigold-ink bg-marigold-soft',
} as const;

/** Two bars for each name. The table beside it says the same, so this is for the eye only. */
export function PairBars({ words, tone, bars, isWide = false }: PairBarsProps) {
  const full = Math.max(1, ...bars.flatMap(({ first, second }) => [first, second]));
  return (
    <div
      aria-hidden
      className="edged self-start rounded-lg bg-surface p-4 shadow-card print:shadow-none"
    >
      <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <span className="flex items-center gap-2">
          <span className="size-3.5 shrink-0 rounded-[3px] bg-leaf print-exact" />
          {words.first}
        </span>
        <span className="flex items-center gap-2">
          <span className={cn('size-3.5 shrink-0 rounded-[3px] print-exact', LOOKS[tone])} />
          {words.second}
        </span>
      </p>
      <ul className={cn('text-sm', isWide && 'gap-8 print:columns-2 wide:columns-2')}>
        {bars.map(({ key, label, first, second }) => (
          <li key={key} className="break-inside-avoid pb-3">
            <p dir="auto">{label}</p>
            <Bar value={first} full={full} look="bg-leaf" />
            <Bar value={second} full={full} look={LOOKS[tone]} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bar({ value, full, look }: { value: number; full: number; look: string }) {
  return (
    <div className="mt-1 flex items-center gap-2">
      <div className="grow">
        <div
          className={cn('h-3 rounded-sm print-exact', value > 0 && look)}
          style={{ width: `${String((value / full) * 100)}%`, minWidth: value > 0 ? '0.25rem' : 0 }}
        />
      </div>
      <span className="w-[2.6rem] shrink-0 text-end font-semibold tabular-nums">{value}</span>
    </div>
  );
}
