/** The fixed cast. Names, ids and roles never change, so that a title like "otto cannot …" tells all. */
export interface Person {
  id: string;
  name: string;
  email: string;
}

/** Who acts: a signed-in person, a passer-by, or the machine. */
export type Actor = Person | 'anon' | 'service';

const person = (n: number, name: string): Person => ({
  id: `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`,
  name,
  email: `${name}@example.org`,
});

/** Passer-by without an account. */
export const anon = 'anon' as const;
/** The host's jobs, with the secret key. */
export const service = 'service' as const;

/** Member of the borrower, the Kickers. */
export const mia = person(1, 'mia');
/** Admin of the borrower. */
export const bea = person(2, 'bea');
/** Approver of the owner, the Werkhof. */
export const amir = person(3, 'amir');
/** Admin of the owner. */
export const ada = person(4, 'ada');
/** Member of the owner. */
export const olga = person(5, 'olga');
/** Member of a third organisation in the same pool, the Chor. */
export const otto = person(6, 'otto');
/** Admin of an organisation in another pool. */
export const paul = person(7, 'paul');
/** Reviewer of the neighbourhood management (reads only). */
export const rita = person(8, 'rita');
/** Manager of the neighbourhood management. */
export const manu = person(9, 'manu');
/** Admin of a suspended organisation. */
export const susi = person(10, 'susi');
/** Admin of an organisation that waits to be admitted. */
export const penny = person(11, 'penny');
/** Signed in, belongs to nothing. */
export const nina = person(12, 'nina');
/** Manager of the other pool. */
export const westa = person(13, 'westa');
/** Approver of the borrower. */
export const boris = person(14, 'boris');

export const people: Person[] = [
  mia,
  bea,
  amir,
  ada,
  olga,
  otto,
  paul,
  rita,
  manu,
  susi,
  penny,
  nina,
  westa,
  boris,
];

export const nameOf = (actor: Actor): string => (typeof actor === 'string' ? actor : actor.name);

export function claimsOf(actor: Actor): { role: string; claims: string } {
  if (actor === 'anon') return { role: 'anon', claims: '{"role":"anon"}' };
  if (actor === 'service') return { role: 'service_role', claims: '{"role":"service_role"}' };
  return {
    role: 'authenticated',
    claims: JSON.stringify({
      sub: actor.id,
      role: 'authenticated',
      aud: 'authenticated',
      email: actor.email,
    }),
  };
}
