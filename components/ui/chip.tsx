import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { chipStyle } from './chip-style';
import { cn } from './cn';
import { Icon } from './icon';
import { LinkPending } from './link-pending.client';

type ChipLinkProps = Omit<ComponentProps<typeof Link>, 'children'> & {
  active?: boolean;
  children: ReactNode;
};

/** A filter that is a link: the address is the state. Active ones carry a tick, not only a tint. */
export function ChipLink({ active = false, children, className, ...rest }: ChipLinkProps) {
  return (
    <Link
      scroll={false}
      {...rest}
      aria-current={active ? 'true' : undefined}
      className={cn(chipStyle(active), className)}
    >
      {active && <Icon name="check" className="size-4" />}
      {children}
      <LinkPending />
    </Link>
  );
}

const ROW =
  '-mx-4 flex [scrollbar-width:none] gap-2 overflow-x-auto px-4 py-1 wide:mx-0 wide:flex-wrap wide:px-0';

/** A row of chips that scrolls sideways on a phone instead of wrapping into a wall. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={ROW}>
      {children}
    </nav>
  );
}

/** The same where a heading says already what the chips are for. */
export function PlainChipRow({ children }: { children: ReactNode }) {
  return <div className={ROW}>{children}</div>;
}

type ChipProps = { children: ReactNode; className?: string };

/** A fact in a pill. Nothing to press. */
export function Chip({ children, className }: ChipProps) {
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 rounded-full bg-sunken px-3 py-1 text-sm text-ink',
        className,
      )}
    >
      {children}
    </span>
  );
}
