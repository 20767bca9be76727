import { cn } from './cn';

const TINTS = [
  'bg-equipment-soft text-equipment-ink',
  'bg-installation-soft text-installation-ink',
  'bg-room-soft text-room-ink',
  'bg-vehicle-soft text-vehicle-ink',
  'bg-service-soft text-service-ink',
] as const;

/** Initials in a tint that stays with the name. The name stands beside it, so this is decoration. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 32).trim())
    .join('\u200c') // Arabic letters would join into a word that is nobody's name.
    .toLocaleUpperCase();
  const sum = Array.from(name).reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex size-11 shrink-0 items-center justify-center rounded-full text-sm font-semibold',
        TINTS[sum % TINTS.length],
        className,
      )}
    >
      {initials || '?'}
    </span>
  );
}
