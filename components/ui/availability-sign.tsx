import { cn } from './cn';

export type Availability = 'free' | 'some' | 'taken' | 'requested';
/** A day on which the thing is not given out at all. */
export type Sign = Availability | 'closed';

export const AVAILABILITY_INK = {
  free: 'text-leaf',
  some: 'text-leaf',
  taken: 'text-muted',
  requested: 'text-marigold-ink',
  closed: 'text-muted',
} as const;

/**
 * The sign alone, legible without colour: open ring, half, hatched, dotted, and a bar for closed. Decorative; the word must
 * stand beside it or in the label of what it marks. 16 units, drawn without ids so that a month of
 * them stays small.
 */
export function AvailabilitySign({ state, className }: { state: Sign; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden
      className={cn(
        'size-[1em] shrink-0 fill-none stroke-current',
        AVAILABILITY_INK[state],
        className,
      )}
      strokeWidth={2}
    >
      {state === 'closed' && <path d="M3 8h10" strokeLinecap="round" />}
      {state === 'requested' ? (
        <circle
          cx="8"
          cy="8"
          r="6"
          strokeDasharray="0.1 3.67"
          strokeLinecap="round"
          strokeWidth={2.4}
        />
      ) : (
        state !== 'closed' && <circle cx="8" cy="8" r="6" />
      )}
      {state === 'some' && (
        <path d="M8 2a6 6 0 0 0 0 12Z" className="fill-current" strokeWidth={0} />
      )}
      {state === 'taken' && (
        <path
          d="M3.8 7.5 7.5 3.8M3.5 11.7 11.7 3.5M6 13.2 13.2 6M9.8 13.4 13.4 9.8"
          strokeWidth={1.5}
        />
      )}
    </svg>
  );
}
