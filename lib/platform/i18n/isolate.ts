/** Arguments that hold words of people: names, titles, what somebody wrote. */
const OF_PEOPLE =
  /\{(?:owner|borrower|thing|name|title|event|organisation|organisations|pool|person|what|other|label|region|device|link|query|word|note|reason|email)\}/g;

/**
 * Puts Unicode's isolates around words of people inside sentences written from right to left:
 * without them the full stop of “e. V.” would stand on the wrong side of the name.
 */
export function isolateNames(messages: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, isolated(value)]));
}

function isolated(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(OF_PEOPLE, '\u2068$&\u2069');
  if (Array.isArray(value)) return value.map(isolated);
  if (typeof value === 'object' && value !== null) return isolateNames({ ...value });
  return value;
}
