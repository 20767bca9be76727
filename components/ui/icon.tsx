import { cn } from './cn';
import { ICONS, POINTING, type IconName } from './icons';

type IconProps = {
  name: IconName;
  className?: string | undefined;
  /** Only where no word stands beside it; a button with aria-label needs none. */
  label?: string;
};

export function Icon({ name, className, label }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={cn(
        'size-[1.35em] shrink-0 fill-none stroke-current',
        POINTING.has(name) && 'points',
        className,
      )}
      strokeWidth={name === 'more' ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
