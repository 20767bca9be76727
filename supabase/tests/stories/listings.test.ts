import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Scene } from '../support/database';
import { invisible, nasty } from '../support/nasty';
import {
  ada,
  amir,
  anon,
  bea,
  manu,
  mia,
  nina,
  olga,
  otto,
  paul,
  penny,
  rita,
  service,
  susi,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';

const scene = scenes();
const list = (s: Scene, who: Actor, more: object = {}) =>
  s.as(who).call('list_resource', {
    p_organisation_id: clubs.werkhof,
    p_kind: 'equipment',
    p_title: 'Pavillon',
    ...more,
  });
const full = {
  p_title: 'Beamer',
  p_description: '',
  p_rules: '',
  p_place: '',
  p_approval: 'manual',
  p_picture: '',
  p_capacity_note: '',
  p_price_note: '',
  p_deposit_note: '',
  p_buffer_before_minutes: 0,
  p_buffer_after_minutes: 0,
};
const update = (s: Scene, who: Actor, thing: string, more: object = {}) =>
  s.as(who).call('update_resource', { p_resource_id: thing, ...full, ...more });

describe('listing', () => {
  test(
    'olga, a plain member, lists three pavilions: they are in the catalogue, and can be asked for',
    scene(async (s) => {
      const r = await list(s, olga, { p_quantity: 3, p_place: 'cellar' });
      expect(r).toMatchObject({
        slug: 'pavillon',
        quantity: 3,
        listed: true,
        approval: 'manual',
        created_by: olga.id,
        pool_id: (
          await s.sql(`select pool_id from public.organisations where id = $1`, [clubs.werkhof])
        )[0]?.pool_id,
      });
      expect(
        await s.as(anon).rows('search_resources', { p_pool: 'ostviertel', p_query: 'pavillon' }),
      ).toHaveLength(1);
      expect((await ask(s, mia, r.id as string, { p_quantity: 3 })).status).toBe('requested');
    }),
  );

  test(
    'only approvers and admins may lend without being asked',
    scene(async (s) => {
      await refused(list(s, olga, { p_approval: 'instant' }), 'DNIED', { field: 'p_approval' });
      expect((await list(s, amir, { p_approval: 'instant' })).approval).toBe('instant');
    }),
  );

  test.each<[string, Actor, string]>([
    ['mia, of another organisation', mia, 'DNIED'],
    ['bea, its admin', bea, 'DNIED'],
    ['paul, of another pool', paul, 'DNIED'],
    ['rita', rita, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['nina', nina, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s, can not list for the Werkhof', (_title, who, code) =>
    scene(async (s) => {
      await refused(list(s, who), code);
      expect(
        (
          await s.sql(
            'select (select count(*) from public.resources) as r, (select count(*) from public.assets) as a',
          )
        )[0],
      ).toEqual({ r: 15, a: 13 });
    })(),
  );

  test(
    "penny lists while her organisation waits: nobody sees it yet; susi's suspended one can not",
    scene(async (s) => {
      const r = await list(s, penny, { p_organisation_id: clubs.neuland });
      expect(r.listed).toBe(false);
      expect(await s.as(anon).sql('select id from public.resources where id = $1', [r.id])).toEqual(
        [],
      );
      await refused(list(s, susi, { p_organisation_id: clubs.ruheverein }), 'ORGST');
    }),
  );

  test.each([
    ['no title', { p_title: null }, 'p_title'],
    ['one letter', { p_title: 'x' }, 'p_title'],
    ['a title of 121', { p_title: 'x'.repeat(121) }, 'p_title'],
    ['a title of 10,000', { p_title: 'x'.repeat(10_000) }, 'p_title'],
    ['an unknown kind', { p_kind: 'animal' }, 'p_kind'],
    ['no kind', { p_kind: null }, 'p_kind'],
    ['an unknown approval', { p_approval: 'never' }, 'p_approval'],
    ['quantity 0', { p_quantity: 0 }, 'p_quantity'],
    ['a negative quantity', { p_quantity: -1 }, 'p_quantity'],
    ['no quantity', { p_quantity: null }, 'p_quantity'],
    ['a quantity beyond all', { p_quantity: 100_001 }, 'p_quantity'],
    ['a description of 10,000', { p_description: 'x'.repeat(10_000) }, 'p_description'],
    ['rules of 10,000', { p_rules: 'x'.repeat(10_000) }, 'p_rules'],
    ['a place of 241', { p_place: 'x'.repeat(241) }, 'p_place'],
    ['a negative buffer', { p_buffer_before_minutes: -1 }, 'p_buffer_before_minutes'],
    ['a buffer of a month', { p_buffer_after_minutes: 43_200 }, 'p_buffer_after_minutes'],
  ])('%s is refused', (_title, more, field) =>
    scene(async (s) => {
      await refused(list(s, olga, more), 'INPUT', { field });
    })(),
  );

  test.each(nasty)('every field with $name is kept as text', ({ text, kept }) =>
    scene(async (s) => {
      const r = await list(s, olga, {
        p_title: text,
        p_description: text,
        p_rules: text,
        p_place: text,
        p_capacity_note: text,
        p_price_note: text,
        p_deposit_note: text,
        p_picture: text,
      });
      expect(r).toMatchObject({
        title: kept,
        description: kept,
        rules: kept,
        place: kept,
        capacity_note: kept,
        price_note: kept,
        deposit_note: kept,
        picture: '',
      });
      expect(r.slug).toMatch(/^[a-z0-9-]{1,67}$/);
    })(),
  );

  test.each(invisible.map((t) => [JSON.stringify(t), t]))(
    'a title of %s is none',
    (_title, title) =>
      scene(async (s) => {
        await refused(list(s, olga, { p_title: title }), 'INPUT', { reason: 'required' });
      })(),
  );

  test(
    'a picture is one of ours or none; a second thing of the name gets an address of its own',
    scene(async (s) => {
      expect((await list(s, olga, { p_picture: 'party-tent' })).picture).toBe('party-tent');
      expect((await list(s, olga, { p_picture: '../etc/passwd' })).slug).toMatch(
        /^pavillon-[0-9a-f]{6}$/,
      );
      expect((await list(s, olga, { p_picture: null })).picture).toBe('');
    }),
  );

  test(
    'names in other scripts get an address too',
    scene(async (s) => {
      expect((await list(s, olga, { p_title: 'Größe ÄÖÜ' })).slug).toBe('groesse-aeoeue');
      expect((await list(s, olga, { p_title: 'قاعة' })).slug).toBe('eintrag');
      expect((await list(s, olga, { p_title: '大厅' })).slug).toMatch(/^eintrag-/);
    }),
  );
});

describe('changing a thing', () => {
  test(
    "olga changes the beamer she listed; amir and ada may change all of the Werkhof's",
    scene(async (s) => {
      expect((await update(s, olga, things.beamer, { p_rules: 'handle with care' })).rules).toBe(
        'handle with care',
      );
      await update(s, amir, things.benches, { p_title: 'Bänke', p_approval: 'instant' });
      await update(s, ada, things.beamer);
    }),
  );

  test(
    'olga can not change what she did not list, nor who decides about what she did',
    scene(async (s) => {
      await refused(update(s, olga, things.benches), 'DNIED');
      await refused(update(s, olga, things.beamer, { p_approval: 'instant' }), 'DNIED', {
        field: 'p_approval',
      });
    }),
  );

  test(
    'nor when nobody is known to have listed it, nor after she left',
    scene(async (s) => {
      await s.sql('update public.resources set created_by = null');
      await refused(update(s, olga, things.beamer), 'DNIED');
      await s.sql('update public.resources set created_by = $1', [olga.id]);
      await s.as(olga).call('leave_organisation', { p_organisation_id: clubs.werkhof });
      await refused(update(s, olga, things.beamer), 'DNIED');
    }),
  );

  test.each<[string, Actor, string]>([
    ['mia', mia, 'DNIED'],
    ['otto', otto, 'DNIED'],
    ['paul', paul, 'DNIED'],
    ['rita', rita, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['nina', nina, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])("%s can not change, pause or retire the Werkhof's beamer", (_title, who, code) =>
    scene(async (s) => {
      await refused(update(s, who, things.beamer), code);
      await refused(
        s
          .as(who)
          .call('set_resource_status', { p_resource_id: things.beamer, p_status: 'retired' }),
        code,
      );
      expect(
        (
          await s.sql('select title, status from public.resources where id = $1', [things.beamer])
        )[0],
      ).toEqual({ title: 'Beamer', status: 'published' });
    })(),
  );

  test.each([
    [{ p_title: '' }, 'p_title'],
    [{ p_title: null }, 'p_title'],
    [{ p_approval: 'maybe' }, 'p_approval'],
    [{ p_approval: null }, 'p_approval'],
    [{ p_buffer_before_minutes: null }, 'p_buffer_before_minutes'],
    [{ p_buffer_after_minutes: 10_081 }, 'p_buffer_after_minutes'],
    [{ p_rules: 'x'.repeat(10_000) }, 'p_rules'],
  ])('%j is refused', (more, field) =>
    scene(async (s) => {
      await refused(update(s, amir, things.beamer, more), 'INPUT', { field });
    })(),
  );

  test(
    'paused and retired things leave the catalogue, stay with their owner, and come back',
    scene(async (s) => {
      const status = (p_status: string | null) =>
        s.as(amir).call('set_resource_status', { p_resource_id: things.bike, p_status });
      for (const gone of ['paused', 'retired']) {
        expect((await status(gone)).listed).toBe(false);
        expect(
          await s.as(anon).sql('select id from public.resources where id = $1', [things.bike]),
        ).toEqual([]);
        await refused(
          s.as(anon).rows('resource_calendar', {
            p_resource_id: things.bike,
            p_from: '2027-01-01',
            p_to: '2027-02-01',
          }),
          'NTFND',
        );
      }
      expect((await status('published')).listed).toBe(true);
      await refused(status('sold'), 'INPUT');
      await refused(status(null), 'INPUT');
      await refused(
        s.as(amir).call('set_resource_status', {
          p_resource_id: '11111111-1111-4111-8111-111111111111',
          p_status: 'paused',
        }),
        'NTFND',
      );
    }),
  );

  test(
    'what an organisation does not have published can not become published by admitting',
    scene(async (s) => {
      await s
        .as(penny)
        .call('set_resource_status', { p_resource_id: things.ofPending, p_status: 'paused' });
      await s.as(manu).call('admit_organisation', { p_organisation_id: clubs.neuland });
      expect(
        (await s.sql('select listed from public.resources where id = $1', [things.ofPending]))[0]
          ?.listed,
      ).toBe(false);
    }),
  );
});

describe('photos', () => {
  const uuid = '0a0a0a0a-0000-4000-8000-00000000000a';
  const path = `${clubs.werkhof}/${things.beamer}/${uuid}.webp`;
  const upload = (s: Scene, who: Actor, name: string) =>
    s
      .as(who)
      .sql(`insert into storage.objects (bucket_id, name) values ('photos', $1) returning name`, [
        name,
      ]);
  const add = (s: Scene, who: Actor, more: object = {}) =>
    s.as(who).call('add_resource_photo', {
      p_resource_id: things.beamer,
      p_path: path,
      p_alt: 'the beamer',
      p_width: 800,
      p_height: 600,
      ...more,
    });

  test(
    'olga uploads a photo of the beamer and adds it; everybody sees it in the catalogue',
    scene(async (s) => {
      await upload(s, olga, path);
      const photo = await add(s, olga);
      expect(await s.as(anon).sql('select path, alt from public.resource_photos')).toEqual([
        { path, alt: 'the beamer' },
      ]);
      expect(
        (
          await s
            .as(anon)
            .call('search_resources', { p_pool: 'ostviertel', p_query: 'beamer werkhof' })
        ).photo_path,
      ).toBe(path);
      expect(
        (await s.as(olga).call('remove_resource_photo', { p_photo_id: photo.id }))
          .remove_resource_photo,
      ).toBe(path);
      expect(
        await s.as(olga).sql('delete from storage.objects where name = $1 returning name', [path]),
      ).toEqual([{ name: path }]);
    }),
  );

  test.each<[string, Actor, string]>([
    [
      "the benches' folder, which she did not list",
      olga,
      `${clubs.werkhof}/${things.benches}/${uuid}.webp`,
    ],
    ['a name of her own', olga, `${clubs.werkhof}/${things.beamer}/funny.webp`],
    ['another kind of file', olga, `${clubs.werkhof}/${things.beamer}/${uuid}.svg`],
    ['a folder up', olga, `${clubs.werkhof}/${things.beamer}/../${uuid}.webp`],
    [
      "another organisation's folder around her thing",
      olga,
      `${clubs.kickers}/${things.beamer}/${uuid}.webp`,
    ],
    ["the Werkhof's folder, as mia", mia, path],
    ["the Werkhof's folder, as paul", paul, path],
    ["the Werkhof's folder, as the QM", manu, path],
    ["the Werkhof's folder, as a passer-by", anon, path],
    ['her own folder without a thing, as penny', penny, `${clubs.neuland}/${uuid}/${uuid}.webp`],
  ])('nobody uploads into %s', (_title, who, name) =>
    scene(async (s) => {
      await refused(upload(s, who, name), '42501');
    })(),
  );

  test(
    'nobody lists or deletes the files of others, or writes another bucket',
    scene(async (s) => {
      await upload(s, amir, path);
      const benches = `${clubs.werkhof}/${things.benches}/${uuid}.webp`;
      await upload(s, amir, benches);
      for (const who of [mia, otto, paul, manu, nina]) {
        expect(await s.as(who).sql('select name from storage.objects')).toEqual([]);
        expect(await s.as(who).sql('delete from storage.objects returning name')).toEqual([]);
        // who asks for nothing back needs no leave to read
        await s.as(who).sql('delete from storage.objects');
      }
      expect(await s.sql('select name from storage.objects order by name')).toHaveLength(2);
      expect(await s.as(olga).sql('delete from storage.objects returning name')).toEqual([
        { name: path },
      ]);
      await s.sql(`insert into storage.buckets (id, name) values ('other', 'other')`);
      await refused(
        s
          .as(amir)
          .sql(`insert into storage.objects (bucket_id, name) values ('other', $1)`, [path]),
        '42501',
      );
      await refused(
        s
          .as(amir)
          .sql(`update storage.objects set bucket_id = 'other' returning 1`)
          .then((rows) => {
            if (rows.length === 0) throw Object.assign(new Error('none'), { code: '42501' });
          }),
        '42501',
      );
    }),
  );

  test(
    'olga uploads the smaller copies beside it, in the two sizes that cards and phones ask for; mia does not',
    scene(async (s) => {
      const small = (size: string) => path.replace('.webp', `.${size}`);
      await upload(s, olga, small('480.avif'));
      await upload(s, olga, small('960.avif'));
      for (const size of ['481.avif', 'avif', '480.webp', '480.avif.webp']) {
        await refused(upload(s, olga, small(size)), '42501');
      }
      await refused(upload(s, mia, small('480.avif')), '42501');
      // a copy is no photo of its own
      await refused(add(s, olga, { p_path: small('480.avif') }), 'INPUT');
    }),
  );

  test.each<[string, Actor, string]>([
    ['mia', mia, 'DNIED'],
    ['paul', paul, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s can not add or remove photos of the beamer', (_title, who, code) =>
    scene(async (s) => {
      await upload(s, olga, path);
      await refused(add(s, who), code);
      const photo = await add(s, olga);
      await refused(s.as(who).call('remove_resource_photo', { p_photo_id: photo.id }), code);
      expect(await s.sql('select id from public.resource_photos')).toHaveLength(1);
    })(),
  );

  test.each([
    [
      'a file that was not uploaded',
      { p_path: `${clubs.werkhof}/${things.beamer}/${uuid.replace('a', 'b')}.webp` },
      'p_path',
    ],
    [
      'a file of another thing',
      { p_path: `${clubs.werkhof}/${things.benches}/${uuid}.webp` },
      'p_path',
    ],
    ['no file', { p_path: null }, 'p_path'],
    ['no width', { p_width: null }, 'p_width'],
    ['a height of 0', { p_height: 0 }, 'p_height'],
    ['40 megapixels in one row', { p_width: 40_000 }, 'p_width'],
    ['an alt text of 10,000', { p_alt: 'x'.repeat(10_000) }, 'p_alt'],
  ])('%s is refused', (_title, more, field) =>
    scene(async (s) => {
      await upload(s, olga, path);
      await refused(add(s, olga, more), 'INPUT', { field });
    })(),
  );

  test(
    'twelve photos are enough; the same file twice is not two',
    scene(async (s) => {
      await upload(s, olga, path);
      await add(s, olga);
      await refused(add(s, olga), '23505');
      for (let i = 1; i < 12; i++) {
        const next = path.replace('00000000000a', String(i).padStart(12, '0'));
        await upload(s, olga, next);
        await add(s, olga, { p_path: next });
      }
      expect(await s.sql('select position from public.resource_photos order by 1')).toEqual(
        Array.from({ length: 12 }, (_, position) => ({ position })),
      );
      const last = path.replace('00000000000a', '000000000013');
      await upload(s, olga, last);
      await refused(add(s, olga, { p_path: last }), 'QUOTA');
      await refused(s.as(olga).call('remove_resource_photo', { p_photo_id: uuid }), 'NTFND');
    }),
  );
});
