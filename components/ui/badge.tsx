import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { Icon } from './icon';
import type { IconName } from './icons';

const TONES = {
  neutral: 'bg-sunken text-ink',
  leaf: 'bg-leaf-soft text-leaf-ink',
  marigold: 'bg-marigold-soft text-marigold-ink',
  brick: 'bg-brick-soft text-brick-ink',
} as const;

type Tone = keyof typeof TONES;

type BadgeProps = { tone?: Tone; icon?: IconName; children: ReactNode };

export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span
      className={cn(
        'edged inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap',
        TONES[tone],
      )}
    >
      {icon && <Icon name={icon} className="size-4" />}
      {children}
    </span>
  );
}

const STATUSES = {
  requested: { tone: 'marigold', icon: 'clock' },
  offered: { tone: 'marigold', icon: 'bell' },
  approved: { tone: 'leaf', icon: 'approve' },
  handed_over: { tone: 'leaf', icon: 'share' },
  returned: { tone: 'neutral', icon: 'check' },
  no_show: { tone: 'neutral', icon: 'expired' },
  declined: { tone: 'brick', icon: 'decline' },
  passed_over: { tone: 'brick', icon: 'decline' },
  cancelled: { tone: 'neutral', icon: 'cancel' },
  expired: { tone: 'neutral', icon: 'expired' },
} as const satisfies Record<string, { tone: Tone; icon: IconName }>;

export type BadgeStatus = keyof typeof STATUSES;

/** How a booking stands: symbol, word and tint, so that none of them carries it alone. */
export async function StatusBadge({ status }: { status: BadgeStatus }) {
  const t = await getTranslations('common.status');
  return <Badge {...STATUSES[status]}>{t(status)}</Badge>;
}
