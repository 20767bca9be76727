/** Keeps “e. V.”, “z. B.” and “St. Anna” on one line; for showing only. */
export function unbroken(text: string): string {
  return text.replace(/(?<=(?:^|[\s(])\p{L}{1,2}\.) (?=\p{L})/gu, '\u00a0');
}
