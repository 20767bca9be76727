-- Foundation: extensions, the private schema, and the few helpers every later migration uses.
-- Runs as the non-superuser `postgres`, as on the hosted platform.

create extension if not exists btree_gist with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists pgcrypto with schema extensions;

-- Nothing is callable or readable unless a later line says so.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;

create schema private;
comment on schema private is
  'Helpers of policies and intents, the outbox, the transition table. Never exposed through the API.';
grant usage on schema private to anon, authenticated, service_role;

create function private.fail(
  p_code text,
  p_message text,
  p_field text default null,
  p_params jsonb default null
) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  raise exception using
    errcode = p_code,
    message = p_message,
    detail = jsonb_strip_nulls(jsonb_build_object('field', p_field, 'params', p_params))::text;
end;
$$;
comment on function private.fail is
  'Raises p_code (docs/errors.md) with a developer''s sentence; detail is JSON {field, params} for the screen. Never returns.';
grant execute on function private.fail to anon, authenticated, service_role;

create function private.require_person() returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  v_person uuid := auth.uid();
begin
  if v_person is null then
    perform private.fail('LOGIN', 'Sign in first.');
  end if;
  return v_person;
end;
$$;
comment on function private.require_person is 'The signed-in person''s id; raises LOGIN when nobody is signed in.';
grant execute on function private.require_person to anon, authenticated;

-- People paste anything. Control characters and bidi overrides (U+202A-202E, U+2066-2069) can
-- reorder a line on somebody else's screen, so they are dropped; joiners and marks that scripts
-- need (U+200C-200F) stay, and so do line breaks and tabs. A text of which nothing could be seen
-- (spaces of any width, joiners, fillers) is empty.
-- plpgsql: every intent calls it, and a language sql function would be planned anew each time
create function private.clean_text(p_text text) returns text
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
declare
  v_text text := btrim(
    regexp_replace(p_text, E'[\\u0001-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]', '', 'g'),
    E' \t\n');
begin
  if v_text ~ E'[^\\s\\u00A0\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u2064\\u2800\\u3000\\u3164\\uFFA0]' then
    return v_text;
  end if;
  return null;
end;
$$;
comment on function private.clean_text is 'Trims and drops control and bidi-override characters; empty becomes null.';

create function private.require_text(p_text text, p_field text, p_max integer, p_required boolean default true)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_text text := private.clean_text(p_text);
begin
  if v_text is null then
    if p_required then
      perform private.fail('INPUT', 'This must not be empty.', p_field, jsonb_build_object('reason', 'required'));
    end if;
    return null;
  end if;
  if char_length(v_text) > p_max then
    perform private.fail('INPUT', 'This text is too long.', p_field,
      jsonb_build_object('reason', 'too_long', 'max', p_max, 'length', char_length(v_text)));
  end if;
  return v_text;
end;
$$;
comment on function private.require_text is
  'The cleaned text; raises INPUT (reason required or too_long, max and length in characters) for p_field.';

create function private.require_choice(p_value text, p_field text, p_choices text[]) returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_value is null or p_value <> all (p_choices) then
    perform private.fail('INPUT', 'Not one of the choices.', p_field,
      jsonb_build_object('reason', 'choice', 'choices', to_jsonb(p_choices)));
  end if;
  return p_value;
end;
$$;
comment on function private.require_choice is 'p_value when it is one of p_choices; raises INPUT (reason choice) otherwise.';

create function private.slug_from(p_text text) returns text
language sql
immutable
parallel safe
set search_path = ''
as $$
  select coalesce(nullif(btrim(left(regexp_replace(
    extensions.unaccent('extensions.unaccent'::regdictionary,
      replace(replace(replace(replace(lower(p_text), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss')),
    '[^a-z0-9]+', '-', 'g'), 60), '-'), ''), 'eintrag')
$$;
comment on function private.slug_from is 'A readable ASCII address part of at most 60 characters; German umlauts are written out.';
