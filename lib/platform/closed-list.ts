/** A value of a closed list; anything else is drift between schema and app and must not reach a screen. */
export function oneOf<T extends string>(list: readonly T[], value: string): T {
  const found = list.find((entry) => entry === value);
  if (found === undefined) throw new RangeError(`unknown value: ${value}`);
  return found;
}
