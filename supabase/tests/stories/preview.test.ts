import { describe, expect, test } from 'vitest';
import { scenes, type Args, type Scene } from '../support/database';
import { ada, amir, anon, manu, mia, nina, olga, type Actor } from '../support/people';
import { priced, type Price } from '../support/prices';
import { refused } from '../support/refusal';
import { check, type Verdict } from '../support/rules';
import { things } from '../support/story';
import { ruled } from '../support/terms';
import { from } from '../support/when';

const scene = scenes();
const look = (s: Scene, who: Actor, group: string | null, more: Args = {}) =>
  s.as(who).call('preview_booking', {
    p_resource_id: things.beamer,
    p_group: group,
    ...from(7, 10, 12),
    ...more,
  });
const seen = async (s: Scene, group: string, more: Args = {}) =>
  (await look(s, amir, group, more)).preview_booking as Verdict;

describe('an owner looks at a thing with the eyes of others', () => {
  test(
    'each group sees its own price, and one that is not served sees that',
    scene(async (s) => {
      await priced(s, things.beamer, {
        mode: 'tariff',
        groups: {
          members: { event: { first_minor: 500 } },
          commercial: { mode: 'refused' },
          others: { event: { first_minor: 2000 } },
        },
      });
      const total = async (group: string) =>
        ((await seen(s, group)).price as Price | null)?.total_minor;
      expect(await total('members')).toBe(500);
      expect(await total('local')).toBe(2000);
      expect((await seen(s, 'commercial')).violations).toMatchObject([
        { code: 'BKAUD', params: { reason: 'refused' } },
      ]);
    }),
  );

  test(
    'whom it is not for is told, before every other rule that is broken',
    scene(async (s) => {
      await ruled(s, { resource: things.beamer }, { audience: 'own', max_minutes: 60 });
      const { ok, violations } = await seen(s, 'others');
      expect(ok).toBe(false);
      expect(violations.map(({ code }) => code)).toEqual(['BKAUD', 'BKLEN']);
      await ruled(s, { resource: things.beamer }, { audience: 'own_first', own_first_days: 3 });
      expect((await seen(s, 'others')).violations[0]).toMatchObject({
        code: 'BKAUD',
        params: { reason: 'own_first' },
      });
      await ruled(s, { resource: things.beamer }, { audience: 'own_first', own_first_days: 30 });
      expect((await seen(s, 'others')).violations.map(({ code }) => code)).toEqual(['BKLEN']);
    }),
  );

  test(
    'without anything that depends on who asks it is what everybody sees',
    scene(async (s) => {
      const { ok, violations, decision, days } = await check(s, anon, things.beamer);
      expect(await seen(s, 'others')).toMatchObject({ ok, violations, decision, days });
    }),
  );

  test(
    'what is given at once needs a person where something must be confirmed first',
    scene(async (s) => {
      await s.sql("update public.resources set approval = 'instant' where id = $1", [
        things.beamer,
      ]);
      expect((await seen(s, 'others')).decision).toMatchObject({ by: 'instant' });
      await s.as(ada).call('set_terms', {
        p_scope: 'resource',
        p_id: things.beamer,
        p_terms: JSON.stringify({ confirmations: [{ name: 'Einweisung', per: 'organisation' }] }),
      });
      expect((await seen(s, 'others')).decision).toMatchObject({
        by: 'approver',
        reason: 'confirmation',
        params: { missing: 'Einweisung' },
      });
    }),
  );

  test(
    'only those who decide for the owner may, and only as a group that there is',
    scene(async (s) => {
      for (const who of [olga, mia, nina, manu]) await refused(look(s, who, 'others'), 'DNIED');
      await refused(look(s, anon, 'others'), '42501');
      for (const group of ['own', 'kings', null]) await refused(look(s, ada, group), 'INPUT');
      await refused(look(s, ada, 'others', { p_resource_id: crypto.randomUUID() }), 'NTFND');
    }),
  );
});
