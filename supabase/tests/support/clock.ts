import type { Row, Scene } from './database';
import type { Crowd } from './crowd';

type Owner = Pick<Scene | Crowd, 'sql'>;

/** Moves a booking with all it occupies, as if asked for long ago: its hours are counted from now. */
export async function playAt(
  { sql }: Owner,
  id: unknown,
  fromHours: number,
  toHours: number,
): Promise<Row> {
  await sql(
    `update public.allocations al set blocked = tstzrange(
       now() + make_interval(mins => ($2::float * 60)::int) - make_interval(mins => r.buffer_before_minutes),
       now() + make_interval(mins => ($3::float * 60)::int) + make_interval(mins => r.buffer_after_minutes), '[)')
     from public.bookings b join public.resources r on r.id = b.resource_id
     where b.id = $1 and al.booking_id = b.id`,
    [id, fromHours, toHours],
  );
  const rows = await sql(
    `update public.bookings set
       starts_at = now() + make_interval(mins => ($2::float * 60)::int),
       ends_at = now() + make_interval(mins => ($3::float * 60)::int),
       created_at = now() - interval '30 days'
     where id = $1 returning *`,
    [id, fromHours, toHours],
  );
  return rows[0] ?? {};
}

/** What a booking occupies, in hours from now, asset by asset. */
export async function occupied({ sql }: Owner, id: unknown): Promise<unknown[][]> {
  const rows = await sql(
    `select a.name, al.quantity, al.kind, al.change_id is not null as for_change,
       round(extract(epoch from lower(al.blocked) - now()) / 3600, 2) as from_hours,
       round(extract(epoch from upper(al.blocked) - now()) / 3600, 2) as to_hours
     from public.allocations al join public.assets a on a.id = al.asset_id
     where al.booking_id = $1 order by a.name, al.blocked, al.id`,
    [id],
  );
  return rows.map((r) => [
    r.name,
    r.quantity,
    r.for_change ? 'change' : r.kind,
    r.from_hours,
    r.to_hours,
  ]);
}
