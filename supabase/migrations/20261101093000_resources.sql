-- Words are folded the same way on both sides of a search: lower case, accents dropped, and the
-- written-out umlauts (ae, oe, ue) brought to the same form as ä, ö, ü. "Bauer", "neue" and "Quelle"
-- keep their letters: ue after a, e or q is no umlaut. What keyboards write differently becomes one:
-- the dotted and dotless Turkish i, the letters that Arabic and Persian share, Ґ and Г. Marks of vowels
-- and the Arabic article (with what is written onto it) fall away where three letters are left.
create function private.fold(p_text text) returns text
-- plpgsql: a search calls it, and a language sql function would be planned anew each time
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
declare
  v_text text;
begin
  v_text := regexp_replace(
    extensions.unaccent('extensions.unaccent'::regdictionary,
      lower(translate(normalize(p_text, nfkc), 'İıҐґ', 'iiГг'))),
    '(^|[^aeq])([aou])e', '\1\2', 'g');
  if v_text ~ '[\u0600-\u06FF]' then
    -- alef, yeh, kaf, heh, waw, digits
    v_text := translate(v_text,
      E'\u0623\u0625\u0622\u0671\u0649\u06CC\u06D0\u0626\u06A9\u06AA\u0629\u06C0\u06C1\u06BE\u0624\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u06F0\u06F1\u06F2\u06F3\u06F4\u06F5\u06F6\u06F7\u06F8\u06F9',
      E'\u0627\u0627\u0627\u0627\u064A\u064A\u064A\u064A\u0643\u0643\u0647\u0647\u0647\u0647\u064801234567890123456789');
    v_text := regexp_replace(v_text, '[\u0610-\u061A\u0640\u064B-\u065F\u0670]', '', 'g');
    v_text := regexp_replace(v_text, '(^|[^[:alnum:]])[\u0648\u0628\u0643\u0641]?(?:\u0627\u0644|\u0644\u0644)(?=[[:alnum:]]{3})', '\1', 'g');
  end if;
  return v_text;
end;
$$;
comment on function private.fold is
  'Lower case without accents; ae, oe, ue folded like umlauts; Arabic letters in one form, without article. For search on both sides.';
grant execute on function private.fold to anon, authenticated, service_role;

create function private.words_in(p_text text) returns text[]
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
begin
  return array(
    select distinct left(w.word, 60) from regexp_split_to_table(p_text, '[^[:alnum:]]+') as w (word) where w.word <> '');
end;
$$;
comment on function private.words_in is 'The different words of a folded text, each cut to 60 characters.';

create function private.is_locale(p_locale text) returns boolean
language sql
immutable
parallel safe
set search_path = ''
return p_locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$';
comment on function private.is_locale is 'A language as BCP 47 writes it; which of them there are is the app''s business.';
grant execute on function private.is_locale to anon, authenticated, service_role;

-- What people see and book. What physically exists and can clash is an asset; most resources are
-- made of one asset that is created with them.
create table public.resources (
  id uuid primary key default gen_random_uuid(),
  pool_id uuid not null,
  organisation_id uuid not null,
  slug text not null constraint resources_slug_check check (slug ~ '^[a-z0-9](-?[a-z0-9])*$'),
  kind text not null constraint resources_kind_check
    check (kind in ('equipment', 'installation', 'room', 'vehicle', 'service')),
  locale text not null default 'de' constraint resources_locale_check check (private.is_locale(locale)),
  title text not null constraint resources_title_check check (char_length(title) between 2 and 120),
  description text not null default '' constraint resources_description_check check (char_length(description) <= 6000),
  rules text not null default '' constraint resources_rules_check check (char_length(rules) <= 6000),
  capacity_note text not null default '' constraint resources_capacity_note_check check (char_length(capacity_note) <= 240),
  price_note text not null default '' constraint resources_price_note_check check (char_length(price_note) <= 1000),
  deposit_note text not null default '' constraint resources_deposit_note_check check (char_length(deposit_note) <= 240),
  place text not null default '' constraint resources_place_check check (char_length(place) <= 240),
  latitude numeric(7, 4) constraint resources_latitude_check check (latitude between -90 and 90),
  longitude numeric(7, 4) constraint resources_longitude_check check (longitude between -180 and 180),
  picture text not null default '' constraint resources_picture_check check (picture ~ '^[a-z0-9-]{0,40}$'),
  approval text not null default 'manual'
    constraint resources_approval_check check (approval in ('instant', 'manual', 'standing')),
  status text not null default 'published'
    constraint resources_status_check check (status in ('published', 'paused', 'retired')),
  quantity integer not null default 1 constraint resources_quantity_check check (quantity between 0 and 100000),
  -- a search looks at very many of them: for most it need not read what they are made of
  sole_asset_id uuid,
  buffer_before_minutes integer not null default 0
    constraint resources_buffer_before_minutes_check check (buffer_before_minutes between 0 and 10080),
  buffer_after_minutes integer not null default 0
    constraint resources_buffer_after_minutes_check check (buffer_after_minutes between 0 and 10080),
  listed boolean not null default false,
  search_text text not null default '',
  search_title text not null generated always as (private.fold(title)) stored,
  search_titles text not null default '',
  concepts text[] not null default '{}',
  words tsvector not null generated always as (array_to_tsvector(private.words_in(search_text) || concepts)) stored,
  created_by uuid references public.profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint resources_pool_id_slug_key unique (pool_id, slug),
  constraint resources_organisation_id_fkey foreign key (organisation_id, pool_id)
    references public.organisations (id, pool_id) on delete cascade
-- room on each page for a changed row beside the old one, so that a new number needs no new index entries
) with (fillfactor = 80);
alter table public.resources enable row level security;
create index resources_organisation_id_idx on public.resources (organisation_id, pool_id);
create index resources_created_by_idx on public.resources (created_by);
-- The order of the catalogue without words to search for: newest first.
create index resources_listed_idx on public.resources (pool_id, created_at desc, id desc) where listed;
-- fastupdate off: few write and many search; a pending list would make the planner shun the index.
create index resources_words_idx on public.resources using gin (words) with (fastupdate = off) where listed;
-- The nearest first: everything that decides stands in the index.
create index resources_near_idx on public.resources (pool_id, kind, latitude, longitude, created_at, id) where listed;
create policy select_visible on public.resources for select to anon, authenticated
  using (
    listed
    or organisation_id = any (array(select private.my_organisation_ids()))
    or pool_id = any (array(select private.my_staffed_pool_ids()))
  );
grant select on public.resources to anon, authenticated, service_role;
comment on table public.resources is 'What people see and book: equipment, installation, room, vehicle or service.';
comment on column public.resources.locale is 'The language in which its owner wrote it; further ones stand in resource_texts.';
comment on column public.resources.quantity is 'How many can be booked at once; derived from the assets by triggers.';
comment on column public.resources.sole_asset_id is
  'The one single thing that it is; null for piles, kits and wholes. Derived from the assets by triggers.';
comment on column public.resources.buffer_before_minutes is 'Minutes blocked before each booking, for getting ready.';
comment on column public.resources.buffer_after_minutes is 'Minutes blocked after each booking, for clearing up.';
comment on column public.resources.approval is
  'Who says yes: instant (nobody is asked), standing (nobody, where a standing approval covers the request), manual (an approver).';
comment on column public.resources.listed is 'Published and its organisation admitted; kept by triggers.';
comment on column public.resources.search_text is 'Folded words for search; kept by a trigger.';
comment on column public.resources.words is
  'The different words of search_text and the concepts; what a query means by its words is looked up in private.vocabulary and private.concept_words.';
comment on column public.resources.search_title is 'The folded title, for what is alike.';
comment on column public.resources.search_titles is 'The folded titles in all languages; kept by a trigger.';
comment on column public.resources.concepts is
  'What the titles name (=beamer) and what the descriptions name besides (~beamer), of private.concept_words; kept by a trigger.';
comment on column public.resources.picture is 'Name of a drawn picture that ships with the app; empty: the kind''s picture.';

-- What physically exists: a room (1), a pile of benches (80), half a hall (1).
create table public.assets (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  name text not null constraint assets_name_check check (char_length(name) between 1 and 120),
  quantity integer not null default 1 constraint assets_quantity_check check (quantity between 1 and 100000),
  exclusive boolean not null default true,
  created_at timestamptz not null default now(),
  constraint assets_exclusive_check check (not exclusive or quantity = 1),
  -- allocations carry `exclusive` as a copy; this key lets a foreign key keep the copy true
  constraint assets_id_exclusive_key unique (id, exclusive)
);
alter table public.assets enable row level security;
create index assets_organisation_id_idx on public.assets (organisation_id);
create policy select_visible on public.assets for select to authenticated
  using (
    organisation_id = any (array(select private.my_organisation_ids()))
    or organisation_id in (
      select o.id from public.organisations o where o.pool_id = any (array(select private.my_staffed_pool_ids())))
  );
grant select on public.assets to authenticated, service_role;
comment on table public.assets is 'What physically exists and can clash, with its stock.';
comment on column public.assets.exclusive is
  'Always was a stock of one: overlap is refused by an exclusion constraint instead of a count. Kept by a trigger.';

-- What once was a pile stays one even when a single piece is left: its past bookings overlap, which
-- the exclusion constraint could not take over, and counting guards a stock of one just as well.
create function private.tg_assets__choose_guard() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.exclusive := new.quantity = 1 and (tg_op = 'INSERT' or old.exclusive);
  return new;
end;
$$;
create trigger t05_choose_guard before insert or update of quantity, exclusive on public.assets
  for each row execute function private.tg_assets__choose_guard();

-- A resource is made of assets: itself, several (a kit, a hall of two halves), or n of a pile.
create table public.resource_assets (
  resource_id uuid not null references public.resources (id) on delete cascade,
  asset_id uuid not null references public.assets (id) on delete restrict,
  quantity integer not null default 1 constraint resource_assets_quantity_check check (quantity between 1 and 100000),
  primary key (resource_id, asset_id)
);
alter table public.resource_assets enable row level security;
create index resource_assets_asset_id_idx on public.resource_assets (asset_id);
create policy select_visible on public.resource_assets for select to authenticated
  using (resource_id in (
    select r.id from public.resources r
    where r.organisation_id = any (array(select private.my_organisation_ids()))
       or r.pool_id = any (array(select private.my_staffed_pool_ids()))));
grant select on public.resource_assets to authenticated, service_role;
comment on table public.resource_assets is 'Which assets, and how many of each, one unit of a resource takes.';

-- Nobody lends what belongs to others. A trigger and not a foreign key over both owners, which would
-- need the organisation a third time, here.
create function private.tg_resource_assets__same_owner() returns trigger
language plpgsql
-- definer: reads resources and assets whoever writes
security definer
set search_path = ''
as $$
begin
  if (select r.organisation_id from public.resources r where r.id = new.resource_id)
     is distinct from (select a.organisation_id from public.assets a where a.id = new.asset_id) then
    raise exception using errcode = 'check_violation', message = 'A resource is made of its own organisation''s assets.';
  end if;
  return new;
end;
$$;
create trigger t05_same_owner before insert or update of resource_id, asset_id on public.resource_assets
  for each row execute function private.tg_resource_assets__same_owner();

create table public.resource_photos (
  id uuid primary key default gen_random_uuid(),
  resource_id uuid not null references public.resources (id) on delete cascade,
  path text not null constraint resource_photos_path_key unique
    constraint resource_photos_path_check check (path ~ '^[0-9a-f-]{36}/[0-9a-f-]{36}/[0-9a-f-]{36}\.(webp|jpg)$'),
  alt text not null default '' constraint resource_photos_alt_check check (char_length(alt) <= 240),
  width integer not null constraint resource_photos_width_check check (width between 1 and 8192),
  height integer not null constraint resource_photos_height_check check (height between 1 and 8192),
  position integer not null default 0,
  created_at timestamptz not null default now()
);
alter table public.resource_photos enable row level security;
create index resource_photos_resource_id_idx on public.resource_photos (resource_id, position);
create policy select_visible on public.resource_photos for select to anon, authenticated
  -- exists, not in: "in" would read all visible resources for the photos of one
  using (exists (select 1 from public.resources r where r.id = resource_id));
grant select on public.resource_photos to anon, authenticated, service_role;
comment on table public.resource_photos is 'Photos of a resource; the file lies in bucket photos under organisation/resource/photo.webp, and smaller as photo.480.avif and photo.960.avif.';

-- Photos are public to read. Who may write them follows in the migration of listings.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('photos', 'photos', true, 5242880, array['image/webp', 'image/jpeg', 'image/avif'])
on conflict (id) do nothing;

create function private.tg_resources__prepare() returns trigger
language plpgsql
-- definer: reads the organisation whoever writes
security definer
set search_path = ''
as $$
declare
  v_organisation public.organisations;
  v_titles text;
  v_descriptions text;
  v_named text[];
begin
  select * into v_organisation from public.organisations where id = new.organisation_id;
  new.listed := new.status = 'published' and v_organisation.status = 'admitted';
  select concat_ws(' · ', new.title, string_agg(t.title, ' · ' order by t.locale)),
    concat_ws(' ', new.description, string_agg(t.description, ' ' order by t.locale))
  into v_titles, v_descriptions
  from public.resource_texts t where t.resource_id = new.id;
  new.search_titles := private.fold(v_titles);
  new.search_text := private.fold(concat_ws(' ', v_titles, v_descriptions, new.capacity_note, new.place,
    v_organisation.name, replace(new.picture, '-', ' ')));
  v_named := private.concepts_in(new.search_titles, true);
  new.concepts := array(select '=' || c from unnest(v_named) c)
    || array(select '~' || c from unnest(private.concepts_in(private.fold(v_descriptions), false)) c where c <> all (v_named));
  -- reading the same words anew for the search is no change of the listing
  if tg_op = 'UPDATE'
     and (new.title, new.description, new.capacity_note, new.place, new.picture, new.status, new.organisation_id, new.listed)
       is distinct from (old.title, old.description, old.capacity_note, old.place, old.picture, old.status, old.organisation_id, old.listed) then
    new.updated_at := now();
  end if;
  return new;
end;
$$;
create trigger t10_prepare before insert or update of title, description, capacity_note, place, picture, status, organisation_id
  on public.resources for each row execute function private.tg_resources__prepare();

create function private.tg_organisations__relist() returns trigger
language plpgsql
-- definer: touches resources whoever decided
security definer
set search_path = ''
as $$
begin
  -- in a fixed order, as change_stock locks them
  perform 1 from public.resources where organisation_id = new.id order by id for no key update;
  -- the row trigger of resources computes listed and search_text anew
  update public.resources set status = status where organisation_id = new.id;
  return null;
end;
$$;
create trigger t20_relist after update of status, name on public.organisations
  for each row when (old.status is distinct from new.status or old.name is distinct from new.name)
  execute function private.tg_organisations__relist();

-- A thing lies where its organisation is, unless the host wrote another place for it.
create function private.tg_resources__place() returns trigger
language plpgsql
volatile
-- definer: reads organisations whoever writes
security definer
set search_path = ''
as $$
begin
  if new.latitude is null and new.longitude is null then
    select o.latitude, o.longitude into new.latitude, new.longitude
    from public.organisations o where o.id = new.organisation_id;
  end if;
  return new;
end;
$$;
create trigger t20_place before insert on public.resources
  for each row execute function private.tg_resources__place();

create function private.tg_organisations__move_things() returns trigger
language plpgsql
volatile
-- definer: nobody holds an update grant on resources
security definer
set search_path = ''
as $$
begin
  -- in a fixed order, as change_stock locks them
  perform 1 from public.resources where organisation_id = new.id order by id for no key update;
  update public.resources r set latitude = new.latitude, longitude = new.longitude
  where r.organisation_id = new.id
    and ((r.latitude is null and r.longitude is null) or (r.latitude = old.latitude and r.longitude = old.longitude));
  return null;
end;
$$;
create trigger t30_move_things after update of latitude, longitude on public.organisations
  for each row when ((new.latitude, new.longitude) is distinct from (old.latitude, old.longitude))
  execute function private.tg_organisations__move_things();

create function private.derive_from_assets(p_resource_id uuid) returns void
language sql
volatile
-- definer: what is derived has no update grant
security definer
set search_path = ''
as $$
  update public.resources r
  set (quantity, sole_asset_id) = (
    select coalesce(min(a.quantity / ra.quantity), 0),
      case when count(*) = 1 and bool_and(a.exclusive and ra.quantity = 1) then (array_agg(a.id))[1] end
    from public.resource_assets ra join public.assets a on a.id = ra.asset_id
    where ra.resource_id = r.id)
  where r.id = p_resource_id
$$;

create function private.tg_resource_assets__quantity() returns trigger
language plpgsql
security definer -- definer: see derive_from_assets
set search_path = ''
as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    perform private.derive_from_assets(old.resource_id);
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    perform private.derive_from_assets(new.resource_id);
  end if;
  return null;
end;
$$;
create trigger t10_quantity after insert or update or delete on public.resource_assets
  for each row execute function private.tg_resource_assets__quantity();

create function private.tg_assets__quantity() returns trigger
language plpgsql
security definer -- definer: see derive_from_assets
set search_path = ''
as $$
begin
  perform private.derive_from_assets(ra.resource_id)
  from public.resource_assets ra where ra.asset_id = new.id order by ra.resource_id;
  return null;
end;
$$;
create trigger t20_quantity after update of quantity on public.assets
  for each row when (old.quantity is distinct from new.quantity) execute function private.tg_assets__quantity();
