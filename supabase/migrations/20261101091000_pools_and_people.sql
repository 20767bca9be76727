-- A pool is one district: the tenant. Everything that belongs to a district hangs on it.
-- Left out on purpose: no owner column; a pool is run by its staff, and whoever hosts it makes it.
create table public.pools (
  id uuid primary key default gen_random_uuid(),
  slug text not null constraint pools_slug_key unique
    constraint pools_slug_check check (
      slug ~ '^[a-z0-9](-?[a-z0-9])+$'
      -- addresses of the app that stand where a pool's name would (RESERVED_SLUGS in lib/platform/paths.ts)
      and slug <> all (array['sign-in', 'sign-out', 'bookings', 'account', 'invitation', 'inbox', 'organisations',
        'resources', 'api', 'about', 'privacy', 'imprint', 'accessibility', 'offline', 'events', 'wants', 'handover', 'series',
        'help', 'qm'])),
  name text not null constraint pools_name_check check (char_length(name) between 1 and 120),
  about text not null default '' constraint pools_about_check check (char_length(about) <= 4000),
  imprint text not null default '' constraint pools_imprint_check check (char_length(imprint) <= 4000),
  arbitration text not null default '' constraint pools_arbitration_check check (char_length(arbitration) <= 2000),
  time_zone text not null default 'Europe/Berlin',
  default_locale text not null default 'de',
  region text constraint pools_region_check check (region ~ '^[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}$'),
  currency text not null default 'EUR' constraint pools_currency_check check (currency in ('EUR', 'CHF')),
  created_at timestamptz not null default now()
);
alter table public.pools enable row level security;
create policy select_everyone on public.pools for select to anon, authenticated using (true);
-- No insert, update or delete grant: pools are set up by the host.
grant select on public.pools to anon, authenticated, service_role;
comment on table public.pools is 'One district''s resource pool; time zone, language and imprint live here.';
comment on column public.pools.currency is 'ISO 4217; prices are whole numbers of its hundredth part, the minor unit.';
comment on column public.pools.region is 'Whose public holidays count: ISO 3166 country and state, DE-NW; null: none are known.';
comment on column public.pools.arbitration is
  'Who settles a dispute about accessibility, in the operator''s words; empty: nobody was named.';
comment on column public.pools.time_zone is 'IANA zone in which wall times, opening hours and reports are meant.';

-- What other people may see of a person. The e-mail address stays in auth.users.
create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null constraint profiles_display_name_check check (char_length(display_name) between 1 and 80),
  locale text not null default 'de' constraint profiles_locale_check check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  created_at timestamptz not null default now()
);
alter table public.profiles enable row level security;
-- The select policy needs memberships and bookings; it stands in the migration of bookings.
grant select on public.profiles to authenticated, service_role;
comment on table public.profiles is 'A person as others see them: name and language.';
comment on column public.profiles.locale is 'Language in which this person reads the app, mails and documents.';

create function private.tg_auth_users__create_profile() returns trigger
language plpgsql
-- definer: the auth service inserts users and has no rights on public.profiles
security definer
set search_path = ''
as $$
begin
  insert into public.profiles (id, display_name, locale)
  values (
    new.id,
    left(coalesce(
      private.clean_text(new.raw_user_meta_data ->> 'name'),
      nullif(split_part(coalesce(new.email, ''), '@', 1), ''),
      '?'), 80),
    coalesce(substring(new.raw_user_meta_data ->> 'locale' from '^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$'), 'de'))
  on conflict (id) do nothing;
  return new;
end;
$$;
create trigger t10_create_profile after insert on auth.users
  for each row execute function private.tg_auth_users__create_profile();

-- The neighbourhood management's people in a pool.
create table public.pool_staff (
  pool_id uuid not null references public.pools (id) on delete cascade,
  person_id uuid not null references public.profiles (id) on delete cascade,
  role text not null constraint pool_staff_role_check check (role in ('manager', 'reviewer')),
  created_at timestamptz not null default now(),
  primary key (pool_id, person_id)
);
alter table public.pool_staff enable row level security;
create index pool_staff_person_id_idx on public.pool_staff (person_id);
create policy select_own on public.pool_staff for select to authenticated using (person_id = (select auth.uid()));
-- No write grant: staff are appointed by the host of the pool.
grant select on public.pool_staff to authenticated, service_role;
comment on table public.pool_staff is 'QM staff: manager decides on organisations, reviewer reads only.';

create function private.my_staffed_pool_ids(p_roles text[] default array['manager', 'reviewer']) returns setof uuid
language plpgsql
stable
-- definer: policies of other tables call it; a policy that reads pool_staff directly would recurse
security definer
set search_path = ''
as $$
begin
  return query
    select s.pool_id from public.pool_staff s where s.person_id = auth.uid() and s.role = any (p_roles);
end;
$$;
comment on function private.my_staffed_pool_ids is 'Pools in which the signed-in person is QM staff with one of p_roles.';
grant execute on function private.my_staffed_pool_ids to anon, authenticated;

create function public.update_profile(p_display_name text, p_locale text) returns public.profiles
language plpgsql
volatile
-- definer: people hold no update grant on profiles; the name is cleaned and bounded here
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
  v_profile public.profiles;
begin
  if p_locale is null or p_locale !~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$' then
    perform private.fail('INPUT', 'Unknown language.', 'p_locale', jsonb_build_object('reason', 'choice'));
  end if;
  update public.profiles
  set display_name = private.require_text(p_display_name, 'p_display_name', 80), locale = p_locale
  where id = v_person
  returning * into v_profile;
  return v_profile;
end;
$$;
comment on function public.update_profile is 'Changes the signed-in person''s name and language. Raises LOGIN, INPUT.';
grant execute on function public.update_profile to authenticated;

create function private.pool_by_slug(p_slug text) returns public.pools
language plpgsql
stable
-- definer: called from other definer functions only
security definer
set search_path = ''
as $$
declare
  v_pool public.pools;
begin
  select * into v_pool from public.pools where slug = p_slug;
  if not found then
    perform private.fail('NTFND', 'There is no such pool.', 'p_pool');
  end if;
  return v_pool;
end;
$$;
comment on function private.pool_by_slug is 'The pool with this slug; raises NTFND.';
grant execute on function private.pool_by_slug to anon, authenticated, service_role;
