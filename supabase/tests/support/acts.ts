import type { Args, Row, Scene } from './database';
import { ada, amir, bea, boris, mia, olga, otto, paul, penny, susi, type Person } from './people';
import { clubs, things } from './story';
import { from, when } from './when';

const homes = new Map<Person, string>([
  [mia, clubs.kickers],
  [boris, clubs.kickers],
  [bea, clubs.kickers],
  [olga, clubs.werkhof],
  [amir, clubs.werkhof],
  [ada, clubs.werkhof],
  [otto, clubs.chor],
  [paul, clubs.westclub],
  [susi, clubs.ruheverein],
  [penny, clubs.neuland],
]);

/** The organisation a person belongs to in the story. */
export const homeOf = (who: Person): string => homes.get(who) ?? clubs.kickers;

type Stage = Pick<Scene, 'as'>;

/** Somebody asks for a thing for their own organisation. */
export const ask = (scene: Stage, who: Person, thing: string, more: Args = {}): Promise<Row> =>
  scene.as(who).call('request_booking', {
    p_resource_id: thing,
    p_organisation_id: homeOf(who),
    ...from(7, 10, 12),
    ...more,
  });

/** A little of everything, so that each table has rows of different people. */
export async function fillTheTables(scene: Scene): Promise<Record<string, string>> {
  const { as, sql } = scene;
  const b1 = await ask(scene, mia, things.beamer, { p_purpose: 'film night' });
  const b2 = await ask(scene, otto, things.benches, { p_quantity: 3 });
  const b3 = await ask(scene, mia, things.projector);
  const b4 = await ask(scene, paul, things.ofWestclub);
  const closure = await as(amir).call('close_resource', {
    p_resource_id: things.hall,
    p_starts_at: when(20),
    p_ends_at: when(21),
    p_reason: 'floor',
  });
  const invitation = await as(bea).call('invite_member', { p_organisation_id: clubs.kickers });
  await as(ada).call('invite_member', { p_organisation_id: clubs.werkhof });
  await sql(
    `insert into public.resource_photos (resource_id, path, width, height)
     select r.id, concat(r.organisation_id, '/', r.id, '/', gen_random_uuid(), '.webp'), 800, 600
     from public.resources r where r.id in ($1, $2)`,
    [things.beamer, things.paused],
  );
  await sql(
    `insert into public.resource_texts (resource_id, locale, title)
     select r.id, 'en', 'In English' from public.resources r where r.id in ($1, $2)`,
    [things.beamer, things.paused],
  );
  await sql(
    `insert into public.organisation_decisions (organisation_id, status, note) values ($1, 'admitted', 'welcome')`,
    [clubs.kickers],
  );
  return {
    b1: b1.id as string,
    b2: b2.id as string,
    b3: b3.id as string,
    b4: b4.id as string,
    closure: closure.id as string,
    invitation: invitation.invitation_id as string,
    token: invitation.token as string,
  };
}
