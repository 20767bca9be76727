import type { Thing } from './occupancy';
import type { Membership, Role } from './people';
import { Random } from './random';
import type { Pool } from './world';

/** Who speaks for which organisation, how eager it is, and how slow. */
export class Voices {
  private readonly members = new Map<string, Membership[]>();
  private readonly borrowers: string[];

  constructor(pool: Pool) {
    for (const membership of pool.cast.memberships) {
      const all = this.members.get(membership.organisation) ?? [];
      this.members.set(membership.organisation, [...all, membership]);
    }
    this.borrowers = pool.organisations
      .filter((one) => (one.status ?? 'admitted') === 'admitted')
      // the eager ones have several lots
      .flatMap(({ slug }) => Array<string>(new Random('eager', slug).between(1, 6)).fill(slug));
  }

  /** Mostly another one; now and then owners book their own things, so that all see it. */
  borrowerFor(thing: Thing, random: Random): string {
    const one = random.pick(this.borrowers);
    return one === thing.seed.owner && random.chance(0.5) ? random.pick(this.borrowers) : one;
  }

  askerOf(organisation: string, random: Random): string {
    const members = this.with(organisation, ['member']);
    const others = this.with(organisation, ['approver', 'admin']);
    const chosen = members.length > 0 && random.chance(0.75) ? members : [...others, ...members];
    return random.pick(chosen).person.id;
  }

  /** Those of people.json come first. */
  firstOf(organisation: string, roles: Role[]): string {
    const found = roles.flatMap((role) => this.with(organisation, [role]))[0];
    if (!found) throw new Error(`Nobody speaks for ${organisation}.`);
    return found.person.id;
  }

  deciderOf(organisation: string, random: Random): string {
    const approvers = this.with(organisation, ['approver']);
    const admins = this.with(organisation, ['admin']);
    return random.pick(approvers.length > 0 && random.chance(0.85) ? approvers : admins).person.id;
  }

  slownessOf(organisation: string): number {
    return 0.4 + 2.2 * new Random('slow', organisation).next() ** 2;
  }

  private with(organisation: string, roles: Role[]): Membership[] {
    return (this.members.get(organisation) ?? []).filter(({ role }) => roles.includes(role));
  }
}
