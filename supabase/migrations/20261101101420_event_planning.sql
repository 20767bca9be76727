-- Planning an event: a list of wishes, begun from a template, and what of the pool could meet them.
-- Nothing here is asked of anybody yet.

create function private.lock_plan(p_event_id uuid) returns public.event_plans
language plpgsql
volatile
-- definer: locks a row the asker has no update right on; tells nothing to those who may not see it
security definer
set search_path = ''
as $$
declare
  v_plan public.event_plans;
begin
  perform private.require_person();
  select p.* into v_plan from public.event_plans p where p.event_id = p_event_id for update;
  if not found or not exists (
    select 1 from public.events e where e.id = p_event_id and e.organisation_id in (select private.my_organisation_ids())
  ) then
    perform private.fail('NTFND', 'There is no such event.', 'p_event_id');
  end if;
  return v_plan;
end;
$$;
comment on function private.lock_plan is 'Locks and returns the plan of an event of one''s own organisation. Raises LOGIN, NTFND.';

create function private.lock_draft(p_event_id uuid) returns public.event_plans
language plpgsql
volatile
-- definer: see lock_plan
security definer
set search_path = ''
as $$
declare
  v_plan public.event_plans := private.lock_plan(p_event_id);
begin
  if v_plan.status <> 'draft' then
    perform private.fail('BKSTA', 'This has been sent already.', null, jsonb_build_object('status', v_plan.status));
  end if;
  return v_plan;
end;
$$;
comment on function private.lock_draft is 'As lock_plan, while it is a draft. Raises LOGIN, NTFND, BKSTA.';

create function private.lock_item(p_item_id uuid) returns public.event_items
language plpgsql
volatile
-- definer: see lock_plan
security definer
set search_path = ''
as $$
declare
  v_item public.event_items;
begin
  perform private.require_person();
  select i.* into v_item from public.event_items i where i.id = p_item_id;
  if not found or not exists (
    select 1 from public.events e where e.id = v_item.event_id and e.organisation_id in (select private.my_organisation_ids())
  ) then
    perform private.fail('NTFND', 'There is no such item.', 'p_item_id');
  end if;
  perform private.lock_plan(v_item.event_id);
  -- behind the lock, as it is now
  select i.* into v_item from public.event_items i where i.id = p_item_id;
  if not found then
    perform private.fail('NTFND', 'There is no such item.', 'p_item_id');
  end if;
  return v_item;
end;
$$;
comment on function private.lock_item is 'An item of an event of one''s own organisation, behind the lock of the plan. Raises LOGIN, NTFND.';

create function private.touch_plan(p_event_id uuid) returns void
language sql
volatile
-- definer: event_plans has no update grant
security definer
set search_path = ''
as $$
  update public.event_plans set version = version + 1 where event_id = p_event_id
$$;

create function private.name_in(p_names jsonb, p_locale text) returns text
language sql
immutable
set search_path = ''
as $$
  select left(coalesce(p_names ->> p_locale, p_names ->> split_part(p_locale, '-', 1), p_names ->> 'de'), 120)
$$;
comment on function private.name_in is 'The name in a language, or in German.';

create function private.follow_template(p_event_id uuid) returns void
language sql
volatile
-- definer: event_items has no update grant
security definer
set search_path = ''
as $$
  with due as (
    select i.id,
      least(case when t.per_guests is null then t.quantity else (e.guests + t.per_guests - 1) / t.per_guests * t.quantity end, 100000) as quantity,
      least(e.starts_at, (w.starts::date - t.days_before + coalesce(t.starts_time, w.starts::time)) at time zone p.time_zone) as starts_at,
      greatest(e.ends_at, (w.ends::date + t.days_after + coalesce(t.ends_time, w.ends::time)) at time zone p.time_zone) as ends_at
    from public.event_items i
    join public.event_template_items t on t.id = i.template_item_id
    join public.events e on e.id = i.event_id
    join public.pools p on p.id = e.pool_id
    cross join lateral (select e.starts_at at time zone p.time_zone as starts, e.ends_at at time zone p.time_zone as ends) w
    where i.event_id = p_event_id and not i.changed
  ),
  moved as (
    update public.event_items i set quantity = due.quantity, starts_at = due.starts_at, ends_at = due.ends_at
    from due where i.id = due.id and (i.quantity, i.starts_at, i.ends_at) is distinct from (due.quantity, due.starts_at, due.ends_at)
    returning i.id
  )
  -- what was chosen for another number or another time is chosen anew
  delete from public.event_parts part using moved where part.item_id = moved.id
$$;
comment on function private.follow_template is
  'Computes quantity and period of the items that nobody changed by hand from their template, guests and dates.';

create function public.plan_event(
  p_event_id uuid,
  p_organisation_id uuid,
  p_title text,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_guests integer,
  p_place text default null,
  p_note text default null,
  p_mode text default 'all_or_nothing',
  p_template text default null,
  p_locale text default 'de'
) returns public.events
language plpgsql
volatile
-- definer: nobody holds a write grant on events
security definer
set search_path = ''
as $$
declare
  v_organisation public.organisations := private.require_role(p_organisation_id, array['member', 'approver', 'admin']);
  v_title text := private.require_text(p_title, 'p_title', 120);
  v_place text := coalesce(private.require_text(p_place, 'p_place', 240, false), '');
  v_note text := coalesce(private.require_text(p_note, 'p_note', 2000, false), '');
  v_before public.events;
  v_event public.events;
  v_template uuid;
begin
  if p_event_id is null then
    perform private.fail('INPUT', 'An event needs an id.', 'p_event_id', jsonb_build_object('reason', 'required'));
  end if;
  perform private.require_choice(p_mode, 'p_mode', array['all_or_nothing', 'best_effort']);
  perform private.require_range(p_guests, 'p_guests', 1, 100000);
  perform private.require_period(p_starts_at, p_ends_at);
  if char_length(v_title) < 2 then
    perform private.fail('INPUT', 'The name is too short.', 'p_title', jsonb_build_object('reason', 'too_short', 'min', 2));
  end if;
  if p_template is not null then
    select t.id into v_template from public.event_templates t
    where t.slug = p_template and (t.pool_id is null or t.pool_id = v_organisation.pool_id)
    order by t.pool_id nulls last limit 1;
    if not found then
      perform private.fail('NTFND', 'There is no such template.', 'p_template');
    end if;
  end if;

  insert into public.events (id, pool_id, organisation_id, created_by, title, place, starts_at, ends_at, guests)
  values (p_event_id, v_organisation.pool_id, p_organisation_id, auth.uid(), v_title, v_place, p_starts_at, p_ends_at, p_guests)
  on conflict (id) do nothing
  returning * into v_event;
  if found then
    insert into public.event_plans (event_id, mode, note) values (p_event_id, p_mode, v_note);
    insert into public.event_items (event_id, position, template_item_id, what, words, picture, quantity, starts_at, ends_at)
    select p_event_id, t.position, t.id, private.name_in(t.names, p_locale), t.words, t.picture, 1, p_starts_at, p_ends_at
    from public.event_template_items t where t.template_id = v_template;
    perform private.follow_template(p_event_id);
    return v_event;
  end if;

  perform private.lock_draft(p_event_id);
  select e.* into v_before from public.events e where e.id = p_event_id;
  if v_before.pool_id <> v_organisation.pool_id then
    perform private.fail('NTFND', 'That organisation belongs to another pool.', 'p_organisation_id');
  end if;
  update public.events
  set organisation_id = p_organisation_id, title = v_title, place = v_place,
      starts_at = p_starts_at, ends_at = p_ends_at, guests = p_guests
  where id = p_event_id
  returning * into v_event;
  update public.event_plans set mode = p_mode, note = v_note, version = version + 1 where event_id = p_event_id;
  -- What is wanted for the whole event, and what was set by hand, moves along with it.
  delete from public.event_parts part using public.event_items i
  where part.item_id = i.id and i.event_id = p_event_id
    and (v_before.starts_at, v_before.ends_at) is distinct from (p_starts_at, p_ends_at);
  update public.event_items
  set starts_at = starts_at + (p_starts_at - v_before.starts_at), ends_at = ends_at + (p_ends_at - v_before.ends_at)
  where event_id = p_event_id and (template_item_id is null or changed)
    and starts_at + (p_starts_at - v_before.starts_at) < ends_at + (p_ends_at - v_before.ends_at);
  perform private.follow_template(p_event_id);
  return v_event;
end;
$$;
comment on function public.plan_event is
  'Begins an event of one''s organisation under an id one has chosen, or changes it while it is a draft; half-open period. With p_template its list of things comes along, named in p_locale; quantities follow the guests, times the pool''s clock. Raises LOGIN, NTFND, DNIED, INPUT, BKLEN, BKLED, BKSTA.';
grant execute on function public.plan_event to authenticated;

create function public.plan_event_item(
  p_event_id uuid,
  p_item_id uuid,
  p_what text,
  p_quantity integer,
  p_words text default null,
  p_picture text default '',
  p_starts_at timestamptz default null,
  p_ends_at timestamptz default null
) returns public.event_items
language plpgsql
volatile
-- definer: nobody holds a write grant on event_items
security definer
set search_path = ''
as $$
declare
  v_plan public.event_plans := private.lock_draft(p_event_id);
  v_what text := private.require_text(p_what, 'p_what', 120);
  v_words text := coalesce(private.require_text(p_words, 'p_words', 200, false), v_what);
  v_event public.events;
  v_item public.event_items;
begin
  perform private.require_range(p_quantity, 'p_quantity', 1, 100000);
  if coalesce(p_picture, '') !~ '^[a-z0-9-]{0,40}$' then
    perform private.fail('INPUT', 'There is no such picture.', 'p_picture', jsonb_build_object('reason', 'choice'));
  end if;
  select e.* into v_event from public.events e where e.id = p_event_id;
  perform private.require_period(coalesce(p_starts_at, v_event.starts_at), coalesce(p_ends_at, v_event.ends_at));
  if p_item_id is null then
    perform private.fail('INPUT', 'An item needs an id.', 'p_item_id', jsonb_build_object('reason', 'required'));
  end if;
  select i.* into v_item from public.event_items i where i.id = p_item_id;
  if found then
    if v_item.event_id <> p_event_id then
      perform private.fail('NTFND', 'There is no such item.', 'p_item_id');
    end if;
    delete from public.event_parts part where part.item_id = p_item_id and (
      v_item.quantity, v_item.words, v_item.starts_at, v_item.ends_at) is distinct from (
      p_quantity, v_words, coalesce(p_starts_at, v_event.starts_at), coalesce(p_ends_at, v_event.ends_at));
    update public.event_items
    set what = v_what, words = v_words, picture = coalesce(p_picture, ''), quantity = p_quantity,
        starts_at = coalesce(p_starts_at, v_event.starts_at), ends_at = coalesce(p_ends_at, v_event.ends_at), changed = true
    where id = p_item_id
    returning * into v_item;
  else
    if (select count(*) from public.event_items i where i.event_id = p_event_id) >= 40 then
      perform private.fail('QUOTA', 'Forty things are the most an event can have.', null, jsonb_build_object('max', 40));
    end if;
    insert into public.event_items (id, event_id, position, what, words, picture, quantity, starts_at, ends_at)
    values (p_item_id, p_event_id,
      (select coalesce(max(i.position), 0) + 1 from public.event_items i where i.event_id = p_event_id),
      v_what, v_words, coalesce(p_picture, ''), p_quantity,
      coalesce(p_starts_at, v_event.starts_at), coalesce(p_ends_at, v_event.ends_at))
    returning * into v_item;
  end if;
  perform private.touch_plan(p_event_id);
  return v_item;
end;
$$;
comment on function public.plan_event_item is
  'Adds a wish to a draft under an id one has chosen, or changes it; without a period it is wanted for the whole event. At most 40. Raises LOGIN, NTFND, BKSTA, INPUT, BKLEN, BKLED, QUOTA.';
grant execute on function public.plan_event_item to authenticated;

create function public.drop_event_item(p_item_id uuid) returns void
language plpgsql
volatile
-- definer: nobody holds a delete grant on event_items
security definer
set search_path = ''
as $$
declare
  v_item public.event_items := private.lock_item(p_item_id);
begin
  perform private.lock_draft(v_item.event_id);
  delete from public.event_items where id = p_item_id;
  perform private.touch_plan(v_item.event_id);
end;
$$;
comment on function public.drop_event_item is 'Takes a wish off a draft. Raises LOGIN, NTFND, BKSTA.';
grant execute on function public.drop_event_item to authenticated;

-- How the offers for one wish are written in jsonb: [{resource_id, quantity, starts_at, ends_at}], the
-- period optional. Read in one place.
create function private.read_parts(p_parts jsonb, p_item public.event_items)
returns table (resource_id uuid, quantity integer, starts_at timestamptz, ends_at timestamptz)
language plpgsql
stable
set search_path = ''
as $$
begin
  if p_parts is null or jsonb_typeof(p_parts) <> 'array' or jsonb_array_length(p_parts) > 12 then
    perform private.fail('INPUT', 'Parts are a list of at most twelve.', 'p_parts', jsonb_build_object('reason', 'invalid'));
  end if;
  begin
    return query
      select (part.value ->> 'resource_id')::uuid, (part.value ->> 'quantity')::integer,
        coalesce((part.value ->> 'starts_at')::timestamptz, p_item.starts_at),
        coalesce((part.value ->> 'ends_at')::timestamptz, p_item.ends_at)
      from jsonb_array_elements(p_parts) with ordinality as part (value, n)
      order by part.n;
  exception when data_exception or invalid_text_representation then
    perform private.fail('INPUT', 'A part has a resource, a number and times.', 'p_parts', jsonb_build_object('reason', 'invalid'));
  end;
end;
$$;
comment on function private.read_parts is 'The offers chosen for a wish, without a period for all of it. Raises INPUT.';

create function public.choose_event_parts(p_item_id uuid, p_parts jsonb) returns setof public.event_parts
language plpgsql
volatile
-- definer: nobody holds a write grant on event_parts
security definer
set search_path = ''
as $$
declare
  v_item public.event_items := private.lock_item(p_item_id);
  v_plan public.event_plans := private.lock_draft(v_item.event_id);
begin
  if exists (
    select 1 from private.read_parts(p_parts, v_item) part
    where part.resource_id is null or part.quantity is null or part.quantity < 1 or part.starts_at >= part.ends_at
      or not exists (
        select 1 from public.resources r join public.events e on e.pool_id = r.pool_id
        where r.id = part.resource_id and e.id = v_item.event_id and r.listed)
  ) then
    perform private.fail('INPUT', 'Each part is something listed here, at least one of it.', 'p_parts', jsonb_build_object('reason', 'invalid'));
  end if;
  delete from public.event_parts where item_id = p_item_id;
  insert into public.event_parts (item_id, resource_id, quantity, starts_at, ends_at)
  select p_item_id, part.resource_id, part.quantity, part.starts_at, part.ends_at from private.read_parts(p_parts, v_item) part;
  perform private.touch_plan(v_item.event_id);
  return query select part.* from public.event_parts part where part.item_id = p_item_id order by part.created_at, part.id;
end;
$$;
comment on function public.choose_event_parts is
  'Chooses what is to meet a wish of a draft, from one or several owners; an empty list leaves it to propose_event. Raises LOGIN, NTFND, BKSTA, INPUT.';
grant execute on function public.choose_event_parts to authenticated;
