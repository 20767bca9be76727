-- What a resource says in further languages, written by its owner. The original stands in resources
-- with its language; what a translation leaves empty is read in the original.

create table public.resource_texts (
  resource_id uuid not null references public.resources (id) on delete cascade,
  locale text not null constraint resource_texts_locale_check check (private.is_locale(locale)),
  title text not null constraint resource_texts_title_check check (char_length(title) between 2 and 120),
  description text not null default '' constraint resource_texts_description_check check (char_length(description) <= 6000),
  rules text not null default '' constraint resource_texts_rules_check check (char_length(rules) <= 6000),
  updated_at timestamptz not null default now(),
  constraint resource_texts_pkey primary key (resource_id, locale)
);
alter table public.resource_texts enable row level security;
create policy select_visible on public.resource_texts for select to anon, authenticated
  -- exists, not in: "in" would read all visible resources for the texts of one
  using (exists (select 1 from public.resources r where r.id = resource_id));
grant select on public.resource_texts to anon, authenticated, service_role;
comment on table public.resource_texts is 'What a resource says in a further language, written by its owner.';
comment on column public.resource_texts.description is 'Empty: the original''s. So are rules.';

create function private.tg_resource_texts__relearn() returns trigger
language plpgsql
-- definer: resources have no update grant
security definer
set search_path = ''
as $$
begin
  -- the row trigger of resources reads all titles anew for the search
  update public.resources set status = status where id = coalesce(new.resource_id, old.resource_id);
  return null;
end;
$$;
create trigger t50_relearn after insert or update or delete on public.resource_texts
  for each row execute function private.tg_resource_texts__relearn();

create function public.save_resource_text(
  p_resource_id uuid, p_locale text, p_title text, p_description text default '', p_rules text default ''
) returns public.resource_texts
language plpgsql
volatile
-- definer: nobody holds a write grant on resource_texts
security definer
set search_path = ''
as $$
declare
  v_resource public.resources := private.lock_resource(p_resource_id);
  v_title text := private.require_text(p_title, 'p_title', 120);
  v_text public.resource_texts;
begin
  if not coalesce(private.is_locale(p_locale), false) then
    perform private.fail('INPUT', 'Unknown language.', 'p_locale', jsonb_build_object('reason', 'choice'));
  end if;
  if p_locale = v_resource.locale then
    perform private.fail('INPUT', 'That is the language of the original.', 'p_locale', jsonb_build_object('reason', 'original'));
  end if;
  if char_length(v_title) < 2 then
    perform private.fail('INPUT', 'The name is too short.', 'p_title', jsonb_build_object('reason', 'too_short', 'min', 2));
  end if;
  -- one more than the app speaks today; a listing is not a dictionary
  if (select count(*) from public.resource_texts t where t.resource_id = p_resource_id and t.locale <> p_locale) >= 24 then
    perform private.fail('QUOTA', 'Enough languages.', 'p_locale', jsonb_build_object('max', 24));
  end if;
  insert into public.resource_texts (resource_id, locale, title, description, rules)
  values (p_resource_id, p_locale, v_title,
    coalesce(private.require_text(p_description, 'p_description', 6000, false), ''),
    coalesce(private.require_text(p_rules, 'p_rules', 6000, false), ''))
  on conflict on constraint resource_texts_pkey do update
  set title = excluded.title, description = excluded.description, rules = excluded.rules, updated_at = now()
  returning * into v_text;
  return v_text;
end;
$$;
comment on function public.save_resource_text is
  'Says in another language (p_locale) what a resource is, or changes it; an empty description or rules are read in the original. Raises LOGIN, NTFND, DNIED, INPUT, QUOTA.';
grant execute on function public.save_resource_text to authenticated;

create function public.remove_resource_text(p_resource_id uuid, p_locale text) returns void
language plpgsql
volatile
-- definer: nobody holds a delete grant on resource_texts
security definer
set search_path = ''
as $$
begin
  perform private.lock_resource(p_resource_id);
  delete from public.resource_texts where resource_id = p_resource_id and locale = p_locale;
  if not found then
    perform private.fail('NTFND', 'It says nothing in this language.', 'p_locale');
  end if;
end;
$$;
comment on function public.remove_resource_text is
  'Takes a translation off a resource; who reads that language reads the original again. Raises LOGIN, NTFND, DNIED.';
grant execute on function public.remove_resource_text to authenticated;

create function public.set_resource_locale(p_resource_id uuid, p_locale text) returns public.resources
language plpgsql
volatile
-- definer: nobody holds an update grant on resources
security definer
set search_path = ''
as $$
declare
  v_resource public.resources := private.lock_resource(p_resource_id);
begin
  if not coalesce(private.is_locale(p_locale), false) then
    perform private.fail('INPUT', 'Unknown language.', 'p_locale', jsonb_build_object('reason', 'choice'));
  end if;
  if exists (select 1 from public.resource_texts t where t.resource_id = p_resource_id and t.locale = p_locale) then
    perform private.fail('INPUT', 'There is a translation into that language.', 'p_locale', jsonb_build_object('reason', 'translated'));
  end if;
  update public.resources set locale = p_locale where id = p_resource_id returning * into v_resource;
  return v_resource;
end;
$$;
comment on function public.set_resource_locale is
  'Says which language a resource''s original is written in. Raises LOGIN, NTFND, DNIED, INPUT (reason translated: it has a translation into that language).';
grant execute on function public.set_resource_locale to authenticated;

create function private.title_in(p_resource public.resources, p_locale text) returns text
language plpgsql
stable
-- invoker: who may read the resource may read what it is called
set search_path = ''
as $$
begin
  return coalesce(
    (select t.title from public.resource_texts t
     where t.resource_id = p_resource.id
       and (t.locale = p_locale
         -- who reads plain German ("de-einfach") reads German before a foreign original
         or t.locale = split_part(p_locale, '-', 1) and p_resource.locale <> p_locale)
     order by t.locale = p_locale desc
     limit 1),
    p_resource.title);
end;
$$;
comment on function private.title_in is
  'What a resource is called in a language: as its owner wrote it there, else in the language it is a form of, else in the original.';
grant execute on function private.title_in to anon, authenticated, service_role;

create function public.reader_title(p_resource public.resources) returns text
language plpgsql
stable
-- invoker: who may read the resource may read what it is called
set search_path = ''
as $$
begin
  return private.title_in(p_resource, nullif(current_setting('request.headers', true), '')::json ->> 'x-locale');
end;
$$;
comment on function public.reader_title is
  'What a resource is called in the language of the header x-locale (a form of German falls back to German), else in the original; a computed field of resources. Raises nothing.';
grant execute on function public.reader_title to anon, authenticated, service_role;
