-- What an organisation says of itself: when it is founded, and whenever it changes.

create function private.free_organisation_slug(p_pool_id uuid, p_name text) returns text
language sql
stable
-- definer: must see organisations that the asker may not see
security definer
set search_path = ''
as $$
  with base as (select private.slug_from(p_name) as slug),
  candidates as (
    select case when n = 1 then slug else slug || '-' || n end as slug, n
    from base cross join generate_series(1, 1000) n
  )
  select c.slug from candidates c
  where not exists (select 1 from public.organisations o where o.pool_id = p_pool_id and o.slug = c.slug)
  order by c.n limit 1
$$;

create function private.require_organisation(
  p_name text, p_kind text, p_about text, p_email text, p_phone text, p_website text, p_address text,
  p_latitude numeric, p_longitude numeric
) returns public.organisations
language plpgsql
stable
set search_path = ''
as $$
declare
  v_said public.organisations;
begin
  v_said.name := private.require_text(p_name, 'p_name', 120);
  v_said.kind := p_kind;
  v_said.about := coalesce(private.require_text(p_about, 'p_about', 4000, false), '');
  v_said.email := coalesce(private.require_text(p_email, 'p_email', 254, false), '');
  v_said.phone := coalesce(private.require_text(p_phone, 'p_phone', 40, false), '');
  v_said.website := coalesce(private.require_text(p_website, 'p_website', 240, false), '');
  v_said.address := coalesce(private.require_text(p_address, 'p_address', 240, false), '');
  perform private.require_choice(p_kind, 'p_kind', array['association', 'initiative', 'institution']);
  if char_length(v_said.name) < 2 then
    perform private.fail('INPUT', 'The name is too short.', 'p_name', jsonb_build_object('reason', 'too_short', 'min', 2));
  end if;
  if v_said.website <> '' and v_said.website !~ '^https?://[^\s<>"]+$' then
    perform private.fail('INPUT', 'A web address starts with https://.', 'p_website', jsonb_build_object('reason', 'url'));
  end if;
  -- NaN is a numeric too, and more than any number
  if (p_latitude is null) <> (p_longitude is null)
     or p_latitude not between -90 and 90 or p_longitude not between -180 and 180 then
    perform private.fail('INPUT', 'A place has a latitude and a longitude.',
      case when p_latitude is null or p_latitude not between -90 and 90 then 'p_latitude' else 'p_longitude' end,
      jsonb_build_object('reason', 'spot'));
  end if;
  v_said.latitude := round(p_latitude, 4);
  v_said.longitude := round(p_longitude, 4);
  return v_said;
end;
$$;
comment on function private.require_organisation is
  'What an organisation says of itself, checked: a row with these fields and nothing else. Degrees, both or neither. Raises INPUT.';

create function public.found_organisation(
  p_pool text,
  p_name text,
  p_kind text default 'association',
  p_about text default '',
  p_email text default '',
  p_phone text default '',
  p_website text default '',
  p_address text default '',
  p_latitude numeric default null,
  p_longitude numeric default null
) returns public.organisations
language plpgsql
volatile
-- definer: nobody holds an insert grant on organisations and memberships
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_profile();
  v_pool public.pools := private.pool_by_slug(p_pool);
  v_said public.organisations := private.require_organisation(
    p_name, p_kind, p_about, p_email, p_phone, p_website, p_address, p_latitude, p_longitude);
  v_organisation public.organisations;
begin
  -- One person may wait for at most a handful of admissions: keeps the QM's list clean.
  if (select count(*) from public.memberships m join public.organisations o on o.id = m.organisation_id
      where m.person_id = v_person and m.role = 'admin' and o.status = 'pending') >= 5 then
    perform private.fail('QUOTA', 'Five organisations are already waiting to be admitted.', null, jsonb_build_object('max', 5));
  end if;

  insert into public.organisations (pool_id, slug, name, kind, about, email, phone, website, address, latitude, longitude)
  values (
    v_pool.id, private.free_organisation_slug(v_pool.id, v_said.name), v_said.name, v_said.kind, v_said.about, v_said.email,
    v_said.phone, v_said.website, v_said.address, v_said.latitude, v_said.longitude)
  on conflict do nothing
  returning * into v_organisation;
  if not found then
    perform private.fail('TAKEN', 'An organisation of this name exists here.', 'p_name');
  end if;
  insert into public.memberships (organisation_id, person_id, role) values (v_organisation.id, v_person, 'admin');
  return v_organisation;
end;
$$;
comment on function public.found_organisation is
  'Founds an organisation in the pool with slug p_pool; it is pending and the founder is its admin. Where it is (degrees, both or neither) its things will be too. Raises LOGIN, NTFND, INPUT, TAKEN, QUOTA.';
grant execute on function public.found_organisation to authenticated;

create function public.update_organisation(
  p_organisation_id uuid,
  p_name text,
  p_kind text,
  p_about text default '',
  p_email text default '',
  p_phone text default '',
  p_website text default '',
  p_address text default '',
  p_latitude numeric default null,
  p_longitude numeric default null
) returns public.organisations
language plpgsql
volatile
-- definer: nobody holds an update grant on organisations
security definer
set search_path = ''
as $$
declare
  v_organisation public.organisations := private.require_role(p_organisation_id, array['admin']);
  v_said public.organisations := private.require_organisation(
    p_name, p_kind, p_about, p_email, p_phone, p_website, p_address, p_latitude, p_longitude);
begin
  update public.organisations set
    name = v_said.name,
    kind = v_said.kind,
    about = v_said.about,
    email = v_said.email,
    phone = v_said.phone,
    website = v_said.website,
    address = v_said.address,
    latitude = v_said.latitude,
    longitude = v_said.longitude
  where id = p_organisation_id
  returning * into v_organisation;
  return v_organisation;
exception
  when unique_violation then
    perform private.fail('TAKEN', 'An organisation of this name exists here.', 'p_name');
end;
$$;
comment on function public.update_organisation is
  'Changes an organisation''s profile as a whole; its admins only. Where it is (degrees, both or neither): its things move along unless they lie elsewhere. Raises LOGIN, NTFND, DNIED, INPUT, TAKEN.';
grant execute on function public.update_organisation to authenticated;
