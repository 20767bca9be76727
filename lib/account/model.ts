import { asciiDigits } from '../platform/digits';
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
  const digits = asciiDigits(text.normalize('NFKC')).replace(/\D/gu, '');
  return digits.length === CODE_LENGTH ? digits : null;
}

/** A person who has just arrived is still called what their address begins with. */
export function isUnnamed(name: string, email: string): boolean {
  return name === '' || name === '?' || name === email.split('@')[0];
}
