-- Listing things: any member may list what their association owns (that is how a beamer that
-- gathers dust gets into the pool); changing it later is for who listed it, approvers and admins.
-- Only approvers and admins may say "no need to ask" (approval instant or standing): it decides in their place.

create function private.may_edit_resource(p_resource public.resources) returns boolean
language plpgsql
stable
-- definer: reads memberships
security definer
set search_path = ''
as $$
begin
  return p_resource.organisation_id in (select private.my_organisation_ids(array['approver', 'admin']))
    -- nobody listed it when the account is gone: null must not pass for yes
    or (coalesce(p_resource.created_by = auth.uid(), false) and p_resource.organisation_id in (select private.my_organisation_ids()));
end;
$$;

-- Files of photos: written, listed and deleted by those who may change the resource whose folder it
-- is, and only under the names that add_resource_photo takes, or those of its smaller copies. The bucket itself is public to read.
create function private.may_change_photo(p_name text) returns boolean
language sql
stable
-- definer: reads resources and memberships for policies of storage
security definer
set search_path = ''
as $$
  select coalesce((
    select private.may_edit_resource(r)
    from public.resources r
    where p_name ~ '^[0-9a-f-]{36}/[0-9a-f-]{36}/[0-9a-f-]{36}\.(webp|jpg|(480|960)\.avif)$'
      and r.id::text = split_part(p_name, '/', 2) and r.organisation_id::text = split_part(p_name, '/', 1)), false)
$$;
comment on function private.may_change_photo is 'Whether the signed-in person may change the resource in whose folder the file lies.';
grant execute on function private.may_change_photo to authenticated;

create policy photos_insert_editors on storage.objects for insert to authenticated
  with check (bucket_id = 'photos' and private.may_change_photo(name));
create policy photos_select_editors on storage.objects for select to authenticated
  using (bucket_id = 'photos' and private.may_change_photo(name));
create policy photos_delete_editors on storage.objects for delete to authenticated
  using (bucket_id = 'photos' and private.may_change_photo(name));

create function private.lock_resource(p_resource_id uuid) returns public.resources
language plpgsql
volatile
-- definer: locks a row the asker has no update right on
security definer
set search_path = ''
as $$
declare
  v_resource public.resources;
begin
  perform private.require_person();
  select * into v_resource from public.resources where id = p_resource_id for no key update;
  if not found then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  if not private.may_edit_resource(v_resource) then
    perform private.fail('DNIED', 'Who listed it, approvers and admins may change it.');
  end if;
  return v_resource;
end;
$$;
comment on function private.lock_resource is 'Locks and returns a resource the signed-in person may change. Raises LOGIN, NTFND, DNIED.';

create function private.require_range(p_value integer, p_field text, p_min integer, p_max integer) returns integer
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_value is null or p_value not between p_min and p_max then
    perform private.fail('INPUT', 'Out of range.', p_field, jsonb_build_object('reason', 'range', 'min', p_min, 'max', p_max));
  end if;
  return p_value;
end;
$$;
comment on function private.require_range is 'p_value when it lies between p_min and p_max; raises INPUT (reason range) for p_field.';
-- search_resources runs as who asks and calls it
grant execute on function private.require_range to anon, authenticated, service_role;

create function public.list_resource(
  p_organisation_id uuid,
  p_kind text,
  p_title text,
  p_description text default '',
  p_rules text default '',
  p_place text default '',
  p_quantity integer default 1,
  p_approval text default 'manual',
  p_picture text default '',
  p_capacity_note text default '',
  p_price_note text default '',
  p_deposit_note text default '',
  p_buffer_before_minutes integer default 0,
  p_buffer_after_minutes integer default 0,
  p_idempotency_key text default null
) returns public.resources
language plpgsql
volatile
-- definer: nobody holds an insert grant on resources and assets
security definer
set search_path = ''
as $$
declare
  v_organisation public.organisations := private.require_role(p_organisation_id, array['member', 'approver', 'admin']);
  v_title text := private.require_text(p_title, 'p_title', 120);
  v_slug text := private.slug_from(p_title);
  v_key text := private.require_text(p_idempotency_key, 'p_idempotency_key', 200, false);
  v_resource public.resources;
  v_asset_id uuid;
begin
  perform private.require_choice(p_kind, 'p_kind', array['equipment', 'installation', 'room', 'vehicle', 'service']);
  perform private.require_choice(p_approval, 'p_approval', array['instant', 'manual', 'standing']);
  perform private.require_range(p_quantity, 'p_quantity', 1, 100000);
  perform private.require_range(p_buffer_before_minutes, 'p_buffer_before_minutes', 0, 10080);
  perform private.require_range(p_buffer_after_minutes, 'p_buffer_after_minutes', 0, 10080);
  if char_length(v_title) < 2 then
    perform private.fail('INPUT', 'The name is too short.', 'p_title', jsonb_build_object('reason', 'too_short', 'min', 2));
  end if;
  if v_organisation.status = 'suspended' then
    perform private.fail('ORGST', 'A suspended organisation cannot list.', 'p_organisation_id', jsonb_build_object('status', v_organisation.status));
  end if;
  if p_approval <> 'manual' and p_organisation_id not in (select private.my_organisation_ids(array['approver', 'admin'])) then
    perform private.fail('DNIED', 'Only approvers may lend without being asked.', 'p_approval');
  end if;

  if private.is_sent_again(v_key, 'list', p_organisation_id) then
    select r.* into v_resource
    from private.sent_acts a join public.resources r on r.id = a.result_id
    where a.person_id = auth.uid() and a.key = v_key;
    if not found then
      perform private.fail('NTFND', 'What was listed is gone again.');
    end if;
    return v_resource;
  end if;

  -- The plain name when it is free, else with a short random tail. Of two that ask for a name at
  -- once the second finds no row inserted and goes round again.
  while v_resource.id is null loop
    insert into public.resources (
      pool_id, organisation_id, locale, slug, kind, title, description, rules, place, approval, picture,
      capacity_note, price_note, deposit_note, buffer_before_minutes, buffer_after_minutes, created_by)
    values (
      v_organisation.pool_id, p_organisation_id,
      (select p.default_locale from public.pools p where p.id = v_organisation.pool_id),
      v_slug || case when exists (
          select 1 from public.resources r where r.pool_id = v_organisation.pool_id and r.slug = v_slug)
        then '-' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 6) else '' end,
      p_kind, v_title,
      coalesce(private.require_text(p_description, 'p_description', 6000, false), ''),
      coalesce(private.require_text(p_rules, 'p_rules', 6000, false), ''),
      coalesce(private.require_text(p_place, 'p_place', 240, false), ''),
      p_approval,
      coalesce(substring(p_picture from '^[a-z0-9-]{1,40}$'), ''),
      coalesce(private.require_text(p_capacity_note, 'p_capacity_note', 240, false), ''),
      coalesce(private.require_text(p_price_note, 'p_price_note', 1000, false), ''),
      coalesce(private.require_text(p_deposit_note, 'p_deposit_note', 240, false), ''),
      p_buffer_before_minutes, p_buffer_after_minutes, auth.uid())
    on conflict (pool_id, slug) do nothing
    returning * into v_resource;
  end loop;
  insert into public.assets (organisation_id, name, quantity) values (p_organisation_id, v_title, p_quantity)
  returning id into v_asset_id;
  insert into public.resource_assets (resource_id, asset_id) values (v_resource.id, v_asset_id);
  update private.sent_acts set result_id = v_resource.id where person_id = auth.uid() and key = v_key;
  select * into v_resource from public.resources where id = v_resource.id;
  return v_resource;
end;
$$;
comment on function public.list_resource is
  'Lists a thing for an organisation, with one asset of p_quantity; buffers in minutes. The same key lists once. Raises LOGIN, NTFND, DNIED, ORGST, IDEMP, INPUT.';
grant execute on function public.list_resource to authenticated;

create function public.update_resource(
  p_resource_id uuid,
  p_title text,
  p_description text,
  p_rules text,
  p_place text,
  p_approval text,
  p_picture text,
  p_capacity_note text,
  p_price_note text,
  p_deposit_note text,
  p_buffer_before_minutes integer,
  p_buffer_after_minutes integer
) returns public.resources
language plpgsql
volatile
-- definer: nobody holds an update grant on resources
security definer
set search_path = ''
as $$
declare
  v_resource public.resources := private.lock_resource(p_resource_id);
  v_title text := private.require_text(p_title, 'p_title', 120);
begin
  perform private.require_choice(p_approval, 'p_approval', array['instant', 'manual', 'standing']);
  if char_length(v_title) < 2 then
    perform private.fail('INPUT', 'The name is too short.', 'p_title', jsonb_build_object('reason', 'too_short', 'min', 2));
  end if;
  if p_approval <> v_resource.approval
     and v_resource.organisation_id not in (select private.my_organisation_ids(array['approver', 'admin'])) then
    perform private.fail('DNIED', 'Only approvers may change who decides.', 'p_approval');
  end if;
  -- Buffers count for bookings from now on; what is booked keeps the buffers it was given.
  update public.resources set
    title = v_title,
    description = coalesce(private.require_text(p_description, 'p_description', 6000, false), ''),
    rules = coalesce(private.require_text(p_rules, 'p_rules', 6000, false), ''),
    place = coalesce(private.require_text(p_place, 'p_place', 240, false), ''),
    approval = p_approval,
    picture = coalesce(substring(p_picture from '^[a-z0-9-]{1,40}$'), ''),
    capacity_note = coalesce(private.require_text(p_capacity_note, 'p_capacity_note', 240, false), ''),
    price_note = coalesce(private.require_text(p_price_note, 'p_price_note', 1000, false), ''),
    deposit_note = coalesce(private.require_text(p_deposit_note, 'p_deposit_note', 240, false), ''),
    buffer_before_minutes = private.require_range(p_buffer_before_minutes, 'p_buffer_before_minutes', 0, 10080),
    buffer_after_minutes = private.require_range(p_buffer_after_minutes, 'p_buffer_after_minutes', 0, 10080)
  where id = p_resource_id
  returning * into v_resource;
  return v_resource;
end;
$$;
comment on function public.update_resource is
  'Changes what a resource says; who listed it, approvers and admins. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.update_resource to authenticated;

create function private.resources_sharing_assets(p_resource_id uuid) returns uuid[]
-- plpgsql: every booking calls it, and a language sql function would be planned anew each time
language plpgsql
stable
-- definer: sees every resource's parts
security definer
set search_path = ''
as $$
begin
  return (
    select coalesce(array_agg(distinct other.resource_id), '{}')
    from public.resource_assets mine
    join public.resource_assets other on other.asset_id = mine.asset_id
    where mine.resource_id = p_resource_id);
end;
$$;
comment on function private.resources_sharing_assets is 'The resource itself and all that are free or taken together with it.';

create function public.change_stock(p_resource_id uuid, p_quantity integer) returns public.resources
language plpgsql
volatile
-- definer: nobody holds an update grant on assets
security definer
set search_path = ''
as $$
declare
  v_resource public.resources;
  v_sharing uuid[] := private.resources_sharing_assets(p_resource_id);
  v_asset_ids uuid[];
  v_closed record;
  v_detail text;
begin
  perform private.require_person();
  -- All resources made of the same thing change their number with it, and so are locked together.
  perform 1 from public.resources r
  where r.id = any (v_sharing) order by r.id for no key update;
  v_resource := private.lock_resource(p_resource_id);
  perform private.require_range(p_quantity, 'p_quantity', 1, 100000);
  v_asset_ids := array(select ra.asset_id from public.resource_assets ra where ra.resource_id = p_resource_id);
  if cardinality(v_asset_ids) <> 1 then
    perform private.fail('INPUT', 'A kit''s number follows from its parts.', 'p_quantity', jsonb_build_object('reason', 'kit'));
  end if;
  perform private.lock_assets(private.assets_around(v_asset_ids));
  -- A withdrawal has what others leave: it lets go of what is to come, and takes what is left in the end.
  delete from public.allocations al using public.closures c
  where c.id = al.closure_id and c.withdrawal and al.asset_id = v_asset_ids[1] and lower(al.blocked) >= now();
  update public.allocations al set blocked = tstzrange(lower(al.blocked), now(), '[)')
  from public.closures c
  where c.id = al.closure_id and c.withdrawal and al.asset_id = v_asset_ids[1] and al.blocked @> now();
  -- A closure takes all there is. It shrinks before the stock does and grows after it.
  update public.allocations set quantity = p_quantity
  where asset_id = v_asset_ids[1] and closure_id is not null and upper(blocked) > now() and quantity > p_quantity;
  begin
    update public.assets set quantity = p_quantity where id = v_asset_ids[1];
  exception when sqlstate 'BKCAP' then
    -- the guard says how many are promised; who decides about the bookings also learns which
    get stacked diagnostics v_detail = pg_exception_detail;
    perform private.fail('BKCAP', 'More than that are promised to bookings.', 'p_quantity', (v_detail::jsonb -> 'params')
      || case when v_resource.organisation_id in (select private.my_organisation_ids(array['approver', 'admin']))
           then private.standing_params(p_resource_id, tstzrange(now(), 'infinity', '[)'), p_quantity) else '{}' end);
  end;
  for v_closed in
    select al.id, ra.quantity * r.quantity as wanted
    from public.allocations al
    join public.closures c on c.id = al.closure_id
    join public.resources r on r.id = c.resource_id
    join public.resource_assets ra on ra.resource_id = r.id and ra.asset_id = al.asset_id
    where al.asset_id = v_asset_ids[1] and not al.exclusive and not c.withdrawal and upper(al.blocked) > now()
      and al.quantity < ra.quantity * r.quantity
    order by c.created_at, al.id
  loop
    -- counted for each anew: what one closure takes is no room for the next
    update public.allocations set quantity =
      greatest(quantity, least(v_closed.wanted, p_quantity - private.peak_quantity(asset_id, blocked, id)))
    where id = v_closed.id;
  end loop;
  perform private.fill_withdrawals(v_asset_ids);
  select * into v_resource from public.resources where id = p_resource_id;
  return v_resource;
end;
$$;
comment on function public.change_stock is
  'Changes how many there are of a resource that is one asset; refused below what bookings were promised; closures keep closing all of it. Raises LOGIN, NTFND, DNIED, INPUT, BKCAP (params promised, and for approvers and admins standing and bookings).';
grant execute on function public.change_stock to authenticated;

create function public.set_resource_status(p_resource_id uuid, p_status text) returns public.resources
language plpgsql
volatile
-- definer: nobody holds an update grant on resources
security definer
set search_path = ''
as $$
declare
  v_resource public.resources := private.lock_resource(p_resource_id);
begin
  perform private.require_choice(p_status, 'p_status', array['published', 'paused', 'retired']);
  update public.resources set status = p_status where id = p_resource_id returning * into v_resource;
  return v_resource;
end;
$$;
comment on function public.set_resource_status is
  'Publishes, pauses or retires a resource; bookings that stand are kept. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.set_resource_status to authenticated;

create function public.add_resource_photo(
  p_resource_id uuid, p_path text, p_alt text, p_width integer, p_height integer
) returns public.resource_photos
language plpgsql
volatile
-- definer: nobody holds an insert grant on resource_photos
security definer
set search_path = ''
as $$
declare
  v_resource public.resources := private.lock_resource(p_resource_id);
  v_photo public.resource_photos;
begin
  if p_path is null or p_path !~ ('^' || v_resource.organisation_id || '/' || v_resource.id || '/[0-9a-f-]{36}\.(webp|jpg)$') then
    perform private.fail('INPUT', 'The photo lies in the wrong place.', 'p_path', jsonb_build_object('reason', 'path'));
  end if;
  if not exists (select 1 from storage.objects where bucket_id = 'photos' and name = p_path) then
    perform private.fail('INPUT', 'There is no such photo.', 'p_path', jsonb_build_object('reason', 'missing'));
  end if;
  if (select count(*) from public.resource_photos where resource_id = p_resource_id) >= 12 then
    perform private.fail('QUOTA', 'Twelve photos are enough.', 'p_path', jsonb_build_object('max', 12));
  end if;
  insert into public.resource_photos (resource_id, path, alt, width, height, position)
  values (p_resource_id, p_path, coalesce(private.require_text(p_alt, 'p_alt', 240, false), ''),
    private.require_range(p_width, 'p_width', 1, 8192), private.require_range(p_height, 'p_height', 1, 8192),
    (select coalesce(max(position) + 1, 0) from public.resource_photos where resource_id = p_resource_id))
  returning * into v_photo;
  return v_photo;
end;
$$;
comment on function public.add_resource_photo is
  'Adds an uploaded photo (bucket photos, path organisation/resource/photo, pixels) to a resource. Raises LOGIN, NTFND, DNIED, INPUT, QUOTA.';
grant execute on function public.add_resource_photo to authenticated;

create function public.remove_resource_photo(p_photo_id uuid) returns text
language plpgsql
volatile
-- definer: nobody holds a delete grant on resource_photos
security definer
set search_path = ''
as $$
declare
  v_photo public.resource_photos;
begin
  perform private.require_person();
  select * into v_photo from public.resource_photos where id = p_photo_id;
  if not found then
    perform private.fail('NTFND', 'There is no such photo.', 'p_photo_id');
  end if;
  perform private.lock_resource(v_photo.resource_id);
  delete from public.resource_photos where id = p_photo_id;
  return v_photo.path;
end;
$$;
comment on function public.remove_resource_photo is 'Takes a photo off a resource; returns its storage path so that the file can go too. Raises LOGIN, NTFND, DNIED.';
grant execute on function public.remove_resource_photo to authenticated;
