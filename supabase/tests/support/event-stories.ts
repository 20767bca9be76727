import { expect } from 'vitest';
import { brokenEvents } from './broken-events';
import { scenes, type Scene } from './database';
import type { Wish } from './events';
import { otto } from './people';
import { things } from './story';

/** Scenes at whose end every event is in order. */
export const eventScenes = () => {
  const told = scenes();
  return (play: (s: Scene) => Promise<void>) =>
    told(async (s) => {
      await play(s);
      expect(await s.sql(brokenEvents)).toEqual([]);
    });
};

export const benches: Wish = { what: 'Bänke', parts: [[things.benches, 5]] };
export const hall: Wish = { what: 'Halle', parts: [[things.hall, 1]] };
export const beamer: Wish = { what: 'Beamer', parts: [[things.projector, 1]] };
export const festival = [benches, hall, beamer];

/** otto may decide for the Chor. */
export const ottoDecides = (s: Scene) =>
  s.sql(`update public.memberships set role = 'approver' where person_id = $1`, [otto.id]);
export const planOf = async (s: Scene, id: string) =>
  (
    await s.sql('select status, settle_by, ended_by from public.event_plans where event_id = $1', [
      id,
    ])
  )[0];
export const statuses = async (s: Scene, id: string) =>
  (
    await s.sql(
      `select r.title, b.status from public.bookings b join public.resources r on r.id = b.resource_id
       where b.event_id = $1 order by r.title, b.created_at, b.status`,
      [id],
    )
  ).map((row) => `${String(row.title)} ${String(row.status)}`);
export const bookingOf = async (s: Scene, id: string, thing: string) =>
  (
    await s.sql('select id from public.bookings where event_id = $1 and resource_id = $2', [
      id,
      thing,
    ])
  )[0]?.id as string;
export const count = async (s: Scene, table: string) =>
  (await s.sql(`select count(*) as n from ${table}`))[0]?.n as number;
