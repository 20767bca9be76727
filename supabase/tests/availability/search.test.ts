import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Args, type Scene } from '../support/database';
import { ada, amir, anon, manu, mia, otto, paul, service, type Actor } from '../support/people';
import { refused } from '../support/refusal';
import { assets, clubs, things } from '../support/story';
import { from, when } from '../support/when';

const scene = scenes();
const search = (s: Scene, more: Args = {}, who: Actor = anon) =>
  s.as(who).rows('search_resources', { p_pool: 'ostviertel', ...more });
const titles = async (s: Scene, p_query: string) =>
  (await search(s, { p_query })).map((r) => r.title as string);

async function furnish(s: Scene): Promise<void> {
  for (const [title, description, kind] of [
    ['Stühle', 'stapelbar', 'equipment'],
    ['Festzelt', '6 mal 12 Meter', 'equipment'],
    ['Hüpfburg', 'für Kinder', 'installation'],
    ['Sitzbank', 'aus Holz', 'equipment'],
    ['Палатка', 'для праздника', 'equipment'],
    ['خيمة كبيرة', 'للحفلات', 'equipment'],
    ['Dolmetscherin', 'Arabisch und Türkisch', 'service'],
    ['Kaffeemaschine', 'zwölf Tassen', 'equipment'],
    ['Neue Quelle', 'Bauernstraße', 'room'],
  ]) {
    await s.as(ada).call('list_resource', {
      p_organisation_id: clubs.werkhof,
      p_kind: kind,
      p_title: title,
      p_description: description,
    });
  }
}

describe('words', () => {
  test.each([
    ['a typo', 'Beamr', 'Beamer'],
    ['two letters swapped', 'Baemer', 'Beamer'],
    ['a wrong letter', 'Hüpfbrug', 'Hüpfburg'],
    ['a letter too many', 'Festzellt', 'Festzelt'],
    ['a wrong letter in the middle of six', 'Beemer', 'Beamer'],
    ['two swapped in the middle of a compound', 'Fetszelt', 'Festzelt'],
    ['a letter too many in one of two words', 'Hüpfburg Kinnder', 'Hüpfburg'],
    ['an umlaut written out', 'Stuehle', 'Stühle'],
    ['an umlaut', 'Stühle', 'Stühle'],
    ['an umlaut left out', 'Stuhle', 'Stühle'],
    ['the singular', 'Stuhl', 'Stühle'],
    ['capitals', 'STÜHLE', 'Stühle'],
    ['the plural of Bank', 'Bänke', 'Sitzbank'],
    ['the singular of Bierbänke', 'Bank', 'Bierbänke'],
    ['the dative', 'Bänken', 'Bierbänke'],
    ['a plural', 'Zelte', 'Festzelt'],
    ['a part of a compound', 'Zelt', 'Festzelt'],
    ['Hallen', 'Hallen', 'Turnhalle'],
    ['a beginning', 'Dolmet', 'Dolmetscherin'],
    ['an accent', 'Kaffée', 'Kaffeemaschine'],
    ["the owner's name", 'Chor Beamer', 'Beamer mit Leinwand'],
    ['two words apart', 'Kinder burg', 'Hüpfburg'],
    ['Cyrillic', 'палатка', 'Палатка'],
    ['Cyrillic with a typo', 'полатка', 'Палатка'],
    ['Arabic', 'خيمة', 'خيمة كبيرة'],
    ['Arabic, second word', 'كبيرة', 'خيمة كبيرة'],
    ['ue that is no umlaut', 'Neue Quelle', 'Neue Quelle'],
    ['ß and ss', 'Bauernstrasse', 'Neue Quelle'],
    ['a decomposed umlaut', 'Stu\u0308hle', 'Stühle'],
  ])('%s: "%s" finds %s', (_title, query, title) =>
    scene(async (s) => {
      await furnish(s);
      expect(await titles(s, query)).toContain(title);
    })(),
  );

  test(
    'what fits best comes first, and what does not fit does not come',
    scene(async (s) => {
      await furnish(s);
      expect((await titles(s, 'Beamer'))[0]).toBe('Beamer');
      const tents = await titles(s, 'Zelt');
      expect(tents[0]).toBe('Festzelt');
      // the same thing, listed by people who write Arabic and Russian
      expect(tents.slice(1).toSorted()).toEqual(['Палатка', 'خيمة كبيرة']);
      expect(await titles(s, 'Hubschrauber')).toEqual([]);
      expect(await titles(s, 'Beamer Hubschrauber')).toEqual([]);
    }),
  );

  test(
    'what is only a little alike comes when nothing else does, and no more than that',
    scene(async (s) => {
      await furnish(s);
      expect((await titles(s, 'Beemer')).toSorted()).toEqual(['Beamer', 'Beamer mit Leinwand']);
      expect((await titles(s, 'Fetszelt'))[0]).toBe('Festzelt');
      for (const other of ['Kessel', 'Becher', 'Welt', 'Burgund', 'Hubschrauber'])
        expect(await titles(s, other), other).toEqual([]);
      await s.sql(`update public.resources set title = 'Beemer' where id = $1`, [things.bike]);
      expect((await titles(s, 'Beemer'))[0]).toBe('Beemer');
    }),
  );

  test.each(['', '   ', '...', '%', '_', '%%%', '\\', "'", '"', '‮', '🎉'])(
    '%j is no word and finds everything listed',
    (query) =>
      scene(async (s) => {
        expect((await search(s, { p_query: query })).length).toBe(10);
      })(),
  );

  test.each([
    "x'; drop table resources; --",
    "' or 1=1 --",
    '(select 1)',
    '<script>alert(1)</script>',
    '$1 $$ ${x}',
    'a & b | !c:*',
    "E\\'\\x00",
  ])('%j is only words', (query) =>
    scene(async (s) => {
      expect(Array.isArray(await search(s, { p_query: query }))).toBe(true);
      expect((await s.sql('select count(*) as n from public.resources'))[0]?.n).toBe(15);
    })(),
  );

  test(
    '10,000 characters are cut, not refused',
    scene(async (s) => {
      expect(await search(s, { p_query: 'Beamer '.repeat(1500) })).not.toEqual([]);
      expect(await search(s, { p_query: 'x'.repeat(10_000) })).toEqual([]);
    }),
  );

  test(
    'new words are found after a change, under the old name no more',
    scene(async (s) => {
      await s.sql(`update public.resources set title = 'Trampolin' where id = $1`, [things.bike]);
      expect(await titles(s, 'Trampolin')).toEqual(['Trampolin']);
      expect(await titles(s, 'Lastenrad')).toEqual([]);
    }),
  );
});

describe('what is shown', () => {
  test(
    'only listed things of the pool, to everybody the same',
    scene(async (s) => {
      const all = (await search(s)).map((r) => r.id);
      expect(all).toHaveLength(10);
      for (const hidden of [
        things.paused,
        things.retired,
        things.ofPending,
        things.ofSuspended,
        things.ofWestclub,
      ])
        expect(all).not.toContain(hidden);
      for (const who of [mia, amir, ada, manu, paul, service] as Actor[])
        expect((await search(s, {}, who)).map((r) => r.id)).toEqual(all);
      expect((await search(s, { p_pool: 'westend' })).map((r) => r.id)).toEqual([
        things.ofWestclub,
      ]);
    }),
  );

  test(
    'by kind; an unknown kind finds nothing',
    scene(async (s) => {
      expect(new Set((await search(s, { p_kinds: ['room'] })).map((r) => r.kind))).toEqual(
        new Set(['room']),
      );
      expect(await search(s, { p_kinds: ['room', 'vehicle'] })).toHaveLength(6);
      expect(await search(s, { p_kinds: ['animal'] })).toEqual([]);
      expect(await search(s, { p_kinds: [] })).toEqual([]);
    }),
  );

  test(
    'the free quantity in a period, null without one',
    scene(async (s) => {
      await ask(s, mia, things.benches, { p_quantity: 5 });
      const free = async (more: Args) =>
        (await search(s, { p_query: 'Bierbänke', ...more }))[0]?.free_quantity;
      expect(await free({})).toBeNull();
      expect(await free(from(7, 9, 11))).toBe(7);
      expect(await free(from(7, 12, 14))).toBe(12);
      expect(await free(from(7, 8, 10))).toBe(12);
    }),
  );

  test(
    'with a quantity only what has so many free; without a period so many at all',
    scene(async (s) => {
      await ask(s, mia, things.benches, { p_quantity: 5 });
      expect(await search(s, { p_quantity: 8, ...from(7, 9, 11) })).toEqual([]);
      expect((await search(s, { p_quantity: 7, ...from(7, 9, 11) })).map((r) => r.title)).toEqual([
        'Bierbänke',
      ]);
      expect((await search(s, { p_quantity: 12 })).map((r) => r.title)).toEqual(['Bierbänke']);
      expect(
        (await search(s, { p_quantity: 1, ...from(7, 10, 12), p_query: 'bänke' })).map(
          (r) => r.title,
        ),
      ).toEqual(['Bierbänke']);
      await refused(search(s, { p_quantity: 0 }), 'INPUT', { field: 'p_quantity' });
      await refused(search(s, { p_quantity: -3 }), 'INPUT', { field: 'p_quantity' });
    }),
  );

  test(
    'halves, kits and buffers count',
    scene(async (s) => {
      await ask(s, mia, things.hallA);
      await ask(s, mia, things.beamer);
      await ask(s, mia, things.kitchen);
      const free = Object.fromEntries(
        (await search(s, from(7, 12, 13))).map((r) => [r.slug, r.free_quantity]),
      );
      expect(free).toMatchObject({
        hall: 1,
        halla: 1,
        hallb: 1,
        beamer: 1,
        cinemakit: 1,
        kitchen: 0,
      });
      const busy = Object.fromEntries(
        (await search(s, from(7, 10, 11))).map((r) => [r.slug, r.free_quantity]),
      );
      expect(busy).toMatchObject({
        hall: 0,
        halla: 0,
        hallb: 1,
        beamer: 0,
        cinemakit: 0,
        kitchen: 0,
        bike: 1,
        benches: 12,
      });
    }),
  );

  test.each([
    [{ p_starts_at: when(7) }, 'INPUT', 'p_ends_at'],
    [{ p_ends_at: when(7) }, 'INPUT', 'p_starts_at'],
    [{ p_starts_at: when(7), p_ends_at: when(7) }, 'INPUT', 'p_ends_at'],
    [{ p_starts_at: when(8), p_ends_at: when(7) }, 'INPUT', 'p_ends_at'],
    [{ p_starts_at: '-infinity', p_ends_at: 'infinity' }, 'INPUT', 'p_starts_at'],
    [{ p_starts_at: when(1), p_ends_at: when(400) }, 'BKLEN', 'p_ends_at'],
    [{ p_starts_at: when(1470), p_ends_at: when(1471) }, 'BKLED', 'p_starts_at'],
    [{ p_pool: 'atlantis' }, 'NTFND', 'p_pool'],
    [{ p_pool: null }, 'NTFND', 'p_pool'],
  ])('%j is refused', (more, code, field) =>
    scene(async (s) => {
      await refused(search(s, more), code, { field });
    })(),
  );

  test(
    'nothing tells who has it',
    scene(async (s) => {
      await ask(s, mia, things.beamer, { p_purpose: 'secret party' });
      const text = JSON.stringify(await search(s, from(7, 9, 11)));
      expect(text).not.toMatch(/kickers|mia|secret/i);
    }),
  );
});

describe('on the days of the clock change', () => {
  // Berlin goes back at 2026-10-25 03:00 (+02 to +01) and forward at 2027-03-28 02:00 (+01 to +02).
  test.each([
    ['2026-10-25', '2026-10-25T02:00+02:00', '2026-10-25T02:00+01:00'],
    ['2027-03-28', '2027-03-28T01:00+01:00', '2027-03-28T03:00+02:00'],
  ])('%s: the hour that happens twice, or is missing, is one hour', (_day, starts, ends) =>
    scene(async (s) => {
      expect(Date.parse(ends) - Date.parse(starts)).toBe(3_600_000);
      await s.as(amir).call('close_resource', {
        p_resource_id: things.bike,
        p_starts_at: starts,
        p_ends_at: ends,
      });
      const free = async (a: string | number, b: string | number) =>
        (
          await search(s, {
            p_query: 'lastenrad',
            p_starts_at: new Date(a).toISOString(),
            p_ends_at: new Date(b).toISOString(),
          })
        )[0]?.free_quantity;
      expect(await free(starts, ends)).toBe(0);
      expect(await free(Date.parse(starts) - 3_600_000, starts)).toBe(1);
      expect(await free(ends, Date.parse(ends) + 3_600_000)).toBe(1);
    })(),
  );
});

describe('paging', () => {
  async function walk(
    s: Scene,
    more: Args,
    change?: (page: number) => Promise<unknown>,
  ): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 100; page++) {
      const rows = await search(s, { p_limit: 2, ...more, p_cursor: cursor });
      if (rows.length === 0) return ids;
      ids.push(...rows.map((r) => r.id as string));
      cursor = rows.at(-1)?.cursor as string;
      await change?.(page);
    }
    throw new Error('the pages never end');
  }

  test.each<[string, Args]>([
    ['without words', {}],
    ['with words', { p_query: 'halle' }],
    ['with a period', from(7, 1, 2)],
    ['with a quantity', { ...from(7, 1, 2), p_quantity: 1 }],
    ['with words and a quantity', { p_query: 'halle', p_quantity: 1, ...from(7, 1, 2) }],
  ])('%s: nothing twice, nothing lost, also when all were listed at one instant', (_title, more) =>
    scene(async (s) => {
      const all = (await search(s, { ...more, p_limit: 100 })).map((r) => r.id);
      expect(await walk(s, more)).toEqual(all);
      expect(all.length).toBeGreaterThan(2);
    })(),
  );

  test(
    'nor when their times differ by microseconds',
    scene(async (s) => {
      await s.sql(
        `update public.resources r set created_at = now() - n.n * interval '1 microsecond' from (select id, row_number() over () as n from public.resources) n where n.id = r.id`,
      );
      const all = (await search(s, { p_limit: 100 })).map((r) => r.id);
      expect(await walk(s, { p_limit: 1 })).toEqual(all);
    }),
  );

  test(
    "nor when the session's time zone is another one on the next page",
    scene(async (s) => {
      const all = (await search(s, { p_limit: 100 })).map((r) => r.id);
      const zones = ['Asia/Kathmandu', 'America/St_Johns', 'UTC', 'Europe/Berlin'];
      expect(
        await walk(s, {}, (page) =>
          s.sql(`select set_config('timezone', $1, true)`, [zones[page % 4]]),
        ),
      ).toEqual(all);
    }),
  );

  test(
    'something new that is listed meanwhile moves nothing',
    scene(async (s) => {
      const before = (await search(s, { p_limit: 100 })).map((r) => r.id);
      const ids = await walk(s, {}, (page) =>
        s
          .as(ada)
          .call('list_resource', {
            p_organisation_id: clubs.werkhof,
            p_kind: 'room',
            p_title: `Raum ${page}`,
          })
          .then((r) =>
            s.sql(
              `update public.resources set created_at = now() + interval '1 second' where id = $1`,
              [r.id],
            ),
          ),
      );
      expect(ids).toEqual(before);
    }),
  );

  test.each([
    'x',
    '',
    '!!!',
    'bnVsbA==',
    'e30=',
    'W10=',
    'WzAsIngiLCJ5Il0=',
    'NQ==',
    '////',
    'a'.repeat(10_000),
    "'; drop table x; --",
  ])('%j is no cursor of ours', (cursor) =>
    scene(async (s) => {
      await refused(search(s, { p_cursor: cursor }), 'INPUT', {
        field: 'p_cursor',
        reason: 'cursor',
      });
    })(),
  );

  test(
    'a page has at least one row and at most a hundred',
    scene(async (s) => {
      expect(await search(s, { p_limit: 0 })).toHaveLength(1);
      expect(await search(s, { p_limit: -7 })).toHaveLength(1);
      expect(await search(s, { p_limit: null })).toHaveLength(10);
      expect(await search(s, { p_limit: 1_000_000 })).toHaveLength(10);
    }),
  );
});

test(
  'a search counts what it sees, also a slot that otto just took',
  scene(async (s) => {
    await ask(s, otto, things.beamer);
    expect(await s.sql('select asset_id from public.allocations')).toEqual([
      { asset_id: assets.beamer },
    ]);
    expect(
      (await search(s, { p_query: 'beamer', p_quantity: 1, ...from(7, 10, 12) })).map(
        (r) => r.title,
      ),
    ).toEqual(['Beamer mit Leinwand']);
  }),
);

describe('near somebody', () => {
  const here = { p_latitude: 51.34, p_longitude: 12.37 };
  const place = (s: Scene, thing: string, latitude: number, longitude: number) =>
    s.sql('update public.resources set latitude = $2, longitude = $3 where id = $1', [
      thing,
      latitude,
      longitude,
    ]);
  const map = async (s: Scene) => {
    await place(s, things.bike, 51.34, 12.3844); // a kilometre to the east
    await place(s, things.benches, 51.3418, 12.37); // two hundred metres to the north
    await place(s, things.projector, 51.34, 12.3743); // three hundred metres
    await place(s, things.beamer, 51.385, 12.37); // five kilometres
  };

  test(
    'the nearest comes first with its metres, and last what lies nobody knows where',
    scene(async (s) => {
      await map(s);
      const found = await search(s, here);
      expect(found.map((r) => r.slug as string).slice(0, 4)).toEqual([
        'benches',
        'projector',
        'bike',
        'beamer',
      ]);
      const metres = found.map((r) => r.metres as number | null);
      for (const [i, should] of [200, 299, 1000, 5004].entries())
        expect(Math.abs((metres[i] ?? 0) - should)).toBeLessThan(should / 100);
      expect(metres.slice(4)).toEqual([null, null, null, null, null, null]);
      expect((await search(s)).every((r) => r.metres === null)).toBe(true);
    }),
  );

  test(
    'with words what fits a little less but lies much nearer comes first',
    scene(async (s) => {
      await map(s);
      expect(await titles(s, 'Beamer')).toEqual(['Beamer', 'Beamer mit Leinwand']);
      expect((await search(s, { p_query: 'Beamer', ...here })).map((r) => r.title)).toEqual([
        'Beamer mit Leinwand',
        'Beamer',
      ]);
    }),
  );

  test.each([{}, { p_query: 'halle' }, { p_quantity: 1, ...from(7, 1, 2) }])(
    'pages %j: nothing twice, nothing lost',
    (more) =>
      scene(async (s) => {
        await map(s);
        const all = (await search(s, { ...more, ...here })).map((r) => r.id as string);
        const ids: string[] = [];
        for (let cursor: string | null = null; ids.length < all.length;) {
          const [row] = await search(s, { ...more, ...here, p_limit: 1, p_cursor: cursor });
          ids.push(row?.id as string);
          cursor = row?.cursor as string;
        }
        expect(ids).toEqual(all);
        expect(all.length).toBeGreaterThan(2);
      })(),
  );

  test.each([
    [{ p_latitude: 51 }, 'p_longitude'],
    [{ p_longitude: 12 }, 'p_latitude'],
    [{ p_latitude: 91, p_longitude: 12 }, 'p_latitude'],
    [{ p_latitude: 51, p_longitude: 'NaN' }, 'p_longitude'],
    [{ p_latitude: 51, p_longitude: -181 }, 'p_longitude'],
  ])('%j is no place', (more, field) =>
    scene(async (s) => {
      await refused(search(s, more), 'INPUT', { field });
    })(),
  );
});
