import type { OrganisationSeed } from './data/types';
import { idOf, Random } from './random';

export type Role = 'member' | 'approver' | 'admin';

export interface Person {
  id: string;
  email: string;
  name: string;
  locale: string;
}

export interface Membership {
  organisation: string;
  person: Person;
  role: Role;
}

export interface Staff {
  person: Person;
  role: 'manager' | 'reviewer';
}

export interface Cast {
  people: Person[];
  memberships: Membership[];
  staff: Staff[];
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.');

const person = (email: string, name: string, locale = 'de'): Person => ({
  id: idOf('person', email),
  email,
  name,
  locale,
});

export interface DemoPerson {
  email: string;
  name: string;
  role: string;
  /** Slug of an organisation; of the pool for its staff. */
  organisation: string;
}

/** Reads English: enough of them to see both languages in one mail box. */
const readsEnglish = new Set(['oksana.kovalenko@example.org', 'kwame.boateng@example.org']);

function isStaff(role: string): role is Staff['role'] {
  return role === 'manager' || role === 'reviewer';
}

/**
 * The people of people.json, and enough others that every organisation has an admin, an approver
 * when it lends, and somebody who asks.
 */
export function castOf(
  organisations: OrganisationSeed[],
  lenders: Set<string>,
  demoPeople: DemoPerson[],
  names: readonly string[],
): Cast {
  const cast: Cast = { people: [], memberships: [], staff: [] };
  for (const one of demoPeople) {
    const made = person(one.email, one.name, readsEnglish.has(one.email) ? 'en' : 'de');
    cast.people.push(made);
    if (isStaff(one.role)) cast.staff.push({ person: made, role: one.role });
    else {
      const role = one.role as Role;
      cast.memberships.push({ organisation: one.organisation, person: made, role });
    }
  }
  const unused = names.map((name) => person(`${slugOf(name)}@example.org`, name));
  const random = new Random('cast');
  const addTo = (organisation: string, role: Role, made = unused.shift()) => {
    if (!made) throw new Error('The data names too few people.');
    if (!cast.people.includes(made)) cast.people.push(made);
    cast.memberships.push({ organisation, person: made, role });
  };
  for (const { slug } of organisations) {
    const has = (role: Role) =>
      cast.memberships.some((m) => m.organisation === slug && m.role === role);
    if (!has('admin')) addTo(slug, 'admin');
    if (lenders.has(slug) && !has('approver')) addTo(slug, 'approver');
    if (!has('member')) addTo(slug, 'member', random.chance(0.6) ? undefined : neighbour(slug));
    if (random.chance(0.4)) addTo(slug, 'member', neighbour(slug));
  }
  return cast;

  /** Many are in two clubs. */
  function neighbour(slug: string): Person | undefined {
    const here = cast.memberships.filter((m) => m.organisation === slug).map((m) => m.person);
    const others = cast.memberships.filter((m) => m.role === 'member' && !here.includes(m.person));
    const used = new Set(demoPeople.map((one) => one.email));
    // two clubs, not four
    const clubs = (one: Person) => cast.memberships.filter((m) => m.person === one).length;
    const free = others.filter((m) => !used.has(m.person.email) && clubs(m.person) < 2);
    return free.length > 0 ? random.pick(free).person : undefined;
  }
}
