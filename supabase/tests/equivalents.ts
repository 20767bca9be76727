/**
 * Guards that `npm run mutate` may take away without a test going red, each with the reason why
 * nobody could notice.
 */
export const equivalents: Record<string, string> = {};
