import type { MemberRole, StaffRole } from '../organisations/model';

/** A sign-in that waits for its code. */
export type PendingSignIn = { email: string; sentAt: Date };

/** Before that, a new code would only overtake the one that is still on its way. */
export const RESEND_AFTER_SECONDS = 30;

export type DemoPerson = {
  email: string;
  name: string;
  role: MemberRole | StaffRole;
  /** The organisation's name, or the pool's for its management. */
  organisation: string;
};

export const CODE_LENGTH = 6;

/**
 * The digits of a code as people bring it: with spaces, dashes, a copied sentence around it, or in
 * the digits of another script. Null when it is not six digits.
 */
export function readCode(text: string): string | null {
  const digits = Array.from(text.normalize('NFKC'), asciiDigit).join('');
  return digits.length === CODE_LENGTH ? digits : null;
}

// Unicode keeps the ten digits of every script in a row, so the first of the row says which is meant.
function asciiDigit(letter: string): string {
  if (!/\p{Nd}/u.test(letter)) return '';
  let zero = letter.codePointAt(0) ?? 0;
  while (
    /\p{Nd}/u.test(String.fromCodePoint(zero - 1)) &&
    (letter.codePointAt(0) ?? 0) - zero < 9
  ) {
    zero -= 1;
  }
  return String((letter.codePointAt(0) ?? 0) - zero);
}

/** A person who has just arrived is still called what their address begins with. */
export function isUnnamed(name: string, email: string): boolean {
  return name === '' || name === '?' || name === email.split('@')[0];
}
