import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import type { Row, Scene } from '../support/database';
import { beamer, bookingOf, eventScenes, hall, ottoDecides } from '../support/event-stories';
import { planned, send } from '../support/events';
import { ada, amir, anon, mia, rita, service, type Actor } from '../support/people';
import { clubs, things } from '../support/story';
import { from, when } from '../support/when';

const scene = eventScenes();

/** Who asks from now on reads this language, as PostgREST hands the header on. */
const reading = (s: Scene, locale: string) =>
  s.sql("select set_config('request.headers', $1, true)", [JSON.stringify({ 'x-locale': locale })]);
const write = (s: Scene, thing: string, locale: string, title: string) =>
  s.sql('insert into public.resource_texts (resource_id, locale, title) values ($1, $2, $3)', [
    thing,
    locale,
    title,
  ]);
const called = async (s: Scene, who: Actor = anon) =>
  (
    await s
      .as(who)
      .sql('select public.reader_title(r) as title from public.resources r where id = $1', [
        things.beamer,
      ])
  )[0]?.title as unknown;
const nameIn = (locale: string) => async (s: Scene) => {
  await reading(s, locale);
  return called(s);
};

describe('what a thing is called', () => {
  test(
    'in the language of who reads, else in the original',
    scene(async (s) => {
      await write(s, things.beamer, 'en', 'Projector');
      expect(await nameIn('en')(s)).toBe('Projector');
      expect(await nameIn('ar')(s)).toBe('Beamer');
      expect(await nameIn('de')(s)).toBe('Beamer');
      await s.sql("select set_config('request.headers', '', true)");
      expect(await called(s)).toBe('Beamer');
    }),
  );

  test(
    'who reads plain German reads German before a foreign original',
    scene(async (s) => {
      await s.sql("update public.resources set locale = 'en', title = 'Projector' where id = $1", [
        things.beamer,
      ]);
      await write(s, things.beamer, 'de', 'Der Beamer');
      expect(await nameIn('de-einfach')(s)).toBe('Der Beamer');
      const [found] = await s.as(anon).rows('search_resources', {
        p_pool: 'ostviertel',
        p_query: 'Projector',
        p_locale: 'de-einfach',
      });
      expect(found).toMatchObject({ title: 'Der Beamer', title_locale: 'de' });
      await write(s, things.beamer, 'de-einfach', 'Das Gerät für Filme');
      expect(await nameIn('de-einfach')(s)).toBe('Das Gerät für Filme');
      expect(await nameIn('de')(s)).toBe('Der Beamer');
    }),
  );

  test(
    'an original in plain German stays what readers of plain German read',
    scene(async (s) => {
      await s.sql("update public.resources set locale = 'de-einfach' where id = $1", [
        things.beamer,
      ]);
      await write(s, things.beamer, 'de', 'Videoprojektor');
      expect(await nameIn('de-einfach')(s)).toBe('Beamer');
      expect(await nameIn('de')(s)).toBe('Videoprojektor');
    }),
  );
});

describe('it is called so wherever it is named', () => {
  test(
    "in the owner's overview, also as the other half",
    scene(async (s) => {
      await write(s, things.beamer, 'en', 'Projector');
      await write(s, things.cinemaKit, 'en', 'Cinema kit');
      await ask(s, mia, things.cinemaKit);
      await reading(s, 'en');
      const rows = await s.as(amir).rows('owner_timeline', {
        p_organisation_id: clubs.werkhof,
        p_from: when(5),
        p_to: when(12),
      });
      const row = rows.find(({ resource_id }) => resource_id === things.beamer);
      expect(row).toMatchObject({ title: 'Projector', bars: [{ of: 'Cinema kit' }] });
    }),
  );

  test(
    'among what stands on a broken thing, and what there is instead',
    scene(async (s) => {
      await write(s, things.beamer, 'en', 'Projector');
      await write(s, things.projector, 'en', 'Another projector');
      await ask(s, mia, things.beamer);
      await reading(s, 'en');
      const [standing] = await s.as(amir).rows('list_standing_bookings', {
        p_resource_id: things.beamer,
        p_starts_at: when(0),
        p_ends_at: when(30),
      });
      expect(standing).toMatchObject({
        resource_title: 'Projector',
        substitutes: expect.arrayContaining([
          expect.objectContaining({ title: 'Another projector' }) as unknown,
        ]) as unknown,
      });
    }),
  );

  test(
    'in the report of the district management',
    scene(async (s) => {
      await write(s, things.beamer, 'en', 'Projector');
      await reading(s, 'en');
      const rows = await s.as(rita).rows('report_by_resource', {
        p_pool: 'ostviertel',
        p_from: '2026-11-01',
        p_to: '2026-12-01',
      });
      expect(rows.find(({ resource_id }) => resource_id === things.beamer)?.title).toBe(
        'Projector',
      );
    }),
  );

  test(
    'when a part of an event cannot be had',
    scene(async (s) => {
      await write(s, things.hall, 'en', 'Gym');
      await ask(s, mia, things.hallA, from(9, 12, 13));
      await reading(s, 'en');
      const event = await planned(s, mia, [hall]);
      const refusal: unknown = await send(s, mia, event).catch((error: unknown) => error);
      expect(JSON.stringify(refusal)).toContain('Gym');
    }),
  );

  test(
    'in what each is told of an event, in the language of each',
    scene(async (s) => {
      await ottoDecides(s);
      await write(s, things.hall, 'en', 'Gym');
      await s.sql("update public.profiles set locale = 'en' where id = $1", [ada.id]);
      const event = await planned(s, mia, [hall, beamer]);
      await send(s, mia, event);
      const mails = await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      const namesFor = (name: string) =>
        mails
          .filter((mail: Row) => mail.display_name === name)
          .flatMap(({ payload }) => (payload as { parts: { title: string }[] }).parts)
          .map(({ title }) => title);
      expect(namesFor('ada')).toEqual(['Gym']);
      expect(namesFor('amir')).toEqual(['Turnhalle']);
      expect(await bookingOf(s, event.id, things.hall)).toBeTruthy();
    }),
  );
});
