import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Scene } from '../support/database';
import { invisible, nasty } from '../support/nasty';
import {
  ada,
  amir,
  anon,
  bea,
  boris,
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
  westa,
  type Actor,
  type Person,
} from '../support/people';
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';

const scene = scenes();
const found = (s: Scene, who: Actor, more: object = {}) =>
  s.as(who).call('found_organisation', { p_pool: 'ostviertel', p_name: 'Garten e.V.', ...more });
const roles = async (s: Scene, organisation: string) =>
  Object.fromEntries(
    (
      await s.sql(
        'select p.display_name, m.role from public.memberships m join public.profiles p on p.id = m.person_id where organisation_id = $1',
        [organisation],
      )
    ).map((r) => [r.display_name, r.role]),
  );

describe('founding', () => {
  test(
    'nina founds an organisation: it is pending, she is its admin, the QM is told',
    scene(async (s) => {
      const o = await found(s, nina, {
        p_kind: 'initiative',
        p_about: 'We dig.',
        p_website: 'https://garten.example',
      });
      expect(o).toMatchObject({
        status: 'pending',
        slug: 'garten-e-v',
        kind: 'initiative',
        admitted_at: null,
      });
      expect(await roles(s, o.id as string)).toEqual({ nina: 'admin' });
      expect(await s.sql('select topic, organisation_id, actor_id from private.outbox')).toEqual([
        { topic: 'organisation_founded', organisation_id: o.id, actor_id: nina.id },
      ]);
      expect(
        await s.as(otto).sql('select id from public.organisations where id = $1', [o.id]),
      ).toEqual([]);
      expect(
        await s.as(manu).sql('select id from public.organisations where id = $1', [o.id]),
      ).toHaveLength(1);
    }),
  );

  test(
    'a passer-by and the secret key can not',
    scene(async (s) => {
      await refused(found(s, anon), '42501');
      await refused(found(s, service), '42501');
    }),
  );

  test.each([
    ['no name', { p_name: null }, 'INPUT', 'p_name'],
    ['a name of one letter', { p_name: 'X' }, 'INPUT', 'p_name'],
    ['a name of 10,000', { p_name: 'x'.repeat(10_000) }, 'INPUT', 'p_name'],
    ['an unknown kind', { p_kind: 'bank' }, 'INPUT', 'p_kind'],
    ['no kind', { p_kind: null }, 'INPUT', 'p_kind'],
    ['an address for scripts', { p_website: 'javascript:alert(1)' }, 'INPUT', 'p_website'],
    ['markup in the address', { p_website: 'https://x/"><script>' }, 'INPUT', 'p_website'],
    ['an about of 10,000', { p_about: 'x'.repeat(10_000) }, 'INPUT', 'p_about'],
    ['a phone book', { p_phone: '1'.repeat(41) }, 'INPUT', 'p_phone'],
    ['an unknown pool', { p_pool: 'atlantis' }, 'NTFND', 'p_pool'],
    ['no pool', { p_pool: null }, 'NTFND', 'p_pool'],
    ['a name that is taken, in other letters', { p_name: 'kickers OST' }, 'TAKEN', 'p_name'],
  ])('%s is refused and leaves nothing behind', (_title, more, code, field) =>
    scene(async (s) => {
      await refused(found(s, nina, more), code, { field });
      expect((await s.sql('select count(*) as n from public.organisations'))[0]?.n).toBe(6);
    })(),
  );

  test.each(invisible.map((t) => [JSON.stringify(t), t]))(
    'a name of %s is no name',
    (_title, name) =>
      scene(async (s) => {
        await refused(found(s, nina, { p_name: name }), 'INPUT', { reason: 'required' });
      })(),
  );

  test.each(nasty)('every field with $name is kept as text', ({ text, kept }) =>
    scene(async (s) => {
      const o = await found(s, nina, { p_name: text, p_about: text, p_address: text });
      expect(o).toMatchObject({ name: kept, about: kept, address: kept });
      expect(o.slug).toMatch(/^[a-z0-9-]+$/);
    })(),
  );

  test(
    'the same name is free in another pool; different names may share a slug',
    scene(async (s) => {
      await found(s, nina, { p_pool: 'westend', p_name: 'Kickers Ost' });
      expect((await found(s, nina, { p_name: 'Kickers!' })).slug).toBe('kickers-2');
    }),
  );

  test(
    'six waiting organisations of one person are one too many',
    scene(async (s) => {
      for (let i = 0; i < 5; i++) await found(s, nina, { p_name: `Verein ${i}` });
      await refused(found(s, nina, { p_name: 'Verein 6' }), 'QUOTA');
    }),
  );
});

describe('changing the profile of an organisation', () => {
  const update = (s: Scene, who: Actor, more: object = {}) =>
    s.as(who).call('update_organisation', {
      p_organisation_id: clubs.kickers,
      p_name: 'Kickers',
      p_kind: 'association',
      ...more,
    });
  test(
    'bea, its admin, can, and its things are found under the new name',
    scene(async (s) => {
      expect(
        await update(s, bea, { p_email: 'hi@kickers.example', p_about: 'Fußball' }),
      ).toMatchObject({ name: 'Kickers', email: 'hi@kickers.example', status: 'admitted' });
      await s.as(ada).call('update_organisation', {
        p_organisation_id: clubs.werkhof,
        p_name: 'Zauberhof',
        p_kind: 'association',
      });
      expect(
        (await s.as(anon).rows('search_resources', { p_pool: 'ostviertel', p_query: 'zauberhof' }))
          .length,
      ).toBe(9);
    }),
  );

  test.each<[string, Actor, string]>([
    ['mia, a member', mia, 'DNIED'],
    ['boris, an approver', boris, 'DNIED'],
    ['ada, of another organisation', ada, 'DNIED'],
    ['paul', paul, 'DNIED'],
    ['rita', rita, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['nina', nina, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s, can not', (_title, who, code) =>
    scene(async (s) => {
      await refused(update(s, who), code);
      expect(
        (await s.sql('select name from public.organisations where id = $1', [clubs.kickers]))[0]
          ?.name,
      ).toBe('Kickers Ost');
    })(),
  );

  test(
    "nobody can give an organisation another one's name, or admit it on the way",
    scene(async (s) => {
      await refused(update(s, bea, { p_name: 'WERKHOF ostviertel' }), 'TAKEN', { field: 'p_name' });
      await refused(update(s, bea, { p_status: 'admitted' }), '42883');
      await refused(update(s, bea, { p_name: '' }), 'INPUT');
      await refused(update(s, bea, { p_website: 'ftp://x' }), 'INPUT', { reason: 'url' });
      expect(
        (
          await s.as(penny).call('update_organisation', {
            p_organisation_id: clubs.neuland,
            p_name: 'Neuland',
            p_kind: 'initiative',
          })
        ).status,
      ).toBe('pending');
    }),
  );
});

describe('where an organisation is', () => {
  const place = (s: Scene, who: Actor, latitude: unknown, longitude: unknown) =>
    s.as(who).call('update_organisation', {
      p_organisation_id: clubs.werkhof,
      p_name: 'Werkhof Ostviertel',
      p_kind: 'association',
      p_latitude: latitude,
      p_longitude: longitude,
    });
  const spots = (s: Scene) =>
    s.sql(
      'select distinct latitude, longitude from public.resources where organisation_id = $1 order by 1, 2',
      [clubs.werkhof],
    );
  const nearest = async (s: Scene) =>
    s.as(anon).rows('search_resources', {
      p_pool: 'ostviertel',
      p_latitude: 52.53,
      p_longitude: 13.47,
    });

  test(
    'ada says it, and neighbours see how far it is to the things that lie there',
    scene(async (s) => {
      await s.sql('update public.resources set latitude = null, longitude = null');
      expect(await place(s, ada, 52.53, 13.48)).toMatchObject({
        latitude: 52.53,
        longitude: 13.48,
      });
      expect(await spots(s)).toEqual([{ latitude: 52.53, longitude: 13.48 }]);
      const [first] = await nearest(s);
      // a hundredth of a degree, at this latitude
      expect(first?.metres).toBeGreaterThan(650);
      expect(first?.metres).toBeLessThan(700);
      // it moves, and what lies there moves along; what lies elsewhere does not
      await s.sql('update public.resources set latitude = 52.6, longitude = 13.5 where id = $1', [
        things.benches,
      ]);
      await place(s, ada, 52.54, 13.48);
      expect(await spots(s)).toEqual([
        { latitude: 52.54, longitude: 13.48 },
        { latitude: 52.6, longitude: 13.5 },
      ]);
    }),
  );

  test(
    'a thing that is listed later lies there too',
    scene(async (s) => {
      await place(s, ada, 52.53, 13.48);
      const listed = await s.as(ada).call('list_resource', {
        p_organisation_id: clubs.werkhof,
        p_kind: 'equipment',
        p_title: 'Hobelbank',
      });
      expect(
        await s.sql('select latitude, longitude from public.resources where id = $1', [listed.id]),
      ).toEqual([{ latitude: 52.53, longitude: 13.48 }]);
    }),
  );

  test(
    'is somewhere on earth or not said at all, and only its admins say it',
    scene(async (s) => {
      await refused(place(s, ada, 90.1, 0), 'INPUT', { field: 'p_latitude', reason: 'spot' });
      await refused(place(s, ada, 0, -180.1), 'INPUT', { field: 'p_longitude', reason: 'spot' });
      await refused(place(s, ada, 52.5, null), 'INPUT', { field: 'p_longitude', reason: 'spot' });
      await refused(place(s, ada, null, 13.4), 'INPUT', { field: 'p_latitude', reason: 'spot' });
      await refused(place(s, ada, 'NaN', 13.4), 'INPUT', { field: 'p_latitude', reason: 'spot' });
      await refused(place(s, amir, 52.5, 13.4), 'DNIED');
      await refused(place(s, bea, 52.5, 13.4), 'DNIED');
      expect(await place(s, ada, null, null)).toMatchObject({ latitude: null, longitude: null });
    }),
  );
});

describe('inviting', () => {
  const invite = (s: Scene, who: Actor, more: object = {}) =>
    s.as(who).call('invite_member', { p_organisation_id: clubs.kickers, ...more });
  const accept = (s: Scene, who: Actor, token: unknown) =>
    s.as(who).call('accept_invitation', { p_token: token });

  test(
    'bea invites, nina looks at it before signing in, and joins; only a hash was kept',
    scene(async (s) => {
      const i = await invite(s, bea, { p_role: 'approver' });
      expect(i.token).toMatch(/^[A-Za-z0-9_-]{32}$/);
      expect(await s.as(anon).call('preview_invitation', { p_token: i.token })).toMatchObject({
        organisation_name: 'Kickers Ost',
        pool_slug: 'ostviertel',
        role: 'approver',
      });
      expect(await accept(s, nina, i.token)).toMatchObject({
        organisation_id: clubs.kickers,
        person_id: nina.id,
        role: 'approver',
      });
      const [row] = await s.sql('select * from public.invitations');
      expect(JSON.stringify(row)).not.toContain(i.token);
      expect(row).toMatchObject({ accepted_by: nina.id, invited_by: bea.id });
    }),
  );

  test.each<[string, Actor, string]>([
    ['mia, a member', mia, 'DNIED'],
    ['boris, an approver', boris, 'DNIED'],
    ["ada, another organisation's admin", ada, 'DNIED'],
    ['paul', paul, 'DNIED'],
    ['rita', rita, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s, can not', (_title, who, code) =>
    scene(async (s) => {
      await refused(invite(s, who), code);
      expect(await s.sql('select id from public.invitations')).toEqual([]);
    })(),
  );

  test(
    "susi's suspended organisation can not invite; penny's pending one can",
    scene(async (s) => {
      await refused(
        s.as(susi).call('invite_member', { p_organisation_id: clubs.ruheverein }),
        'ORGST',
      );
      await s.as(penny).call('invite_member', { p_organisation_id: clubs.neuland });
    }),
  );

  test.each([
    ['an unknown role', { p_role: 'owner' }, 'p_role'],
    ['no role', { p_role: null }, 'p_role'],
    ['no address', { p_email: 'nina' }, 'p_email'],
    ['two addresses', { p_email: 'a@b.de c@d.de' }, 'p_email'],
    ['zero days', { p_days: 0 }, 'p_days'],
    ['a year', { p_days: 365 }, 'p_days'],
    ['no days', { p_days: null }, 'p_days'],
  ])('with %s is refused', (_title, more, field) =>
    scene(async (s) => {
      await refused(invite(s, bea, more), 'INPUT', { field });
    })(),
  );

  test.each([
    ['unknown', async () => 'nonsense'],
    ['missing', async () => null],
    ['empty', async () => ''],
    [
      'used',
      async (s: Scene, token: string) => {
        await accept(s, otto, token);
        return token;
      },
    ],
    [
      'expired',
      async (s: Scene, token: string) => {
        await s.sql(`update public.invitations set expires_at = now()`);
        return token;
      },
    ],
    [
      'withdrawn',
      async (s: Scene, token: string) => {
        await s.as(bea).call('revoke_invitation', {
          p_invitation_id: (await s.sql('select id from public.invitations'))[0]?.id,
        });
        return token;
      },
    ],
    [
      'the hash itself',
      async (s: Scene) =>
        (await s.sql(`select encode(token_hash, 'hex') as h from public.invitations`))[0]
          ?.h as string,
    ],
  ])('an invitation that is %s lets nobody in', (_title, spoil) =>
    scene(async (s) => {
      const i = await invite(s, bea);
      const token = await spoil(s, i.token as string);
      await refused(accept(s, nina, token), 'INVIT');
      await refused(s.as(anon).call('preview_invitation', { p_token: token }), 'INVIT');
      expect(await roles(s, clubs.kickers)).not.toHaveProperty('nina');
    })(),
  );

  test(
    'an invitation to an address is for that address, whatever its case',
    scene(async (s) => {
      const i = await invite(s, bea, { p_email: ' Nina@Example.ORG ' });
      await refused(accept(s, otto, i.token), 'INVIT', { reason: 'other_email' });
      await accept(s, nina, i.token);
    }),
  );

  test(
    'a passer-by is asked to sign in first',
    scene(async (s) => {
      await refused(accept(s, anon, (await invite(s, bea)).token), '42501');
    }),
  );

  test(
    'an invitation never takes rights away, and may give more',
    scene(async (s) => {
      expect((await accept(s, bea, (await invite(s, bea, { p_role: 'member' })).token)).role).toBe(
        'admin',
      );
      expect(
        (await accept(s, mia, (await invite(s, bea, { p_role: 'approver' })).token)).role,
      ).toBe('approver');
      expect((await accept(s, mia, (await invite(s, bea, { p_role: 'member' })).token)).role).toBe(
        'approver',
      );
    }),
  );

  test(
    'who is no admin any more can not come back through a link they made',
    scene(async (s) => {
      await s.as(bea).call('change_member_role', {
        p_organisation_id: clubs.kickers,
        p_person_id: boris.id,
        p_role: 'admin',
      });
      const links = [
        await invite(s, boris, { p_role: 'admin' }),
        await invite(s, boris, { p_role: 'admin' }),
      ];
      const ofBea = await invite(s, bea);
      await s.as(bea).call('change_member_role', {
        p_organisation_id: clubs.kickers,
        p_person_id: boris.id,
        p_role: 'member',
      });
      await refused(accept(s, boris, links[0]?.token), 'INVIT');
      await s
        .as(bea)
        .call('remove_member', { p_organisation_id: clubs.kickers, p_person_id: boris.id });
      await refused(accept(s, boris, links[1]?.token), 'INVIT');
      await accept(s, nina, ofBea.token);
    }),
  );

  test.each<[string, Actor, string]>([
    ['mia', mia, 'DNIED'],
    ['ada', ada, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['a passer-by', anon, '42501'],
  ])("%s can not withdraw the Kickers' invitation", (_title, who, code) =>
    scene(async (s) => {
      const i = await invite(s, bea);
      await refused(
        s.as(who).call('revoke_invitation', { p_invitation_id: i.invitation_id }),
        code,
      );
      await accept(s, nina, i.token);
    })(),
  );

  test(
    'withdrawing what was accepted changes nothing; a forged id is not found',
    scene(async (s) => {
      const i = await invite(s, bea);
      await accept(s, nina, i.token);
      await s.as(bea).call('revoke_invitation', { p_invitation_id: i.invitation_id });
      expect((await s.sql('select revoked_at from public.invitations'))[0]?.revoked_at).toBeNull();
      await refused(
        s
          .as(bea)
          .call('revoke_invitation', { p_invitation_id: '11111111-1111-4111-8111-111111111111' }),
        'NTFND',
      );
    }),
  );
});

describe('roles', () => {
  const change = (
    s: Scene,
    who: Actor,
    person: Person,
    role: string | null,
    organisation: string = clubs.kickers,
  ) =>
    s.as(who).call('change_member_role', {
      p_organisation_id: organisation,
      p_person_id: person.id,
      p_role: role,
    });
  const remove = (s: Scene, who: Actor, person: Person, organisation: string = clubs.kickers) =>
    s.as(who).call('remove_member', { p_organisation_id: organisation, p_person_id: person.id });

  test(
    'bea makes mia approver, and mia can then decide',
    scene(async (s) => {
      await change(s, ada, olga, 'approver', clubs.werkhof);
      const b = await ask(s, mia, things.beamer);
      await s.as(olga).call('approve_booking', { p_booking_id: b.id });
    }),
  );

  test.each<[string, Actor, string]>([
    ['mia, for herself', mia, 'DNIED'],
    ['boris, an approver', boris, 'DNIED'],
    ["ada, another organisation's admin", ada, 'DNIED'],
    ['paul', paul, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['rita', rita, 'DNIED'],
    ['nina', nina, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s, can not change roles or remove anyone', (_title, who, code) =>
    scene(async (s) => {
      await refused(change(s, who, mia, 'admin'), code);
      await refused(remove(s, who, boris), code);
      expect(await roles(s, clubs.kickers)).toEqual({
        mia: 'member',
        boris: 'approver',
        bea: 'admin',
      });
    })(),
  );

  test(
    'the last admin stays admin: not demoted, not removed, not leaving',
    scene(async (s) => {
      await refused(change(s, bea, bea, 'member'), 'DNIED', { reason: 'last_admin' });
      await refused(remove(s, bea, bea), 'DNIED', { reason: 'last_admin' });
      await refused(
        s.as(bea).call('leave_organisation', { p_organisation_id: clubs.kickers }),
        'DNIED',
        { reason: 'last_admin' },
      );
      await change(s, bea, mia, 'admin');
      await s.as(bea).call('leave_organisation', { p_organisation_id: clubs.kickers });
      await refused(change(s, mia, mia, 'member'), 'DNIED', { reason: 'last_admin' });
    }),
  );

  test(
    'mia leaves as she likes; otto can not leave where he never was',
    scene(async (s) => {
      await s.as(mia).call('leave_organisation', { p_organisation_id: clubs.kickers });
      await refused(
        s.as(mia).call('leave_organisation', { p_organisation_id: clubs.kickers }),
        'DNIED',
      );
      await refused(
        s.as(otto).call('leave_organisation', { p_organisation_id: clubs.kickers }),
        'DNIED',
      );
      await refused(
        s.as(anon).call('leave_organisation', { p_organisation_id: clubs.kickers }),
        '42501',
      );
    }),
  );

  test(
    'an unknown role, an unknown person, a forged organisation',
    scene(async (s) => {
      await refused(change(s, bea, mia, 'king'), 'INPUT', { field: 'p_role' });
      await refused(change(s, bea, mia, null), 'INPUT', { field: 'p_role' });
      await refused(change(s, bea, otto, 'member'), 'NTFND', { field: 'p_person_id' });
      await refused(remove(s, bea, otto), 'NTFND', { field: 'p_person_id' });
      await refused(change(s, bea, mia, 'member', '11111111-1111-4111-8111-111111111111'), 'NTFND');
    }),
  );

  test(
    'bookings of someone who was removed stay with their organisation',
    scene(async (s) => {
      const b = await ask(s, mia, things.bike);
      await remove(s, bea, mia);
      expect(await s.as(boris).sql('select id from public.bookings')).toEqual([{ id: b.id }]);
    }),
  );
});

describe('admitting and suspending', () => {
  const decide = (
    s: Scene,
    who: Actor,
    fn: 'admit_organisation' | 'suspend_organisation',
    organisation: string,
    note?: string,
  ) => s.as(who).call(fn, { p_organisation_id: organisation, ...(note ? { p_note: note } : {}) });

  test(
    'manu admits Neuland: its things appear, its people are told why',
    scene(async (s) => {
      expect(
        await s.as(anon).sql('select id from public.resources where id = $1', [things.ofPending]),
      ).toEqual([]);
      const o = await decide(s, manu, 'admit_organisation', clubs.neuland, 'Welcome!');
      expect(o).toMatchObject({ status: 'admitted' });
      expect(o.admitted_at).not.toBeNull();
      expect(
        await s.as(anon).sql('select id from public.resources where id = $1', [things.ofPending]),
      ).toHaveLength(1);
      expect(
        await s.as(penny).sql('select status, note, decided_by from public.organisation_decisions'),
      ).toEqual([{ status: 'admitted', note: 'Welcome!', decided_by: manu.id }]);
      expect(await s.sql('select topic from private.outbox')).toEqual([
        { topic: 'organisation_admitted' },
      ]);
      await ask(s, penny, things.bike);
    }),
  );

  test(
    'manu suspends the Werkhof: its things vanish, what is booked stands, and back again',
    scene(async (s) => {
      const b = await ask(s, mia, things.bike);
      await decide(s, manu, 'suspend_organisation', clubs.werkhof, 'keys were lost');
      expect(
        await s
          .as(anon)
          .sql('select id from public.resources where organisation_id = $1', [clubs.werkhof]),
      ).toEqual([]);
      await refused(ask(s, mia, things.kitchen), 'RESST');
      expect(
        (await s.as(mia).sql('select status from public.bookings where id = $1', [b.id]))[0]
          ?.status,
      ).toBe('approved');
      expect(await s.as(mia).sql('select note from public.organisation_decisions')).toEqual([]);
      await decide(s, manu, 'admit_organisation', clubs.werkhof);
      await ask(s, mia, things.kitchen);
    }),
  );

  test.each<[string, Actor, string]>([
    ['rita, who only reads', rita, 'DNIED'],
    ["westa, the other pool's manager", westa, 'DNIED'],
    ['penny, for her own', penny, 'DNIED'],
    ['ada', ada, 'DNIED'],
    ['amir', amir, 'DNIED'],
    ['mia', mia, 'DNIED'],
    ['paul', paul, 'DNIED'],
    ['nina', nina, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s, can not', (_title, who, code) =>
    scene(async (s) => {
      await refused(decide(s, who, 'admit_organisation', clubs.neuland), code);
      await refused(decide(s, who, 'suspend_organisation', clubs.werkhof), code);
      expect(
        await s.sql(`select status from public.organisations where id in ($1, $2) order by 1`, [
          clubs.neuland,
          clubs.werkhof,
        ]),
      ).toEqual([{ status: 'admitted' }, { status: 'pending' }]);
      expect(await s.sql('select id from public.organisation_decisions')).toEqual([]);
    })(),
  );

  test(
    'what is admitted is not admitted again, a forged one not found, a long note refused',
    scene(async (s) => {
      await refused(decide(s, manu, 'admit_organisation', clubs.werkhof), 'ORGST');
      await refused(decide(s, manu, 'suspend_organisation', clubs.ruheverein), 'ORGST');
      await refused(
        decide(s, manu, 'admit_organisation', '11111111-1111-4111-8111-111111111111'),
        'NTFND',
      );
      await refused(
        decide(s, manu, 'admit_organisation', clubs.neuland, 'x'.repeat(10_000)),
        'INPUT',
        { field: 'p_note' },
      );
    }),
  );
});
