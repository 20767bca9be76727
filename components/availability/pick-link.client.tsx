'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { LinkPending } from '@/components/ui/link-pending.client';
import { cn } from '@/components/ui/cn';
import type { When } from '@/lib/availability/model';
import { announce } from '@/lib/platform/announce';
import { useWhen, type Typed } from './when-state.client';

type PickLinkProps = {
  when: When;
  href: string;
  /** What is announced once it is taken. */
  says: string;
  /** It is the chosen one when it begins so, or when all of it is the same. */
  same: 'start' | 'all';
  label?: string;
  className: string;
  children: ReactNode;
};

/** Takes a time: at once in the fields, and by the address for what the server knows about it. */
export function PickLink(props: PickLinkProps) {
  const { when, href, says, same, label, className, children } = props;
  const choice = useWhen();
  const isChosen = choice !== null && isSame(choice.typed, when, same);
  return (
    <Link
      href={href}
      replace
      scroll={false}
      prefetch={false}
      aria-label={label}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => {
        choice?.choose(when);
        announce(says);
      }}
      className={cn(
        className,
        isChosen
          ? 'border-leaf bg-leaf-soft text-leaf-ink shadow-[inset_0_0_0_1px_var(--color-leaf)]'
          : '',
      )}
    >
      {children}
      <LinkPending />
    </Link>
  );
}

function isSame(typed: Typed, when: When, same: 'start' | 'all'): boolean {
  if (typed.from !== when.from || typed.start !== when.start || typed.start === '') return false;
  return same === 'start' || (typed.to === when.to && typed.end === when.end);
}
