import { describe, expect, test } from 'vitest';
import { scenes, type Scene } from '../support/database';
import {
  ada,
  anon,
  manu,
  mia,
  nina,
  otto,
  paul,
  rita,
  service,
  westa,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';

const scene = scenes();
const barrier = { p_pool: 'ostviertel', p_message: 'Den Kalender liest mir niemand vor.' };
const report = (s: Scene, who: Actor, more: Record<string, unknown> = {}) =>
  s.as(who).call('report_barrier', { ...barrier, ...more });
const read = (s: Scene, who: Actor) =>
  s.as(who).sql('select message, page, email, person_id from public.accessibility_notes');
const noteOf = async (s: Scene) => {
  const [note] = await s.sql('select id from public.accessibility_notes');
  return { p_note_id: note?.id as string };
};

describe('telling about a barrier', () => {
  test(
    'a passer-by CAN, and leaves what they like',
    scene(async (s) => {
      await report(s, anon, { p_page: 'Kalender', p_email: 'lore@example.org' });
      await report(s, anon);
      expect(await read(s, manu)).toEqual([
        {
          message: barrier.p_message,
          page: 'Kalender',
          email: 'lore@example.org',
          person_id: null,
        },
        { message: barrier.p_message, page: null, email: null, person_id: null },
      ]);
    }),
  );

  test(
    'mia CAN, signed in, and it is known who it was',
    scene(async (s) => {
      await report(s, mia);
      expect(await read(s, rita)).toMatchObject([{ person_id: mia.id }]);
    }),
  );

  test.each<[string, Record<string, unknown>, string, string, string]>([
    ['nothing said', { p_message: ' \n' }, 'INPUT', 'p_message', 'required'],
    ['a novel', { p_message: 'x'.repeat(4001) }, 'INPUT', 'p_message', 'too_long'],
    ['a long place', { p_page: 'x'.repeat(301) }, 'INPUT', 'p_page', 'too_long'],
    ['half an address', { p_email: 'lore' }, 'INPUT', 'p_email', 'email'],
    ['two addresses', { p_email: 'a@b.de, c@d.de' }, 'INPUT', 'p_email', 'email'],
  ])('nobody CAN with %s', (_title, more, code, field, reason) =>
    scene(async (s) => {
      await refused(report(s, anon, more), code, { field, reason });
      expect(await read(s, manu)).toEqual([]);
    })(),
  );

  test(
    'nobody CAN to a pool that does not exist',
    scene(async (s) => {
      await refused(report(s, anon, { p_pool: 'nowhere' }), 'NTFND');
    }),
  );

  test(
    'mia can NOT six times within an hour, but otto still can, and mia the hour after',
    scene(async (s) => {
      for (let i = 0; i < 5; i++) await report(s, mia);
      await refused(report(s, mia), 'RATEL');
      await report(s, otto);
      await s.sql("update public.accessibility_notes set created_at = now() - interval '1 hour'");
      await report(s, mia);
    }),
  );

  test(
    'passers-by can NOT flood a pool; who has an account still gets through, and so does the other pool',
    scene(async (s) => {
      for (let i = 0; i < 10; i++) await report(s, anon);
      await refused(report(s, anon), 'RATEL');
      await report(s, mia);
      await report(s, anon, { p_pool: 'westend' });
    }),
  );
});

describe('reading and answering', () => {
  test(
    'manu and rita CAN read what their pool was told; nobody else can, not even who wrote it',
    scene(async (s) => {
      await report(s, mia);
      for (const who of [manu, rita]) expect(await read(s, who)).toHaveLength(1);
      for (const who of [mia, ada, nina, otto, paul, westa]) expect(await read(s, who)).toEqual([]);
      await refused(read(s, anon), '42501');
    }),
  );

  test(
    'manu CAN tick a note as answered, keeps the time when he does it twice, and can take it back',
    scene(async (s) => {
      await report(s, anon);
      const note = await noteOf(s);
      const tick = (answered: boolean) =>
        s.as(manu).call('tick_barrier', { ...note, p_answered: answered });
      const { answered_at: first } = await tick(true);
      expect(first).toBeInstanceOf(Date);
      expect((await tick(true)).answered_at).toEqual(first);
      expect((await tick(false)).answered_at).toBeNull();
    }),
  );

  test(
    'rita, who reads only, can NOT; to everybody else the note does not exist',
    scene(async (s) => {
      await report(s, mia);
      const tick = { ...(await noteOf(s)), p_answered: true };
      await refused(s.as(rita).call('tick_barrier', tick), 'DNIED');
      for (const who of [mia, ada, paul, westa])
        await refused(s.as(who).call('tick_barrier', tick), 'NTFND');
      for (const who of [anon, service] as Actor[])
        await refused(s.as(who).call('tick_barrier', tick), '42501');
    }),
  );

  test(
    'nobody CAN write, change or drop a note by hand',
    scene(async (s) => {
      await report(s, mia);
      for (const who of [mia, manu, anon]) {
        await refused(s.as(who).sql('delete from public.accessibility_notes'), '42501');
        await refused(
          s.as(who).sql("update public.accessibility_notes set message = 'x'"),
          '42501',
        );
      }
    }),
  );
});
