import type { IconName } from '@/components/ui/icons';
import type { Bar, BarState } from '@/lib/timeline/model';

type Look = { skin: string; icon: IconName };

/** Ground, edge and pattern tell the states apart, so that colour carries none of them alone. */
const LOOKS: Record<BarState, Look> = {
  booked: { skin: 'bg-leaf text-on-leaf border-leaf', icon: 'check' },
  out: { skin: 'bg-leaf-strong text-on-leaf border-leaf-strong border-s-8', icon: 'share' },
  requested: {
    skin: 'bg-marigold-soft text-marigold-ink border-dashed border-marigold-ink',
    icon: 'clock',
  },
  offered: { skin: 'bg-surface text-marigold-ink border-double border-marigold-ink', icon: 'bell' },
  asked: { skin: 'bg-surface text-marigold-ink border-dotted border-marigold-ink', icon: 'ask' },
  closed: { skin: 'bg-sunken text-ink border-edge hatched', icon: 'lock' },
};

const SHARED: Look = { skin: 'bg-surface text-muted border-edge speckled', icon: 'link' };

/** What stands on another thing that shares a part is in the way too, but decided there. */
export function lookOf({ state, of }: Pick<Bar, 'state' | 'of'>): Look {
  return of ? SHARED : LOOKS[state];
}

export const LEGEND: (Pick<Bar, 'state' | 'of'> & { word: BarState | 'shared' })[] = [
  { state: 'booked', of: '', word: 'booked' },
  { state: 'out', of: '', word: 'out' },
  { state: 'requested', of: '', word: 'requested' },
  { state: 'asked', of: '', word: 'asked' },
  { state: 'offered', of: '', word: 'offered' },
  { state: 'closed', of: '', word: 'closed' },
  { state: 'booked', of: '-', word: 'shared' },
];
