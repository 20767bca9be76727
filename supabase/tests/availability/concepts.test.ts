import { beforeAll, describe, expect, test } from 'vitest';
import { scenes, testDatabase, type Scene } from '../support/database';
import { ada, anon } from '../support/people';
import { clubs, pools } from '../support/story';

const scene = scenes();
const titles = async (s: Scene, p_query: string) =>
  (await s.as(anon).rows('search_resources', { p_pool: 'ostviertel', p_query })).map(
    (r) => r.title as string,
  );
const list = (s: Scene, p_title: string, p_description = '') =>
  s.as(ada).call('list_resource', {
    p_organisation_id: clubs.werkhof,
    p_kind: 'equipment',
    p_title,
    p_description,
  });

describe('a reader searches in any language', () => {
  test.each([
    ['English', 'projector'],
    ['Russian', 'проектор'],
    ['Ukrainian', 'проєктор'],
    ['Arabic', 'جهاز عرض'],
    ['Arabic with the article', 'البروجكتور'],
    ['Farsi', 'پروژکتور'],
    ['Farsi, typed on an Arabic keyboard', 'ويدئو پروژكتور'],
    ['Vietnamese', 'máy chiếu'],
    ['Vietnamese without its marks', 'may chieu'],
    ['Turkish', 'projektör'],
    ['Turkish in capitals with a dotted I', 'PROJEKSİYON'],
    ['Turkish without the dotless i', 'yansitici'],
    ['Polish', 'rzutnik'],
    ['Polish, declined', 'rzutnika'],
    ['Russian, declined', 'проектора'],
    ['French', 'vidéoprojecteur'],
    ['French in the plural', 'projecteurs'],
    ['Romanian', 'videoproiector'],
    ['another German word', 'Projektor'],
    ['a beginning', 'projek'],
    ['a typo in English', 'projetcor'],
    ['a typo in Russian', 'праектор'],
    ['a typo in Vietnamese', 'máy chieeu'],
    ['a typo in Arabic', 'بروجكتر'],
  ])('%s: "%s" finds the Beamer', (_title, query) =>
    scene(async (s) => {
      expect(await titles(s, query)).toContain('Beamer');
    })(),
  );

  test.each([
    ['a title in Russian by a German word', 'Beamer', 'Проектор для кино'],
    ['a title in Arabic by an English word', 'tent', 'خيمة كبيرة'],
    ['a title in Vietnamese by a Polish word', 'głośnik', 'Loa kéo'],
    ['a German compound by its last part', 'chair', 'Gartenklappstuhl'],
    ['a title in Ukrainian by a Russian word', 'скамейка', 'Лавки для свята'],
    ['two languages in one title', 'cuisine', 'Große Kochküche · مطبخ كبير'],
  ])('%s', (_title, query, title) =>
    scene(async (s) => {
      await list(s, title);
      expect(await titles(s, query)).toContain(title);
    })(),
  );

  test(
    'what it is called comes before what only mentions it',
    scene(async (s) => {
      await list(s, 'Vortragsecke', 'mit Lautsprecher und Beamer');
      const found = await titles(s, 'máy chiếu');
      expect(found.slice(0, 2).toSorted()).toEqual(['Beamer', 'Beamer mit Leinwand']);
      expect(found.at(-1)).toBe('Vortragsecke');
    }),
  );

  test(
    'several words must all be meant, a name of several words counts as one',
    scene(async (s) => {
      await list(s, 'Stühle');
      expect(await titles(s, 'projector screen')).toEqual(['Beamer mit Leinwand']);
      expect(await titles(s, 'проектор екран')).toEqual(['Beamer mit Leinwand']);
      expect(await titles(s, 'projector chairs')).toEqual([]);
      expect(await titles(s, 'projector Chor')).toEqual(['Beamer mit Leinwand']);
    }),
  );

  test(
    'a word that names nothing finds nothing, and one that is only in a title still does',
    scene(async (s) => {
      await list(s, 'Zauberschrank Abrakadabra');
      expect(await titles(s, 'вертолёт')).toEqual([]);
      expect(await titles(s, 'طائرة')).toEqual([]);
      expect(await titles(s, 'Abrakadabra')).toEqual(['Zauberschrank Abrakadabra']);
    }),
  );

  test(
    'a new name is found after the vocabulary learnt it',
    scene(async (s) => {
      await list(s, 'Quirlomat');
      expect(await titles(s, 'whirler')).toEqual([]);
      await s.sql(
        `select private.learn_concepts(E'concept | de | en\nquirl | Quirlomat | whirler, spinner')`,
      );
      expect(await titles(s, 'whirler')).toEqual(['Quirlomat']);
      await expect(
        s.sql(`select private.learn_concepts(E'concept | de | en\nquirl | Quirlomat |')`),
      ).rejects.toThrow('Not a word for each language');
    }),
  );
});

describe('the vocabulary', () => {
  const db = testDatabase();
  let owner: Awaited<ReturnType<typeof db.connect>>;

  beforeAll(async () => {
    owner = await db.connect();
    await owner.query(
      `insert into public.resources (pool_id, organisation_id, slug, kind, title)
       select '${pools.ostviertel}', '${clubs.werkhof}', 'concept-' || cw.concept, 'equipment', min(cw.word)
       from (select distinct on (concept) concept, word from private.concept_words where locale = 'de' order by concept, ctid) cw
       group by cw.concept`,
    );
    await owner.query('analyze public.resources; analyze private.vocabulary');
  });

  test('knows at least 260 things in the eleven languages that differ', async () => {
    const { rows } = await owner.query<{ locale: string; concepts: number }>(
      'select locale, count(distinct concept)::int as concepts from private.concept_words group by locale order by locale',
    );
    expect(rows.map((r) => r.locale)).toEqual([
      'ar',
      'de',
      'en',
      'fa',
      'fr',
      'pl',
      'ro',
      'ru',
      'tr',
      'uk',
      'vi',
    ]);
    expect(new Set(rows.map((r) => r.concepts)).size).toBe(1);
    expect(rows[0]?.concepts).toBeGreaterThanOrEqual(260);
  });

  test(
    'every name of every thing finds the thing by its German name',
    { timeout: 300_000 },
    async () => {
      const { rows } = await owner.query(
        `select cw.concept, cw.locale, cw.word
       from private.concept_words cw
       cross join lateral (
         select array_agg(w.word order by w.n) as words, array_agg(w.pattern order by w.n) as patterns
         from private.search_words(cw.word) with ordinality as w (word, pattern, n)
       ) q
       where not exists (
         select 1 from private.matching_resources('${pools.ostviertel}', private.fold(cw.word), q.words, q.patterns) m
         join public.resources r on r.id = m.id
         where r.slug = 'concept-' || cw.concept)`,
      );
      expect(rows).toEqual([]);
    },
  );
});
