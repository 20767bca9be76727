/** Joins class names. Two that fight are not settled here: do not write two that fight. */
export function cn(...classes: (string | false | null | undefined)[]): string {
  return classes.filter(Boolean).join(' ');
}
