import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type pg from 'pg';
import { projectDir } from '../../local/migrate';
import { testDatabase, type Row } from '../support/database';

const db = testDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = await db.connect();
});
const rows = async (text: string): Promise<Row[]> => (await owner.query(text)).rows as Row[];
const list = async (text: string): Promise<string[]> =>
  (await rows(text)).map((r) => r.line as string);
const migrations = readdirSync(join(projectDir, 'supabase/migrations'))
  .filter((f) => f.endsWith('.sql'))
  .sort()
  .map((name) => ({
    name,
    sql: readFileSync(join(projectDir, 'supabase/migrations', name), 'utf8'),
  }));
const everything = migrations.map((m) => m.sql).join('\n');

describe('tables', () => {
  test('every table in public and private has row level security', async () => {
    expect(
      await list(`select c.oid::regclass::text as line from pg_class c
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p') and not c.relrowsecurity`),
    ).toEqual([]);
  });

  test('the grants are these and no others', async () => {
    expect(
      await list(`
      select coalesce(g.rolname, 'PUBLIC') || ' ' || string_agg(lower(a.privilege_type), ',' order by a.privilege_type) || ' ' || c.oid::regclass as line
      from pg_class c cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a left join pg_roles g on g.oid = a.grantee
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm', 'S') and a.grantee <> c.relowner
      group by g.rolname, c.oid order by 1`),
    ).toEqual([
      'anon select confirmations',
      'anon select day_parts',
      'anon select effective_terms',
      'anon select event_template_items',
      'anon select event_templates',
      'anon select extras',
      'anon select holidays',
      'anon select opening_exceptions',
      'anon select opening_hours',
      'anon select organisations',
      'anon select pools',
      'anon select quotas',
      'anon select resource_photos',
      'anon select resource_texts',
      'anon select resources',
      'anon select tariffs',
      'anon select terms',
      'authenticated select accessibility_notes',
      'authenticated select allocations',
      'authenticated select assets',
      'authenticated select booking_changes',
      'authenticated select booking_confirmations',
      'authenticated select booking_log',
      'authenticated select bookings',
      'authenticated select closures',
      'authenticated select confirmations',
      'authenticated select day_parts',
      'authenticated select effective_terms',
      'authenticated select event_items',
      'authenticated select event_parts',
      'authenticated select event_plans',
      'authenticated select event_template_items',
      'authenticated select event_templates',
      'authenticated select events',
      'authenticated select extras',
      'authenticated select holidays',
      'authenticated select memberships',
      'authenticated select opening_exceptions',
      'authenticated select opening_hours',
      'authenticated select organisation_confirmations',
      'authenticated select organisation_decisions',
      'authenticated select organisations',
      'authenticated select pool_staff',
      'authenticated select pools',
      'authenticated select price_groups',
      'authenticated select profiles',
      'authenticated select push_settings',
      'authenticated select push_subscriptions',
      'authenticated select quotas',
      'authenticated select resource_assets',
      'authenticated select resource_photos',
      'authenticated select resource_texts',
      'authenticated select resources',
      'authenticated select series',
      'authenticated select series_occurrences',
      'authenticated select slot_questions',
      'authenticated select standing_approval_organisations',
      'authenticated select standing_approvals',
      'authenticated select tariffs',
      'authenticated select terms',
      'authenticated select terms_organisations',
      'authenticated select waiting_entries',
      'service_role select accessibility_notes',
      'service_role select allocations',
      'service_role select assets',
      'service_role select booking_changes',
      'service_role select booking_confirmations',
      'service_role select booking_log',
      'service_role select bookings',
      'service_role select closures',
      'service_role select confirmations',
      'service_role select day_parts',
      'service_role select effective_terms',
      'service_role select event_items',
      'service_role select event_parts',
      'service_role select event_plans',
      'service_role select event_template_items',
      'service_role select event_templates',
      'service_role select events',
      'service_role select extras',
      'service_role select holidays',
      'service_role select invitations',
      'service_role select memberships',
      'service_role select opening_exceptions',
      'service_role select opening_hours',
      'service_role select organisation_confirmations',
      'service_role select organisation_decisions',
      'service_role select organisations',
      'service_role select pool_staff',
      'service_role select pools',
      'service_role select price_groups',
      'service_role select profiles',
      'service_role select push_settings',
      'service_role select push_subscriptions',
      'service_role select quotas',
      'service_role select resource_assets',
      'service_role select resource_photos',
      'service_role select resource_texts',
      'service_role select resources',
      'service_role select series',
      'service_role select series_occurrences',
      'service_role select slot_questions',
      'service_role select standing_approval_organisations',
      'service_role select standing_approvals',
      'service_role select tariffs',
      'service_role select terms',
      'service_role select terms_organisations',
      'service_role select waiting_entries',
    ]);
  });

  test('column grants: invitations without the hash of their token, and nothing else', async () => {
    expect(
      await list(`
      select g.rolname || ' ' || lower(a.privilege_type) || ' ' || t.attrelid::regclass || ' (' || string_agg(t.attname, ', ' order by t.attnum) || ')' as line
      from pg_attribute t cross join lateral aclexplode(t.attacl) a join pg_roles g on g.oid = a.grantee
      where t.attrelid in (select oid from pg_class where relnamespace in ('public'::regnamespace, 'private'::regnamespace))
      group by g.rolname, a.privilege_type, t.attrelid order by 1`),
    ).toEqual([
      'authenticated select invitations (id, organisation_id, role, email, invited_by, created_at, expires_at, accepted_by, accepted_at, revoked_at)',
    ]);
  });

  test('new tables and functions start without grants', async () => {
    await owner.query('begin');
    await owner.query(
      `create table public.fresh (id int); create function public.fresh() returns int language sql as 'select 1'; create function private.fresh() returns int language sql as 'select 1'`,
    );
    for (const role of ['anon', 'authenticated', 'service_role']) {
      const [row] =
        await rows(`select has_table_privilege('${role}', 'public.fresh', 'select, insert, update, delete') as t,
        has_function_privilege('${role}', 'public.fresh()', 'execute') as f, has_function_privilege('${role}', 'private.fresh()', 'execute') as p`);
      expect(row, role).toEqual({ t: false, f: false, p: false });
    }
    await owner.query('rollback');
  });

  test('every foreign key has an index that begins with its columns', async () => {
    expect(
      await list(`
      select k.conrelid::regclass || ' ' || k.conname as line from pg_constraint k
      where k.contype = 'f' and k.connamespace in ('public'::regnamespace, 'private'::regnamespace)
        and not exists (
          select 1 from pg_index i where i.indrelid = k.conrelid and i.indisvalid
            -- what is mostly null may be left out
            and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = (
              select '(' || a.attname || ' IS NOT NULL)' from pg_attribute a
              where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and cardinality(k.conkey) = 1))
            and (select array_agg(c order by c) from unnest((i.indkey::int2[])[0:cardinality(k.conkey) - 1]) c)
              = (select array_agg(c order by c) from unnest(k.conkey) c))`),
    ).toEqual([]);
  });

  test('every table, and no view, and every constraint of ours has a name that says what it is', async () => {
    expect(
      await list(
        `select c.oid::regclass::text as line from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')`,
      ),
    ).toEqual([]);
    expect(
      await list(`select conrelid::regclass || ' ' || conname as line from pg_constraint
      where connamespace in ('public'::regnamespace, 'private'::regnamespace) and contype in ('c', 'u', 'f', 'x', 'p')
        and conname !~ ('^' || (select relname from pg_class where oid = conrelid) || '_.*(check|key|fkey|excl|pkey)$')`),
    ).toEqual([]);
  });

  test('every table has a comment', async () => {
    expect(
      await list(`select c.oid::regclass::text as line from pg_class c
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind = 'r' and obj_description(c.oid, 'pg_class') is null`),
    ).toEqual([]);
  });

  test('no time without a zone, no varchar, no cascade from a resource to its bookings', async () => {
    expect(
      await list(`select attrelid::regclass || '.' || attname as line from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind = 'r' and a.attnum > 0
        and a.atttypid in ('timestamp'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'json'::regtype)`),
    ).toEqual([]);
    expect(
      await list(
        `select conname as line from pg_constraint where conrelid = 'public.bookings'::regclass and contype = 'f' and confdeltype = 'c' order by 1`,
      ),
    ).toEqual(['bookings_pool_id_fkey']);
  });
});

describe('policies', () => {
  test('name their roles and their audience', async () => {
    expect(
      await list(`select schemaname || '.' || tablename || ' ' || policyname as line from pg_policies
      where (schemaname in ('public', 'private') or policyname ~ '^(photos|select_)') and ('public' = any (roles) or policyname !~ '_')`),
    ).toEqual([]);
  });

  test('ask who it is once per statement, not once per row', async () => {
    const all = await rows(
      `select tablename || ' ' || policyname as name, coalesce(qual, '') || ' ' || coalesce(with_check, '') as expression from pg_policies where schemaname = 'public'`,
    );
    for (const { name, expression } of all) {
      // Postgres prints the wrapped call as ( SELECT auth.uid() AS uid) and a wrapped helper as ARRAY( SELECT …)
      const bare = (expression as string)
        .replace(/\( SELECT auth\.uid\(\) AS uid\)/g, '')
        .replace(/ARRAY\( SELECT private\.\w+\([^)]*\) AS \w+\)/g, '');
      expect(bare, name as string).not.toMatch(/auth\.|private\.my_|private\.visible/);
    }
    expect(all.length).toBeGreaterThan(14);
  });

  test('on tables of the platform are these', async () => {
    expect(
      await list(`select schemaname || '.' || tablename || ' ' || policyname || ' ' || lower(cmd) || ' to ' || array_to_string(roles, ', ') as line
      from pg_policies where schemaname in ('auth', 'storage', 'realtime') order by 1`),
    ).toEqual([
      'realtime.messages select_organisation_topic select to authenticated',
      'realtime.messages select_pool_topic select to anon, authenticated',
      'storage.objects photos_delete_editors delete to authenticated',
      'storage.objects photos_insert_editors insert to authenticated',
      'storage.objects photos_select_editors select to authenticated',
    ]);
  });

  test('only read: there is no policy that lets anybody write a table of ours', async () => {
    expect(
      await list(
        `select tablename || ' ' || policyname as line from pg_policies where schemaname in ('public', 'private') and cmd <> 'SELECT'`,
      ),
    ).toEqual([]);
  });
});

describe('functions', () => {
  /** Ours: in public and private, not of an extension. */
  const ours = `from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

  test('all pin search_path to nothing', async () => {
    expect(
      await list(
        `select p.oid::regprocedure::text as line ${ours} and not coalesce(p.proconfig @> array['search_path=""'], false)`,
      ),
    ).toEqual([]);
  });

  test('every definer function says why in its source', async () => {
    const definers = await list(
      `select p.pronamespace::regnamespace || '.' || p.proname as line ${ours} and p.prosecdef`,
    );
    const silent = definers.filter((name) => {
      const start = everything.lastIndexOf(`create function ${name}(`);
      const head = everything.slice(start, everything.indexOf('$$', start));
      return start < 0 || !/-- definer: \S+/.test(head);
    });
    expect(silent).toEqual([]);
    expect(definers.length).toBeGreaterThan(40);
  });

  test('who may call what in public is this and nothing else', async () => {
    const granted = await list(`
      select p.proname || ': ' || string_agg(coalesce(g.rolname, 'PUBLIC'), ', ' order by coalesce(g.rolname, 'PUBLIC')) as line
      from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a left join pg_roles g on g.oid = a.grantee
      where p.pronamespace = 'public'::regnamespace and a.grantee <> p.proowner group by p.oid, p.proname order by 1`);
    expect(granted).toEqual([
      'accept_invitation: authenticated',
      'accept_offer: authenticated',
      'accept_without: authenticated',
      'add_resource_photo: authenticated',
      'admit_organisation: authenticated',
      'answer_booking: authenticated',
      'answer_passed_over: service_role',
      'answer_slot_question: authenticated',
      'approve_booking: authenticated',
      'approve_event_parts: authenticated',
      'approve_series: authenticated',
      'ask_about_booking: authenticated',
      'ask_about_unused_slots: service_role',
      'asked_times: anon, authenticated, service_role',
      'assign_price_group: authenticated',
      'cancel_booking: authenticated',
      'cancel_event: authenticated',
      'cancel_series_from: authenticated',
      'change_booking: authenticated',
      'change_member_role: authenticated',
      'change_parts: authenticated',
      'change_stock: authenticated',
      'check_booking: anon, authenticated, service_role',
      'choose_event_parts: authenticated',
      'choose_pushes: authenticated',
      'claim_deliveries: service_role',
      'claim_pushes: service_role',
      'close_resource: authenticated',
      'copy_prices: authenticated',
      'copy_terms: authenticated',
      'decline_booking: authenticated',
      'decline_change: authenticated',
      'decline_event_parts: authenticated',
      'decline_offer: authenticated',
      'decline_series: authenticated',
      'drop_event_item: authenticated',
      'end_series: authenticated',
      'expire_holds: service_role',
      'extend_series: authenticated',
      'finish_delivery: service_role',
      'finish_push: service_role',
      'forget_old_acts: service_role',
      'found_organisation: authenticated',
      'grant_change: authenticated',
      'grant_standing_approval: authenticated',
      'hand_over_booking: authenticated',
      'import_holidays: authenticated, service_role',
      'invite_member: authenticated',
      'join_waiting_list: authenticated',
      'leave_organisation: authenticated',
      'leave_waiting_list: authenticated',
      'list_resource: authenticated',
      'list_standing_bookings: authenticated',
      'mark_no_show: authenticated',
      'move_series: authenticated',
      'owner_timeline: authenticated',
      'plan_event: authenticated',
      'plan_event_item: authenticated',
      'preview_booking: authenticated',
      'preview_invitation: anon, authenticated',
      'preview_series: anon, authenticated, service_role',
      'price_tags: anon, authenticated, service_role',
      'propose_event: authenticated',
      'reader_title: anon, authenticated, service_role',
      'recognise_common_good: authenticated',
      'record_confirmation: authenticated',
      'release_no_shows: service_role',
      'remind_of_tomorrow: service_role',
      'remove_member: authenticated',
      'remove_resource_photo: authenticated',
      'remove_resource_text: authenticated',
      'reopen_resource: authenticated',
      'replace_event_item: authenticated',
      'report_barrier: anon, authenticated',
      'report_by_kind: authenticated',
      'report_by_month: authenticated',
      'report_by_organisation: authenticated',
      'report_by_resource: authenticated',
      'report_damage: authenticated',
      'report_totals: authenticated',
      'request_booking: authenticated',
      'request_event: authenticated',
      'request_series: authenticated',
      'resource_calendar: anon, authenticated, service_role',
      'resource_opening: anon, authenticated, service_role',
      'return_booking: authenticated',
      'revoke_confirmation: authenticated',
      'revoke_invitation: authenticated',
      'revoke_standing_approval: authenticated',
      'save_resource_text: authenticated',
      'search_resources: anon, authenticated, service_role',
      'set_prices: authenticated',
      'set_resource_locale: authenticated',
      'set_resource_status: authenticated',
      'set_terms: authenticated',
      'subscribe_push: authenticated',
      'suggest_alternatives: anon, authenticated, service_role',
      'suspend_organisation: authenticated',
      'sweep_events: service_role',
      'sweep_overdue: service_role',
      'tend_waiting_lists: service_role',
      'tick_barrier: authenticated',
      'unsubscribe_push: authenticated',
      'update_organisation: authenticated',
      'update_profile: authenticated',
      'update_resource: authenticated',
      'waiting_count: anon, authenticated, service_role',
      'waiting_places: authenticated',
      'withdraw_change: authenticated',
      'withdraw_resource: authenticated',
    ]);
  });

  test('of private, members may call only helpers that tell nothing or check who asks', async () => {
    expect(
      await list(`
      select p.proname || ': ' || string_agg(coalesce(g.rolname, 'PUBLIC'), ', ' order by coalesce(g.rolname, 'PUBLIC')) as line
      from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a left join pg_roles g on g.oid = a.grantee
      where p.pronamespace = 'private'::regnamespace and a.grantee <> p.proowner group by p.oid, p.proname order by 1`),
    ).toEqual([
      'fail: anon, authenticated, service_role',
      'fold: anon, authenticated, service_role',
      'found_page: anon, authenticated, service_role',
      'free_quantity: anon, authenticated, service_role',
      'hindrance: anon, authenticated, service_role',
      'is_locale: anon, authenticated, service_role',
      'matching_resources: anon, authenticated, service_role',
      'may_change_photo: authenticated',
      'minute_of: anon, authenticated, service_role',
      'my_organisation_ids: anon, authenticated',
      'my_staffed_pool_ids: anon, authenticated',
      'opening_on: anon, authenticated, service_role',
      'peak_quantity: anon, authenticated, service_role',
      'pool_by_slug: anon, authenticated, service_role',
      'require_order: anon, authenticated, service_role',
      'require_period: anon, authenticated, service_role',
      'require_person: anon, authenticated',
      'require_range: anon, authenticated, service_role',
      'require_report_range: authenticated',
      'require_staff: authenticated',
      'search_words: anon, authenticated, service_role',
      'title_in: anon, authenticated, service_role',
      'topic_id: anon, authenticated',
      'visible_person_ids: authenticated',
    ]);
  });

  test('every function in public has a comment that names the errors it raises', async () => {
    const silent =
      await list(`select p.proname as line from pg_proc p where p.pronamespace = 'public'::regnamespace
      and (obj_description(p.oid, 'pg_proc') is null or (obj_description(p.oid, 'pg_proc') !~ 'Raises ([A-Z]{5}|nothing)' and obj_description(p.oid, 'pg_proc') !~ 'Service role only'))`);
    expect(silent).toEqual([]);
  });

  test('every argument of a public function begins with p_, and no two share a name', async () => {
    expect(
      await list(`select p.proname as line from pg_proc p where p.pronamespace = 'public'::regnamespace
      and exists (select 1 from unnest(p.proargnames[1:p.pronargs]) n where n !~ '^p_')`),
    ).toEqual([]);
    expect(
      await list(
        `select proname as line from pg_proc where pronamespace = 'public'::regnamespace group by proname having count(*) > 1`,
      ),
    ).toEqual([]);
  });
});

describe('the books', () => {
  const registry = readFileSync(join(projectDir, 'docs/errors.md'), 'utf8');
  const registered = [...registry.matchAll(/^\| `([A-Z0-9]{5})` \|/gm)].map((m) => m[1] as string);
  const raised = new Set(
    [
      ...everything.matchAll(/private\.(?:fail|violation)\('([A-Z0-9]{5})'/g),
      ...everything.matchAll(/errcode = '([A-Z]{5})'/g),
    ].map((m) => m[1] as string),
  );

  test("every code that SQL raises is in docs/errors.md, and docs/errors.md marks none as SQL's that SQL never raises", () => {
    expect([...raised].filter((code) => !registered.includes(code))).toEqual([]);
    const app = ['NETWK', 'FAULT'];
    expect(registered.filter((code) => !raised.has(code) && !app.includes(code))).toEqual([]);
  });

  test("codes cannot be mistaken for Postgres' own", () => {
    // https://www.postgresql.org/docs/current/errcodes-appendix.html: classes begin with a digit, F, H, P or X
    for (const code of raised) expect(code).toMatch(/^[A-EGI-OQ-WYZ][A-Z]{4}$/);
  });

  test('every public function is described in docs/api.md with all its arguments', async () => {
    const api = readFileSync(join(projectDir, 'docs/api.md'), 'utf8');
    for (const { proname, names } of await rows(
      `select proname, proargnames[1:pronargs] as names from pg_proc where pronamespace = 'public'::regnamespace`,
    )) {
      const section = api
        .split(/^### /m)
        .find((part) => part.startsWith(`\`${proname as string}\``));
      expect(section, proname as string).toBeDefined();
      for (const name of (names ?? []) as string[])
        expect(section, proname as string).toContain(`\`${name}\``);
    }
  });

  test("what a function's comment says it raises is what docs/api.md says", async () => {
    const api = readFileSync(join(projectDir, 'docs/api.md'), 'utf8');
    for (const { proname, said } of await rows(
      `select proname, substring(obj_description(oid, 'pg_proc') from 'Raises ([A-Z, ]+[A-Z])') as said from pg_proc where pronamespace = 'public'::regnamespace`,
    )) {
      if (!said) continue;
      const section =
        api.split(/^### /m).find((part) => part.startsWith(`\`${proname as string}\``)) ?? '';
      for (const code of (said as string).split(/, /))
        expect(section, proname as string).toContain(`\`${code.trim()}\``);
    }
  });
});

describe("the platform's house", () => {
  test('holds nothing of ours in auth, storage and realtime but policies and one trigger', async () => {
    expect(
      await list(`select tgrelid::regclass || ' ' || tgname as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not tgisinternal and c.relnamespace in ('auth'::regnamespace, 'storage'::regnamespace, 'realtime'::regnamespace)`),
    ).toEqual(['auth.users t10_create_profile']);
    expect(everything).not.toMatch(
      /^\s*(create|alter|drop) (or replace )?(table|function|view|index|type|schema|sequence) (if (not )?exists )?(auth|storage|realtime)\b/im,
    );
  });

  test('is built by a role that is no superuser, and our functions belong to it', async () => {
    expect(
      await list(
        `select distinct r.rolname || ' ' || r.rolsuper as line from pg_proc p join pg_roles r on r.oid = p.proowner where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)`,
      ),
    ).toEqual(['postgres false']);
  });

  test('extensions live in extensions', async () => {
    expect(
      await list(
        `select extname as line from pg_extension where extnamespace <> 'extensions'::regnamespace and extname <> 'plpgsql'`,
      ),
    ).toEqual([]);
  });
});

describe('how migrations are written', () => {
  test('their names are a time and a topic, in order', () => {
    for (const { name } of migrations) expect(name).toMatch(/^\d{14}_[a-z_]+\.sql$/);
  });

  test('triggers have a number that fixes their order, and functions that say whose task it is', async () => {
    expect(
      await list(`select tgname as line from pg_trigger t join pg_proc p on p.oid = t.tgfoid where not tgisinternal
      and p.pronamespace = 'private'::regnamespace and (tgname !~ '^t[0-9]{2}_' or p.proname !~ '^tg_[a-z_]+__[a-z_]+$')`),
    ).toEqual([]);
  });
});
