import { expect, test } from 'vitest';
import { crowd } from '../support/crowd';
import type { Acting, Row } from '../support/database';
import {
  amir,
  anon,
  bea,
  boris,
  mia,
  nina,
  olga,
  otto,
  paul,
  penny,
  susi,
  type Actor,
  type Person,
} from '../support/people';
import { clubs } from '../support/story';

const c = crowd(10);
type Act = [Actor, (a: Acting) => Promise<Row>];
const admins = async () =>
  (
    await c.sql(
      `select person_id from public.memberships where organisation_id = $1 and role = 'admin'`,
      [clubs.kickers],
    )
  ).length;

test('one invitation, eight people at once: one joins', async () => {
  for (let i = 0; i < 20; i++) {
    await c.sql(
      'delete from public.memberships where organisation_id = $1 and person_id <> all ($2)',
      [clubs.kickers, [mia.id, boris.id, bea.id]],
    );
    const { token } = await c.as(bea).call('invite_member', { p_organisation_id: clubs.kickers });
    const { done, refused } = await c.rush(
      [nina, otto, paul, susi, penny, olga, amir, nina].map((who): Act => [
        who,
        (a) => a.call('accept_invitation', { p_token: token }),
      ]),
    );
    expect(done).toHaveLength(1);
    expect(refused).toEqual({ INVIT: 7 });
  }
});

test('withdrawn against accepted: a member or none, never a withdrawn invitation that let somebody in afterwards', async () => {
  for (let i = 0; i < 20; i++) {
    await c.sql('delete from public.memberships where person_id = $1', [nina.id]);
    const { token, invitation_id } = await c
      .as(bea)
      .call('invite_member', { p_organisation_id: clubs.kickers });
    await c.rush([
      [nina, (a) => a.call('accept_invitation', { p_token: token })],
      [bea, (a) => a.call('revoke_invitation', { p_invitation_id: invitation_id })],
    ]);
    const [row] = await c.sql(
      'select accepted_at is not null as accepted, revoked_at is not null as revoked from public.invitations where id = $1',
      [invitation_id],
    );
    expect(row?.accepted).not.toBe(row?.revoked);
  }
});

test('admins who demote, remove and leave each other at once: one always stays', async () => {
  for (let i = 0; i < 30; i++) {
    for (const who of [mia, boris, bea]) {
      await c.sql(
        `insert into public.memberships values ($1, $2, 'admin') on conflict (organisation_id, person_id) do update set role = 'admin'`,
        [clubs.kickers, who.id],
      );
    }
    const change = (who: Person, whom: Person): Act => [
      who,
      (a) =>
        a.call('change_member_role', {
          p_organisation_id: clubs.kickers,
          p_person_id: whom.id,
          p_role: 'member',
        }),
    ];
    const remove = (who: Person, whom: Person): Act => [
      who,
      (a) => a.call('remove_member', { p_organisation_id: clubs.kickers, p_person_id: whom.id }),
    ];
    const leave = (who: Person): Act => [
      who,
      (a) => a.call('leave_organisation', { p_organisation_id: clubs.kickers }),
    ];
    const { refused } = await c.rush([
      change(mia, boris),
      remove(boris, bea),
      leave(bea),
      change(bea, mia),
      leave(mia),
      remove(mia, bea),
    ]);
    expect(await admins()).toBeGreaterThanOrEqual(1);
    expect(Object.keys(refused).filter((code) => code !== 'DNIED' && code !== 'NTFND')).toEqual([]);
  }
});

test('eight people found an organisation of one name at once: one does', async () => {
  for (let i = 0; i < 10; i++) {
    const { done, refused } = await c.rush(
      [nina, otto, paul, susi, penny, olga, amir, mia].map((who): Act => [
        who,
        (a) => a.call('found_organisation', { p_pool: 'ostviertel', p_name: `Garten ${i}` }),
      ]),
    );
    expect(done).toHaveLength(1);
    expect(refused).toEqual({ TAKEN: 7 });
    await c.sql(`delete from public.organisations where name like 'Garten%'`);
  }
});

test('eight people list a thing of one name at once: eight things, eight addresses', async () => {
  for (let i = 0; i < 10; i++) {
    const { done, refused } = await c.rush(
      Array.from({ length: 8 }, (): Act => [
        amir,
        (a) =>
          a.call('list_resource', {
            p_organisation_id: clubs.werkhof,
            p_kind: 'equipment',
            p_title: `Leiter ${i}`,
          }),
      ]),
    );
    expect(refused).toEqual({});
    expect(new Set(done.map((r) => r.slug)).size).toBe(8);
  }
});

test('two workers that claim at once never send the same message', async () => {
  await c.sql(
    `insert into private.outbox (topic, organisation_id) select 'organisation_admitted', $1 from generate_series(1, 60)`,
    [clubs.kickers],
  );
  const seen: number[] = [];
  for (let i = 0; i < 12; i++) {
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        const client = await c.connect();
        await client.query('begin; set local role service_role');
        const { rows } = await client.query('select delivery_id from public.claim_deliveries(7)');
        await client.query('commit');
        await client.end();
        seen.push(...rows.map((r: Row) => r.delivery_id as number));
      }),
    );
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(60);
});

test('more passers-by at once than a pool hears within ten minutes: the limit holds', async () => {
  const barrier = { p_pool: 'ostviertel', p_message: 'Zu klein' };
  for (let i = 0; i < 10; i++) {
    await c.sql('delete from public.accessibility_notes');
    for (let n = 0; n < 4; n++) await c.as(anon).call('report_barrier', barrier);
    const { done, refused } = await c.rush(
      Array.from({ length: 10 }, (): Act => [anon, (a) => a.call('report_barrier', barrier)]),
    );
    expect(done).toHaveLength(6);
    expect(refused).toEqual({ RATEL: 4 });
  }
});
