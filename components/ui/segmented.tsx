import Link from 'next/link';
import { cn } from './cn';

type Segment = { href: string; label: string; count?: number };

type SegmentedProps = { label: string; segments: Segment[]; current: string };

/** Two to four views of one thing, as links; `current` is the href of the one shown. */
export function Segmented({ label, segments, current }: SegmentedProps) {
  return (
    <nav
      aria-label={label}
      className="edged flex max-w-lg flex-wrap rounded-xl bg-sunken p-1 cramped:flex-col"
    >
      {segments.map(({ href, label: word, count }) => {
        const active = href === current;
        return (
          <Link
            key={href}
            href={href}
            scroll={false}
            aria-current={active ? 'page' : undefined}
            className={cn(
              'flex min-h-11 grow basis-0 pressable items-center justify-center gap-1.5 rounded-full px-2 text-center text-sm font-semibold sm:px-3 cramped:basis-auto',
              active ? 'edged bg-surface text-ink shadow-card' : 'text-muted hover:text-leaf',
            )}
          >
            {word}
            {count !== undefined && count > 0 && (
              <span className="rounded-full bg-marigold-soft px-2 text-xs text-marigold-ink tabular-nums">
                {count}
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
