import { describe, expect, test } from 'vitest';
import { scenes, type Scene } from '../support/database';
import { ada, amir, anon, boris, mia, olga, otto, rita, type Actor } from '../support/people';
import { refused } from '../support/refusal';
import { things } from '../support/story';

const scene = scenes();
const say = (s: Scene, who: Actor, more: object = {}) =>
  s.as(who).call('save_resource_text', {
    p_resource_id: things.beamer,
    p_locale: 'en',
    p_title: 'Bright projector',
    ...more,
  });
const unsay = (s: Scene, who: Actor, p_locale = 'en') =>
  s.as(who).call('remove_resource_text', { p_resource_id: things.beamer, p_locale });
const texts = (s: Scene, who: Actor) =>
  s.as(who).sql('select locale, title, description, rules from public.resource_texts');
const found = async (s: Scene, p_query: string, p_locale?: string) =>
  (
    await s.as(anon).rows('search_resources', {
      p_pool: 'ostviertel',
      p_query,
      ...(p_locale ? { p_locale } : {}),
    })
  ).map((r) => ({ title: r.title, locale: r.title_locale }));

describe('a thing in several languages', () => {
  test(
    'olga, who decides about the beamer, says in English what it is; everybody reads it',
    scene(async (s) => {
      await say(s, olga, { p_description: '  For films. ', p_rules: 'Let it cool down.' });
      for (const who of [anon, mia, otto])
        expect(await texts(s, who)).toEqual([
          {
            locale: 'en',
            title: 'Bright projector',
            description: 'For films.',
            rules: 'Let it cool down.',
          },
        ]);
    }),
  );

  test(
    'said again it is changed, taken away it is gone, and the original stays as it was',
    scene(async (s) => {
      await say(s, olga);
      await say(s, amir, { p_title: 'Projector' });
      expect((await texts(s, anon)).map((t) => t.title)).toEqual(['Projector']);
      await unsay(s, ada);
      expect(await texts(s, anon)).toEqual([]);
      await refused(unsay(s, ada), 'NTFND');
      expect(
        await s
          .as(anon)
          .sql('select title, locale from public.resources where id = $1', [things.beamer]),
      ).toEqual([{ title: 'Beamer', locale: 'de' }]);
    }),
  );

  test.each<[string, Actor, string]>([
    ['a passer-by', anon, '42501'],
    ['the borrower', mia, 'DNIED'],
    ["another owner's approver", otto, 'DNIED'],
    ['a reviewer of the QM', rita, 'DNIED'],
  ])(
    '%s can NOT say it in another language, nor take it away, nor say which is the original',
    (_t, who, code) =>
      scene(async (s) => {
        await say(s, olga);
        await refused(say(s, who, { p_locale: 'tr' }), code);
        await refused(say(s, who), code);
        await refused(unsay(s, who), code);
        await refused(
          s.as(who).call('set_resource_locale', { p_resource_id: things.beamer, p_locale: 'fr' }),
          code,
        );
        expect(await texts(s, anon)).toHaveLength(1);
      })(),
  );

  test(
    'nobody writes past the functions',
    scene(async (s) => {
      for (const sql of [
        `insert into public.resource_texts (resource_id, locale, title) values ('${things.beamer}', 'en', 'xx')`,
        `update public.resource_texts set title = 'xx'`,
        `delete from public.resource_texts`,
      ])
        await refused(s.as(ada).sql(sql), '42501');
    }),
  );

  test.each<[string, object, string, string | undefined]>([
    ['the language of the original', { p_locale: 'de' }, 'p_locale', 'original'],
    ['no language', { p_locale: 'Deutsch!' }, 'p_locale', 'choice'],
    ['no language at all', { p_locale: null }, 'p_locale', 'choice'],
    ['a name of one letter', { p_title: 'x' }, 'p_title', 'too_short'],
    ['no name', { p_title: ' ' }, 'p_title', 'required'],
    ['a name without end', { p_title: 'x'.repeat(121) }, 'p_title', 'too_long'],
    ['a description without end', { p_description: 'x'.repeat(6001) }, 'p_description', 'too_long'],
  ])('%s is refused', (_t, more, field, reason) =>
    scene(async (s) => {
      await expect(say(s, olga, more)).rejects.toMatchObject({
        code: 'INPUT',
        detail: expect.stringMatching(
          new RegExp(
            `"field": "${field}".*"reason": "${reason}"|"reason": "${reason}".*"field": "${field}"`,
          ),
        ) as string,
      });
    })(),
  );

  test(
    'the original may be in another language, though not in one it is translated into',
    scene(async (s) => {
      await say(s, olga);
      const set = (p_locale: string) =>
        s.as(olga).call('set_resource_locale', { p_resource_id: things.beamer, p_locale });
      await refused(set('en'), 'INPUT');
      expect((await set('uk')).locale).toBe('uk');
      await say(s, olga, { p_locale: 'de', p_title: 'Beamer' });
    }),
  );

  test(
    'the search finds it by words of the translation and shows the title in the language of the reader',
    scene(async (s) => {
      await say(s, olga, { p_title: 'Moonshiner', p_description: 'with a zoetrope inside' });
      expect(await found(s, 'moonshiner')).toEqual([{ title: 'Beamer', locale: 'de' }]);
      expect(await found(s, 'moonshiner', 'en')).toEqual([{ title: 'Moonshiner', locale: 'en' }]);
      expect(await found(s, 'moonshiner', 'fa')).toEqual([{ title: 'Beamer', locale: 'de' }]);
      expect(await found(s, 'zoetrope', 'en')).toEqual([{ title: 'Moonshiner', locale: 'en' }]);
      expect((await found(s, 'moonshiners'))[0]).toEqual({ title: 'Beamer', locale: 'de' });
      await unsay(s, olga);
      expect(await found(s, 'moonshiner')).toEqual([]);
    }),
  );

  test(
    'what is paused is read in no language by those who may not see it',
    scene(async (s) => {
      await say(s, ada, { p_resource_id: things.paused });
      expect(await texts(s, anon)).toEqual([]);
      expect(await texts(s, boris)).toEqual([]);
      expect(await texts(s, amir)).toHaveLength(1);
    }),
  );
});
