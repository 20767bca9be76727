/** The demo people whose phones the journeys hold; see supabase/seed/people.json. */
export const MEMBER = 'linh.nguyen@example.org';
export const APPROVER = 'yusuf.demir@example.org';
export const ADMIN = 'sabine.koehler@example.org';
/** Books for another association than MEMBER. */
export const OTHER_MEMBER = 'oksana.kovalenko@example.org';
export const THIRD_MEMBER = 'rami.haddad@example.org';
export const MANAGER = 'miriam.adler@example.org';
export const REVIEWER = 'tomasz.zielinski@example.org';
