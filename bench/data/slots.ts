import type pg from 'pg';

const DAY = 86_400_000;
/** Behind everything that was generated, and within the three years one may book ahead. */
const FIRST = Math.floor(Date.now() / DAY) * DAY + 215 * DAY;
const DAYS = 850;

export type Thing = { resource: string; asset: string; quantity: number };
export type Slot = { thing: Thing; start: Date; end: Date };

const query = `
  select r.id as resource, a.id as asset, greatest(1, a.quantity / 3) as quantity
  from public.resources r
  join public.resource_assets ra on ra.resource_id = r.id
  join public.assets a on a.id = ra.asset_id
  where a.exclusive = $1 and (not $2 or r.buffer_after_minutes = 0) and r.approval = 'manual'
    and (select count(*) from public.resource_assets o where o.resource_id = r.id) = 1
  order by r.id`;

async function things(admin: pg.Client, exclusive: boolean, withoutBuffers: boolean) {
  return (await admin.query<Thing>(query, [exclusive, withoutBuffers])).rows;
}

/** Who books and what: things for the clients' own times, and others that all of them fight for. */
export async function stage(admin: pg.Client, clients: number) {
  const { rows: people } = await admin.query<{ person: string; organisation: string }>(
    `select bench.id('person', n) as person, bench.id('organisation', n) as organisation
     from generate_series(1, $1::int) n`,
    [clients],
  );
  const contested = (await things(admin, true, true)).slice(-4);
  const kept = new Set(contested.map(({ asset }) => asset));
  const own = (await things(admin, true, false)).filter(({ asset }) => !kept.has(asset));
  const piles = await things(admin, false, true);
  if (contested.length < 4 || own.length < clients || piles.length < 1) {
    throw new Error('there are too few things to book');
  }
  return { people, own, contested, piles };
}

/** Walks over the things first and the hours second, so that no slot is given out twice. */
function walk(list: Thing[], slotMinutes: number, bookedMinutes: number) {
  const slots = (DAYS * 1440) / slotMinutes;
  return (index: number, order: 'things first' | 'hours first'): Slot => {
    const [thing, slot] =
      order === 'things first'
        ? [list[index % list.length], Math.floor(index / list.length)]
        : [list[Math.floor(index / slots)], index % slots];
    if (!thing || slot >= slots)
      throw new Error('every slot has been used: fewer or shorter rounds');
    const start = FIRST + slot * slotMinutes * 60_000;
    return { thing, start: new Date(start), end: new Date(start + bookedMinutes * 60_000) };
  };
}

/** Every client has its own things: nobody ever meets anybody. */
export function ownSlots(
  list: Thing[],
  clients: number,
  slotMinutes = 120,
): (client: number) => Slot {
  const walks = Array.from({ length: clients }, (_, client) =>
    walk(
      list.filter((_thing, i) => i % clients === client),
      slotMinutes,
      60,
    ),
  );
  const next = walks.map(() => 0);
  return (client) => {
    const index = next[client] ?? 0;
    next[client] = index + 1;
    const slot = walks[client]?.(index, 'things first');
    if (!slot) throw new Error(`no client ${client}`);
    return slot;
  };
}

/** One thing, and every slot of it is asked for by as many clients as there are, at once. */
export function contestedSlots(list: Thing[], clients: number): () => Slot {
  const slotAt = walk(list, 5, 5);
  let attempts = 0;
  return () => slotAt(Math.floor(attempts++ / clients), 'hours first');
}
