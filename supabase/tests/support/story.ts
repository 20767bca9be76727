import type pg from 'pg';
import {
  ada,
  amir,
  bea,
  boris,
  manu,
  mia,
  olga,
  otto,
  paul,
  penny,
  people,
  rita,
  susi,
  westa,
  type Person,
} from './people';

/** The fixed world in which every test begins. Written out, not random. */
const id = (group: number, n: number) =>
  `00000000-0000-4000-${(0x8000 + group).toString(16)}-${String(n).padStart(12, '0')}`;

export const pools = { ostviertel: id(1, 1), westend: id(1, 2) };

export const clubs = {
  /** The borrower. */
  kickers: id(2, 1),
  /** The owner. */
  werkhof: id(2, 2),
  /** A third one. */
  chor: id(2, 3),
  /** In the other pool. */
  westclub: id(2, 4),
  /** Suspended. */
  ruheverein: id(2, 5),
  /** Pending. */
  neuland: id(2, 6),
};

export const things = {
  /** One, manual. */
  beamer: id(3, 1),
  /** Twelve, manual. */
  benches: id(3, 2),
  /** One, nobody asks. */
  bike: id(3, 3),
  /** Half A and half B. */
  hall: id(3, 4),
  hallA: id(3, 5),
  hallB: id(3, 6),
  /** The beamer and ten of the benches. */
  cinemaKit: id(3, 7),
  /** Thirty minutes before, sixty after. */
  kitchen: id(3, 8),
  paused: id(3, 9),
  retired: id(3, 10),
  /** Of the suspended, the pending and the other pool's organisation. */
  ofSuspended: id(3, 11),
  ofPending: id(3, 12),
  ofWestclub: id(3, 13),
  /** Between one and eight hours, two days ahead. */
  van: id(3, 14),
  /** Of the Chor, much like the beamer. */
  projector: id(3, 15),
};

export const assets = {
  beamer: id(4, 1),
  benches: id(4, 2),
  bike: id(4, 3),
  hallA: id(4, 5),
  hallB: id(4, 6),
  kitchen: id(4, 8),
  paused: id(4, 9),
  retired: id(4, 10),
  ofSuspended: id(4, 11),
  ofPending: id(4, 12),
  ofWestclub: id(4, 13),
  van: id(4, 14),
  projector: id(4, 15),
};

type Row = Record<string, unknown>;

export async function insert(client: pg.ClientBase, table: string, rows: Row[]): Promise<void> {
  for (const row of rows) {
    const names = Object.keys(row);
    await client.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
  }
}

const member = (organisation: string, who: Person, role: string) => ({
  organisation_id: organisation,
  person_id: who.id,
  role,
});

const resource = (
  key: keyof typeof things,
  organisation: string,
  kind: string,
  title: string,
  more: Row = {},
) => ({
  id: things[key],
  pool_id: organisation === clubs.westclub ? pools.westend : pools.ostviertel,
  organisation_id: organisation,
  slug: key.toLowerCase(),
  kind,
  title,
  ...more,
});

const asset = (key: keyof typeof assets, organisation: string, quantity = 1) => ({
  id: assets[key],
  organisation_id: organisation,
  name: key,
  quantity,
});

const part = (thing: keyof typeof things, of: keyof typeof assets, quantity = 1) => ({
  resource_id: things[thing],
  asset_id: assets[of],
  quantity,
});

export async function tellStory(client: pg.ClientBase): Promise<void> {
  await insert(
    client,
    'auth.users',
    people.map((p) => ({
      id: p.id,
      email: p.email,
      aud: 'authenticated',
      role: 'authenticated',
      raw_user_meta_data: JSON.stringify({ name: p.name }),
    })),
  );
  await insert(client, 'public.pools', [
    { id: pools.ostviertel, slug: 'ostviertel', name: 'Ostviertel' },
    { id: pools.westend, slug: 'westend', name: 'Westend' },
  ]);
  await insert(client, 'public.pool_staff', [
    { pool_id: pools.ostviertel, person_id: rita.id, role: 'reviewer' },
    { pool_id: pools.ostviertel, person_id: manu.id, role: 'manager' },
    { pool_id: pools.westend, person_id: westa.id, role: 'manager' },
  ]);
  const club = (
    key: keyof typeof clubs,
    name: string,
    status: string,
    pool = pools.ostviertel,
  ) => ({
    id: clubs[key],
    pool_id: pool,
    slug: key,
    name,
    kind: 'association',
    status,
  });
  await insert(client, 'public.organisations', [
    club('kickers', 'Kickers Ost', 'admitted'),
    club('werkhof', 'Werkhof Ostviertel', 'admitted'),
    club('chor', 'Chor am Fluss', 'admitted'),
    club('westclub', 'Westclub', 'admitted', pools.westend),
    club('ruheverein', 'Ruheverein', 'suspended'),
    club('neuland', 'Neuland Initiative', 'pending'),
  ]);
  await insert(client, 'public.memberships', [
    member(clubs.kickers, mia, 'member'),
    member(clubs.kickers, boris, 'approver'),
    member(clubs.kickers, bea, 'admin'),
    member(clubs.werkhof, olga, 'member'),
    member(clubs.werkhof, amir, 'approver'),
    member(clubs.werkhof, ada, 'admin'),
    member(clubs.chor, otto, 'member'),
    member(clubs.westclub, paul, 'admin'),
    member(clubs.ruheverein, susi, 'admin'),
    member(clubs.neuland, penny, 'admin'),
  ]);
  const { werkhof } = clubs;
  await insert(client, 'public.resources', [
    resource('beamer', werkhof, 'equipment', 'Beamer', { created_by: olga.id, picture: 'beamer' }),
    resource('benches', werkhof, 'equipment', 'Bierbänke'),
    resource('bike', werkhof, 'vehicle', 'Lastenrad', { approval: 'instant' }),
    resource('hall', werkhof, 'room', 'Turnhalle', { approval: 'instant' }),
    resource('hallA', werkhof, 'room', 'Turnhalle, Hälfte A', { approval: 'instant' }),
    resource('hallB', werkhof, 'room', 'Turnhalle, Hälfte B', { approval: 'instant' }),
    resource('cinemaKit', werkhof, 'equipment', 'Kino im Hof', { approval: 'instant' }),
    resource('kitchen', werkhof, 'room', 'Küche', {
      approval: 'instant',
      buffer_before_minutes: 30,
      buffer_after_minutes: 60,
    }),
    resource('paused', werkhof, 'equipment', 'Nebelmaschine', { status: 'paused' }),
    resource('retired', werkhof, 'equipment', 'Altes Klavier', { status: 'retired' }),
    resource('ofSuspended', clubs.ruheverein, 'room', 'Ruheraum'),
    resource('ofPending', clubs.neuland, 'equipment', 'Neulandzelt'),
    resource('ofWestclub', clubs.westclub, 'equipment', 'Westbeamer'),
    resource('van', werkhof, 'vehicle', 'Transporter', { approval: 'instant' }),
    resource('projector', clubs.chor, 'equipment', 'Beamer mit Leinwand', { picture: 'beamer' }),
  ]);
  await insert(client, 'public.terms', [
    {
      pool_id: pools.ostviertel,
      organisation_id: werkhof,
      resource_id: things.van,
      min_minutes: 60,
      max_minutes: 480,
      lead_minutes: 2880,
    },
  ]);
  await insert(client, 'public.assets', [
    asset('beamer', werkhof),
    asset('benches', werkhof, 12),
    asset('bike', werkhof),
    asset('hallA', werkhof),
    asset('hallB', werkhof),
    asset('kitchen', werkhof),
    asset('paused', werkhof),
    asset('retired', werkhof),
    asset('van', werkhof),
    asset('ofSuspended', clubs.ruheverein),
    asset('ofPending', clubs.neuland),
    asset('ofWestclub', clubs.westclub),
    asset('projector', clubs.chor),
  ]);
  await insert(client, 'public.resource_assets', [
    part('beamer', 'beamer'),
    part('benches', 'benches'),
    part('bike', 'bike'),
    part('hall', 'hallA'),
    part('hall', 'hallB'),
    part('hallA', 'hallA'),
    part('hallB', 'hallB'),
    part('cinemaKit', 'beamer'),
    part('cinemaKit', 'benches', 10),
    part('kitchen', 'kitchen'),
    part('paused', 'paused'),
    part('retired', 'retired'),
    part('van', 'van'),
    part('ofSuspended', 'ofSuspended'),
    part('ofPending', 'ofPending'),
    part('ofWestclub', 'ofWestclub'),
    part('projector', 'projector'),
  ]);
}
