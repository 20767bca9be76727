import { describe, expect, test } from 'vitest';
import { scenes } from '../support/database';
import { invisible, nasty } from '../support/nasty';
import { anon, bea, mia, nina, service } from '../support/people';
import { refused } from '../support/refusal';

const scene = scenes();
let next = 0;
const signUp = async (
  sql: (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>,
  email: string | null,
  metadata: object | null,
) => {
  const id = `00000000-0000-4000-9000-${String(++next).padStart(12, '0')}`;
  await sql('insert into auth.users (id, email, raw_user_meta_data) values ($1, $2, $3)', [
    id,
    email,
    metadata && JSON.stringify(metadata),
  ]);
  return (await sql('select display_name, locale from public.profiles where id = $1', [id]))[0];
};

describe('signing up makes a profile', () => {
  test.each([
    [
      'a name and language',
      'x@example.org',
      { name: ' Zoë ', locale: 'en' },
      { display_name: 'Zoë', locale: 'en' },
    ],
    [
      'nothing but an address',
      'klara.k@example.org',
      {},
      { display_name: 'klara.k', locale: 'de' },
    ],
    ['no data at all', 'k@example.org', null, { display_name: 'k', locale: 'de' }],
    ['neither name nor address', null, null, { display_name: '?', locale: 'de' }],
    [
      'an invisible name',
      'k2@example.org',
      { name: '\u200B\u202E' },
      { display_name: 'k2', locale: 'de' },
    ],
    [
      'a name of 10,000',
      'k3@example.org',
      { name: 'x'.repeat(10_000) },
      { display_name: 'x'.repeat(80), locale: 'de' },
    ],
    [
      'a name that is no text',
      'k4@example.org',
      { name: { a: 1 }, locale: 42 },
      { display_name: '{"a": 1}', locale: 'de' },
    ],
    [
      'a language that is none',
      'k5@example.org',
      { locale: '../../etc' },
      { display_name: 'k5', locale: 'de' },
    ],
    [
      'a language without end',
      'k6@example.org',
      { locale: `de${'-aaaaaaaa'.repeat(500)}` },
      { display_name: 'k6', locale: 'de' },
    ],
    [
      'simple German',
      'k7@example.org',
      { locale: 'de-x-simple' },
      { display_name: 'k7', locale: 'de' },
    ],
  ])('with %s', (_title, email, metadata, expected) =>
    scene(async ({ sql }) => {
      expect(await signUp(sql, email, metadata)).toEqual(expected);
    })(),
  );

  test(
    'and nobody gives themselves a role by what they send along',
    scene(async (s) => {
      await signUp(s.sql, 'evil@example.org', {
        name: 'evil',
        role: 'manager',
        organisation: 'werkhof',
        is_admin: true,
      });
      expect(
        (
          await s.sql(
            'select (select count(*) from public.memberships) as m, (select count(*) from public.pool_staff) as p',
          )
        )[0],
      ).toEqual({ m: 10, p: 3 });
    }),
  );
});

describe("changing one's profile", () => {
  const update = (p_display_name: string | null, p_locale: string | null) => ({
    p_display_name,
    p_locale,
  });
  test(
    "mia changes her own name and language, and nobody else's",
    scene(async (s) => {
      expect(await s.as(mia).call('update_profile', update('Mia M.', 'en'))).toMatchObject({
        id: mia.id,
        display_name: 'Mia M.',
        locale: 'en',
      });
      expect(
        (await s.sql(`select count(*) as n from public.profiles where display_name = 'Mia M.'`))[0]
          ?.n,
      ).toBe(1);
    }),
  );

  test(
    'nina too, who belongs to nothing; a passer-by and the secret key have none',
    scene(async (s) => {
      await s.as(nina).call('update_profile', update('N.', 'ar'));
      await refused(s.as(anon).call('update_profile', update('N.', 'de')), '42501');
      await refused(s.as(service).call('update_profile', update('N.', 'de')), '42501');
    }),
  );

  test.each([
    ...invisible.map((name) => [name, 'de', 'p_display_name'] as const),
    [null, 'de', 'p_display_name'],
    ['x'.repeat(81), 'de', 'p_display_name'],
    ['x'.repeat(10_000), 'de', 'p_display_name'],
    ['Mia', null, 'p_locale'],
    ['Mia', '', 'p_locale'],
    ['Mia', 'german', 'p_locale'],
    ['Mia', 'de;drop', 'p_locale'],
  ] as const)('%j in %j is refused', (name, locale, field) =>
    scene(async (s) => {
      await refused(s.as(mia).call('update_profile', update(name, locale)), 'INPUT', { field });
    })(),
  );

  test.each(nasty)('a name with $name is kept as text', ({ text, kept }) =>
    scene(async (s) => {
      expect((await s.as(mia).call('update_profile', update(text, 'de'))).display_name).toBe(kept);
    })(),
  );
});

test(
  'a deleted account takes its memberships along; its bookings stay without a name',
  scene(async (s) => {
    await s.as(mia).call('request_booking', {
      p_resource_id: (await s.sql(`select id from public.resources where slug = 'bike'`))[0]?.id,
      p_organisation_id: (
        await s.sql(`select id from public.organisations where slug = 'kickers'`)
      )[0]?.id,
      p_starts_at: new Date(Date.now() + 9e8).toISOString(),
      p_ends_at: new Date(Date.now() + 9.1e8).toISOString(),
    });
    await s.sql('delete from auth.users where id = $1', [mia.id]);
    expect(await s.sql('select requested_by, last_actor_id, status from public.bookings')).toEqual([
      { requested_by: null, last_actor_id: null, status: 'approved' },
    ]);
    await refused(
      s.as(mia).call('leave_organisation', {
        p_organisation_id: (
          await s.sql(`select id from public.organisations where slug = 'kickers'`)
        )[0]?.id,
      }),
      'DNIED',
    );
  }),
);

test(
  'the token of a deleted account founds and joins nothing: sign in again',
  scene(async (s) => {
    const { token } = await s.as(bea).call('invite_member', {
      p_organisation_id: (
        await s.sql(`select id from public.organisations where slug = 'kickers'`)
      )[0]?.id,
    });
    await s.sql('delete from auth.users where id = $1', [mia.id]);
    await refused(
      s.as(mia).call('found_organisation', { p_pool: 'ostviertel', p_name: 'Geisterclub' }),
      'LOGIN',
    );
    await refused(s.as(mia).call('accept_invitation', { p_token: token }), 'LOGIN');
    expect(await s.sql(`select 1 from public.organisations where name = 'Geisterclub'`)).toEqual(
      [],
    );
  }),
);
