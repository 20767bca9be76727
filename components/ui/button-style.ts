import { cn } from './cn';

export type ButtonLook = {
  /** primary: the one thing to do here. quiet: beside it. ghost: without an edge. danger: it hurts. */
  variant?: 'primary' | 'quiet' | 'ghost' | 'danger' | undefined;
  size?: 'normal' | 'small' | undefined;
  /** Fills the line, as on phones. */
  wide?: boolean | undefined;
};

const VARIANTS = {
  primary: 'bg-leaf text-on-leaf hover:bg-leaf-strong edged',
  quiet: 'border-[1.5px] border-edge bg-surface text-ink hover:border-leaf hover:text-leaf',
  ghost: 'text-leaf hover:bg-leaf-soft',
  danger: 'border-[1.5px] border-brick bg-surface text-brick hover:bg-brick hover:text-on-brick',
};

export function buttonStyle({ variant = 'primary', size = 'normal', wide = false }: ButtonLook) {
  return cn(
    'inline-flex pressable items-center justify-center gap-2 rounded-full text-center font-semibold',
    'disabled:cursor-not-allowed disabled:opacity-60 aria-busy:cursor-progress',
    size === 'normal' ? 'min-h-12 px-6 py-2' : 'min-h-11 px-4 py-1.5 text-sm',
    wide && 'w-full',
    VARIANTS[variant],
  );
}
