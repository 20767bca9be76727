import type { ReactNode } from 'react';
import { cn } from './cn';
import { Icon } from './icon';

const TONES = {
  info: { icon: 'info', look: 'bg-leaf-soft text-leaf-ink' },
  done: { icon: 'approve', look: 'bg-leaf-soft text-leaf-ink' },
  attention: { icon: 'bell', look: 'bg-marigold-soft text-marigold-ink' },
  refused: { icon: 'alert', look: 'bg-brick-soft text-brick-ink' },
} as const;

type NoticeProps = {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  children?: ReactNode;
  /** The way on, a LinkButton or two. */
  action?: ReactNode;
};

/** Something to know, standing in the page. For what happens while one looks, see toast. */
export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  const { icon, look } = TONES[tone];
  return (
    <div className={cn('edged flex gap-3 rounded-lg px-4 py-3.5', look)}>
      <Icon name={icon} className="mt-0.5 size-6" />
      <div className="min-w-0 grow space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className="flex flex-wrap gap-2.5 pt-2">{action}</div>}
      </div>
    </div>
  );
}
