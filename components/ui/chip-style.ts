import { cn } from './cn';

/**
 * How a chip that can be pressed looks, be it a link or a button. A row that scrolls sideways begins
 * where the active one can be seen, in browsers that can do that by themselves.
 */
export function chipStyle(active = false) {
  return cn(
    'inline-flex min-h-11 shrink-0 pressable items-center gap-1.5 rounded-full border-[1.5px] px-4 py-1.5 text-sm font-medium whitespace-nowrap',
    active
      ? 'border-leaf bg-leaf-soft text-leaf-ink [scroll-initial-target:nearest]'
      : 'border-edge bg-surface hover:border-leaf hover:text-leaf',
  );
}
