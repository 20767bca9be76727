-- Owners say what their things cost and who counts as what; the QM recognises who serves the
-- common good; everybody reads what it comes to.

create function private.price_number(p_object jsonb, p_key text, p_field text, p_max integer, p_required boolean default false)
returns integer
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_value jsonb := nullif(p_object -> p_key, 'null');
begin
  if v_value is null then
    if p_required then
      perform private.fail('INPUT', 'An amount is missing.', p_field || '.' || p_key, jsonb_build_object('reason', 'required'));
    end if;
    return null;
  end if;
  -- never floating point: 25.00 is no number of cents
  if v_value::text !~ '^[0-9]{1,9}$' or v_value::text::integer > p_max then
    perform private.fail('INPUT', 'A whole number in these bounds.', p_field || '.' || p_key,
      jsonb_build_object('reason', 'range', 'min', 0, 'max', p_max));
  end if;
  return v_value::text::integer;
end;
$$;
comment on function private.price_number is 'A whole number from 0 to p_max out of a JSON object, or null. Raises INPUT (required, range) at p_field.p_key.';

create function private.price_choice(p_object jsonb, p_key text, p_field text, p_choices text[], p_default text default null)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return private.require_choice(coalesce(p_object ->> p_key, p_default), p_field || '.' || p_key, p_choices);
end;
$$;
comment on function private.price_choice is 'One of p_choices out of a JSON object. Raises INPUT (choice) at p_field.p_key.';

create function private.price_flag(p_object jsonb, p_key text, p_field text) returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  if coalesce(jsonb_typeof(nullif(p_object -> p_key, 'null')), 'boolean') <> 'boolean' then
    perform private.fail('INPUT', 'Yes or no.', p_field || '.' || p_key, jsonb_build_object('reason', 'invalid'));
  end if;
  return coalesce((p_object ->> p_key)::boolean, false);
end;
$$;
comment on function private.price_flag is 'true or false out of a JSON object; missing is false. Raises INPUT (invalid) at p_field.p_key.';

create function private.require_object(p_value jsonb, p_field text, p_keys text[] default null) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_strange text;
begin
  if p_value is null or p_value = 'null' then
    return '{}';
  end if;
  if jsonb_typeof(p_value) <> 'object' then
    perform private.fail('INPUT', 'This must be an object.', p_field, jsonb_build_object('reason', 'invalid'));
  end if;
  select k into v_strange from jsonb_object_keys(p_value) k where k <> all (p_keys) limit 1;
  if v_strange is not null then
    perform private.fail('INPUT', 'There is nothing of this name.', p_field || '.' || v_strange,
      jsonb_build_object('reason', 'choice', 'choices', to_jsonb(p_keys)));
  end if;
  return p_value;
end;
$$;
comment on function private.require_object is 'A JSON object that has no keys but p_keys; null is an empty one. Raises INPUT (invalid, choice).';

create function private.write_tariffs(p_terms_id uuid, p_groups jsonb) returns void
language plpgsql
volatile
-- definer: tariffs have no write grant
security definer
set search_path = ''
as $$
declare
  v_units constant text[] := array['hour', 'day', 'weekend', 'event'];
  v_group record;
  v_unit record;
  v_mode text;
  v_field text;
  v_counted boolean;
begin
  delete from public.tariffs where terms_id = p_terms_id;
  for v_group in
    select g.key, g.value
    from jsonb_each(private.require_object(p_groups, 'p_prices.groups', array['members', 'common_good', 'local', 'others', 'commercial'])) g
  loop
    v_field := 'p_prices.groups.' || v_group.key;
    perform private.require_object(v_group.value, v_field, v_units || array['mode']);
    v_mode := private.price_choice(v_group.value, 'mode', v_field, array['tariff', 'free', 'donation', 'on_request', 'refused'], 'tariff');
    if v_mode <> 'tariff' then
      insert into public.tariffs (terms_id, price_group, mode) values (p_terms_id, v_group.key, v_mode);
      continue;
    end if;
    if not v_group.value ?| v_units then
      perform private.fail('INPUT', 'A price needs an amount for an hour, a day, a weekend or an event.', v_field,
        jsonb_build_object('reason', 'required'));
    end if;
    for v_unit in select u.key, u.value from jsonb_each(v_group.value - 'mode') u loop
      v_field := 'p_prices.groups.' || v_group.key || '.' || v_unit.key;
      -- a weekend and an event are one, so there is nothing further and nothing free of it
      v_counted := v_unit.key in ('hour', 'day');
      perform private.require_object(v_unit.value, v_field,
        array['first_minor', 'per_item', 'minimum_minor'] || case when v_counted then array['further_minor', 'free_units'] end);
      insert into public.tariffs (terms_id, price_group, unit, first_minor, further_minor, per_item, minimum_minor, free_units)
      values (p_terms_id, v_group.key, v_unit.key,
        private.price_number(v_unit.value, 'first_minor', v_field, 10000000, true),
        private.price_number(v_unit.value, 'further_minor', v_field, 10000000),
        private.price_flag(v_unit.value, 'per_item', v_field),
        coalesce(private.price_number(v_unit.value, 'minimum_minor', v_field, 10000000), 0),
        coalesce(private.price_number(v_unit.value, 'free_units', v_field, 1000), 0));
    end loop;
  end loop;
end;
$$;
comment on function private.write_tariffs is
  'Replaces the tariffs of a terms row by {group: {mode} or {unit: {first_minor, further_minor, per_item, minimum_minor, free_units}}}. Raises INPUT at the path of what cannot be.';

create function private.write_extras(p_terms_id uuid, p_extras jsonb) returns void
language plpgsql
volatile
-- definer: extras have no write grant
security definer
set search_path = ''
as $$
declare
  v_extra record;
  v_field text;
  v_name text;
  v_names text[] := '{}';
  v_unit text;
  v_due text;
  v_required boolean;
  v_amounts jsonb;
begin
  delete from public.extras where terms_id = p_terms_id;
  if jsonb_typeof(nullif(p_extras, 'null')) <> 'array' then
    perform private.fail('INPUT', 'Extras are a list.', 'p_prices.extras', jsonb_build_object('reason', 'invalid'));
  end if;
  if jsonb_array_length(nullif(p_extras, 'null')) > 20 then
    perform private.fail('INPUT', 'At most twenty extras.', 'p_prices.extras', jsonb_build_object('reason', 'range', 'min', 0, 'max', 20));
  end if;
  for v_extra in
    select e.value, e.ordinality::integer as n
    from jsonb_array_elements(coalesce(nullif(p_extras, 'null'), '[]')) with ordinality e
  loop
    v_field := 'p_prices.extras.' || v_extra.n - 1;
    perform private.require_object(v_extra.value, v_field, array['name', 'unit', 'due', 'required', 'amount_minor', 'groups']);
    v_name := private.require_text(v_extra.value ->> 'name', v_field || '.name', 80);
    if v_name = any (v_names) then
      perform private.fail('INPUT', 'Two extras of one name.', v_field || '.name', jsonb_build_object('reason', 'twice'));
    end if;
    v_names := v_names || v_name;
    v_unit := private.price_choice(v_extra.value, 'unit', v_field,
      array['person', 'kilometre', 'piece', 'hour', 'day', 'kwh', 'cubic_metre', 'flat']);
    v_due := private.price_choice(v_extra.value, 'due', v_field, array['asked', 'settled']);
    v_required := private.price_flag(v_extra.value, 'required', v_field);
    v_amounts := private.require_object(v_extra.value -> 'groups', v_field || '.groups',
      array['members', 'common_good', 'local', 'others', 'commercial']);
    if v_amounts = '{}' or v_extra.value ? 'amount_minor' then
      insert into public.extras (terms_id, name, unit, due, required, position, amount_minor)
      values (p_terms_id, v_name, v_unit, v_due, v_required, v_extra.n,
        private.price_number(v_extra.value, 'amount_minor', v_field, 10000000, v_due = 'asked'));
    end if;
    insert into public.extras (terms_id, name, unit, due, required, position, price_group, amount_minor)
    select p_terms_id, v_name, v_unit, v_due, v_required, v_extra.n, g,
      private.price_number(v_amounts, g, v_field || '.groups', 10000000, v_due = 'asked')
    from jsonb_object_keys(v_amounts) g;
  end loop;
end;
$$;
comment on function private.write_extras is
  'Replaces the extras of a terms row by [{name, unit, due, required, amount_minor, groups: {group: minor}}]. Raises INPUT at the path of what cannot be.';

create function private.require_terms(p_scope text, p_id uuid) returns public.terms
language plpgsql
volatile
-- definer: terms have no write grant
security definer
set search_path = ''
as $$
declare
  v_pool_id uuid;
  v_organisation_id uuid;
  v_terms public.terms;
begin
  perform private.require_person();
  perform private.require_choice(p_scope, 'p_scope', array['pool', 'organisation', 'resource']);
  if p_scope = 'resource' then
    select r.pool_id, r.organisation_id into v_pool_id, v_organisation_id from public.resources r where r.id = p_id;
  elsif p_scope = 'organisation' then
    select o.pool_id, o.id into v_pool_id, v_organisation_id from public.organisations o where o.id = p_id;
  else
    select p.id into v_pool_id from public.pools p where p.id = p_id;
  end if;
  if v_pool_id is null then
    perform private.fail('NTFND', 'There is nothing of this kind.', 'p_id');
  end if;
  if p_scope = 'pool' then
    perform private.require_staff(v_pool_id, array['manager']);
  else
    perform private.require_role(v_organisation_id, array['approver', 'admin']);
  end if;
  -- do update, and not do nothing: of two who write the first price of a thing one waits for the other
  insert into public.terms as t (pool_id, organisation_id, resource_id)
  values (v_pool_id, v_organisation_id, case when p_scope = 'resource' then p_id end)
  on conflict on constraint terms_scope_key do update set pool_id = excluded.pool_id
  returning * into v_terms;
  return v_terms;
end;
$$;
comment on function private.require_terms is
  'The locked terms row of a pool (its managers), organisation or resource (approvers and admins), made when there is none. Raises LOGIN, NTFND, DNIED, INPUT.';

create function public.set_prices(p_scope text, p_id uuid, p_prices jsonb) returns public.terms
language plpgsql
volatile
-- definer: nobody holds a write grant on terms, tariffs and extras
security definer
set search_path = ''
as $$
declare
  v_terms public.terms := private.require_terms(p_scope, p_id);
  v_mode text;
begin
  if p_prices is null then
    perform private.fail('INPUT', 'The prices are missing.', 'p_prices', jsonb_build_object('reason', 'required'));
  end if;
  perform private.require_object(p_prices, 'p_prices', array['mode', 'groups', 'extras', 'deposit_minor', 'deposit_per_item',
    'cleaning_minor', 'cancel_free_days', 'cancel_fee_percent']);
  if p_prices ->> 'mode' is not null then
    v_mode := private.price_choice(p_prices, 'mode', 'p_prices', array['free', 'donation', 'tariff', 'on_request']);
  end if;
  if (v_mode is not distinct from 'tariff') <> (coalesce(nullif(p_prices -> 'groups', 'null'), '{}') <> '{}') then
    perform private.fail('INPUT', 'A tariff has amounts, and nothing else has.', 'p_prices.mode',
      jsonb_build_object('reason', case when v_mode = 'tariff' then 'required' else 'choice' end));
  end if;
  if v_mode is null and coalesce(nullif(p_prices -> 'extras', 'null'), '[]') <> '[]' then
    perform private.fail('INPUT', 'Extras belong to a price.', 'p_prices.mode', jsonb_build_object('reason', 'required'));
  end if;
  perform private.write_tariffs(v_terms.id, p_prices -> 'groups');
  perform private.write_extras(v_terms.id, p_prices -> 'extras');
  update public.terms set
    price_mode = v_mode,
    deposit_minor = private.price_number(p_prices, 'deposit_minor', 'p_prices', 100000000),
    deposit_per_item = case when nullif(p_prices -> 'deposit_minor', 'null') is not null
      then private.price_flag(p_prices, 'deposit_per_item', 'p_prices') end,
    cleaning_minor = private.price_number(p_prices, 'cleaning_minor', 'p_prices', 100000000),
    cancel_free_days = private.price_number(p_prices, 'cancel_free_days', 'p_prices', 366),
    cancel_fee_percent = private.price_number(p_prices, 'cancel_fee_percent', 'p_prices', 100),
    updated_at = now()
  where id = v_terms.id
  returning * into v_terms;
  return v_terms;
end;
$$;
comment on function public.set_prices is
  'Says anew what a pool''s (managers), an organisation''s or a resource''s (approvers, admins) bookings cost: {mode, groups, extras, deposit_minor, deposit_per_item, cleaning_minor, cancel_free_days, cancel_fee_percent}; what is left out is as the level above says. Minor currency units. What was quoted stays. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.set_prices to authenticated;

create function private.prices_document(p_terms public.terms) returns jsonb
language plpgsql
stable
-- definer: called from intents only
security definer
set search_path = ''
as $$
begin
  return jsonb_strip_nulls(jsonb_build_object(
    'mode', p_terms.price_mode, 'deposit_minor', p_terms.deposit_minor, 'deposit_per_item', p_terms.deposit_per_item,
    'cleaning_minor', p_terms.cleaning_minor, 'cancel_free_days', p_terms.cancel_free_days,
    'cancel_fee_percent', p_terms.cancel_fee_percent,
    'groups', (
      select jsonb_object_agg(g.price_group, g.said)
      from (
        select t.price_group, case when min(t.mode) <> 'tariff' then jsonb_build_object('mode', min(t.mode)) else
          jsonb_object_agg(coalesce(t.unit, ''), jsonb_build_object('first_minor', t.first_minor, 'per_item', t.per_item, 'minimum_minor', t.minimum_minor)
            || case when t.unit in ('hour', 'day')
              then jsonb_build_object('further_minor', t.further_minor, 'free_units', t.free_units) else '{}' end) end as said
        from public.tariffs t where t.terms_id = p_terms.id
        group by t.price_group
      ) g),
    'extras', (
      select jsonb_agg(e.said order by e.position)
      from (
        select min(x.position) as position, jsonb_build_object('name', x.name, 'unit', min(x.unit), 'due', min(x.due), 'required', bool_or(x.required),
          'amount_minor', min(x.amount_minor) filter (where x.price_group is null),
          'groups', jsonb_object_agg(x.price_group, x.amount_minor) filter (where x.price_group is not null)) as said
        from public.extras x where x.terms_id = p_terms.id
        group by x.name
      ) e)));
end;
$$;
comment on function private.prices_document is 'The prices of a row of terms as set_prices takes them.';

create function public.copy_prices(p_from_resource_id uuid, p_to_resource_id uuid) returns public.terms
language plpgsql
volatile
-- definer: reads terms of the same owner and writes them through set_prices
security definer
set search_path = ''
as $$
declare
  v_to public.terms := private.require_terms('resource', p_to_resource_id);
  v_from public.terms;
begin
  if not exists (
    select 1 from public.resources r where r.id = p_from_resource_id and r.organisation_id = v_to.organisation_id
  ) then
    perform private.fail('NTFND', 'There is no such resource of the same owner.', 'p_from_resource_id');
  end if;
  -- all null when it has none of its own: then the other one shall have none either
  select * into v_from from public.terms t where t.resource_id = p_from_resource_id;
  return public.set_prices('resource', p_to_resource_id, private.prices_document(v_from));
end;
$$;
comment on function public.copy_prices is
  'Gives a resource the prices, groups and extras that another one of the same owner has itself, and replaces its own. Approvers and admins of the owner. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.copy_prices to authenticated;

create function public.assign_price_group(p_owner_id uuid, p_organisation_id uuid, p_group text default null) returns text
language plpgsql
volatile
-- definer: nobody holds a write grant on price_groups
security definer
set search_path = ''
as $$
declare
  v_owner public.organisations := private.require_role(p_owner_id, array['approver', 'admin']);
  v_group text := private.require_text(p_group, 'p_group', 40, false);
begin
  if v_group is not null then
    perform private.require_choice(v_group, 'p_group', array['members', 'common_good', 'local', 'others', 'commercial']);
  end if;
  if p_organisation_id = p_owner_id or not exists (
    select 1 from public.organisations o
    where o.id = p_organisation_id and o.pool_id = v_owner.pool_id and o.status <> 'pending'
  ) then
    perform private.fail('NTFND', 'There is no such borrower in this pool.', 'p_organisation_id');
  end if;
  if v_group is null then
    delete from public.price_groups where owner_id = p_owner_id and organisation_id = p_organisation_id;
  else
    insert into public.price_groups (owner_id, organisation_id, price_group) values (p_owner_id, p_organisation_id, v_group)
    on conflict (owner_id, organisation_id) do update set price_group = excluded.price_group;
  end if;
  return (private.price_groups_of(p_owner_id, p_organisation_id))[1];
end;
$$;
comment on function public.assign_price_group is
  'The owner''s approvers and admins say in which price group a borrowing organisation of their pool counts; without p_group it counts as by default. Returns the group that holds now; bookings that were quoted keep their price. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.assign_price_group to authenticated;

create function public.recognise_common_good(p_organisation_id uuid, p_recognised boolean default true) returns public.organisations
language plpgsql
volatile
-- definer: nobody holds an update grant on organisations
security definer
set search_path = ''
as $$
declare
  v_organisation public.organisations;
begin
  perform private.require_person();
  select * into v_organisation from public.organisations where id = p_organisation_id for no key update;
  if not found then
    perform private.fail('NTFND', 'There is no such organisation.', 'p_organisation_id');
  end if;
  perform private.require_staff(v_organisation.pool_id, array['manager']);
  update public.organisations set common_good = coalesce(p_recognised, false)
  where id = p_organisation_id
  returning * into v_organisation;
  return v_organisation;
end;
$$;
comment on function public.recognise_common_good is
  'The QM''s managers recognise an organisation as serving the common good, or take it back: its default price group everywhere. Raises LOGIN, NTFND, DNIED.';
grant execute on function public.recognise_common_good to authenticated;

create function public.price_tags(p_resource_ids uuid[])
returns table (resource_id uuid, mode text, currency text, unit text, from_minor integer, is_exact boolean, some_free boolean)
language plpgsql
stable
set search_path = ''
as $$
begin
  if cardinality(p_resource_ids) > 200 then
    perform private.fail('INPUT', 'At most 200 at once.', 'p_resource_ids', jsonb_build_object('reason', 'range', 'min', 0, 'max', 200));
  end if;
  return query
    select e.resource_id,
      case when e.price_mode <> 'tariff' or best.first_minor is not null then e.price_mode
           when t.modes @> array['free'] then 'free' when t.modes @> array['donation'] then 'donation' else 'on_request' end,
      p.currency, best.unit, best.first_minor,
      t.modes = array['tariff'] and t.amounts = 1,
      t.modes && array['free', 'donation'] and best.first_minor is not null
    from unnest(p_resource_ids) asked (id)
    join public.effective_terms e on e.resource_id = asked.id
    join public.resources r on r.id = e.resource_id
    join public.pools p on p.id = r.pool_id
    cross join lateral (
      select coalesce(array_agg(distinct g.mode) filter (where g.mode <> 'refused'), '{}') as modes,
        count(distinct (g.unit, g.first_minor, g.further_minor, g.per_item, g.minimum_minor, g.free_units))
          filter (where g.mode = 'tariff') as amounts
      from public.tariffs g where e.price_mode = 'tariff' and g.terms_id = e.price_terms_id
    ) t
    left join lateral (
      select g.unit, g.first_minor from public.tariffs g
      where e.price_mode = 'tariff' and g.terms_id = e.price_terms_id and g.mode = 'tariff'
      order by g.first_minor, array_position(array['hour', 'day', 'weekend', 'event'], g.unit) limit 1
    ) best on true
    where e.price_mode is not null;
end;
$$;
comment on function public.price_tags is
  'What stands on the cards of resources that say something about money: mode free, donation, tariff or on_request; for tariffs the least first unit of any group in minor units, whether it is the only price, and whether some group pays nothing. At most 200. Raises INPUT.';
grant execute on function public.price_tags to anon, authenticated, service_role;

create function private.cancellation_fee(p_booking public.bookings, p_at timestamptz) returns integer
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_cancel jsonb := nullif(p_booking.price -> 'cancel', 'null');
begin
  -- a request binds nobody yet, and what was never quoted cannot be due
  if v_cancel is null or p_booking.status <> 'approved'
     or p_at < coalesce((v_cancel ->> 'free_until')::timestamptz, '-infinity') then
    return 0;
  end if;
  return (v_cancel ->> 'fee_minor')::integer;
end;
$$;
comment on function private.cancellation_fee is
  'What the borrower owes in minor units when it cancels at p_at, by the price that was quoted: nothing for requests and until free_until (not included); null: a share of a price that was to be agreed.';
