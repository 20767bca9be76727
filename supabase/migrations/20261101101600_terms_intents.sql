-- Owners write their rules: what is named changes, what is not stays, null is "as the level above says".

create function private.read_terms(p_terms jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_field record;
  v_value jsonb;
  v_read jsonb := '{}';
begin
  if jsonb_typeof(p_terms) is distinct from 'object' then
    perform private.fail('INPUT', 'Terms are an object.', 'p_terms', '{"reason": "invalid"}');
  end if;
  for v_field in
    select f.name, f.type, f.low, f.high, f.choices
    from (values
      ('period_kind', 'choice', null, null, array['minutes', 'slots', 'parts', 'days']),
      ('slot_minutes', 'integer', 5, 1440, null),
      ('slot_starts_at', 'time', null, null, null),
      ('pickup_at', 'time', null, null, null),
      ('return_at', 'time', null, null, null),
      ('day_count', 'choice', null, null, array['calendar', 'started', 'open']),
      ('min_minutes', 'integer', 1, 527040, null),
      ('max_minutes', 'integer', 1, 527040, null),
      ('min_days', 'integer', 1, 366, null),
      ('max_days', 'integer', 1, 366, null),
      ('lead_minutes', 'integer', 0, 527040, null),
      ('lead_working_days', 'integer', 0, 250, null),
      ('horizon_days', 'integer', 1, 1095, null),
      ('opening', 'choice', null, null, array['always', 'hours']),
      ('hours_apply', 'choice', null, null, array['use', 'handover']),
      ('closed_on_public_holidays', 'boolean', null, null, null),
      ('closed_in_school_holidays', 'boolean', null, null, null),
      ('pickups_per_day', 'integer', 1, 1000, null),
      ('audience', 'choice', null, null, array['pool', 'chosen', 'own', 'own_first']),
      ('own_first_days', 'integer', 1, 366, null),
      ('request_mode', 'choice', null, null, array['hold', 'compete']),
      ('hold_hours', 'integer', 1, 720, null),
      ('no_show_minutes', 'integer', 10, 10080, null)
    ) f (name, type, low, high, choices)
    where p_terms ? f.name
  loop
    v_value := p_terms -> v_field.name;
    if v_value <> 'null' then
      case v_field.type
        when 'integer' then
          if v_value::text !~ '^-?[0-9]{1,9}$' then
            v_value := null;
          end if;
          perform private.require_range(v_value::integer, 'p_' || v_field.name, v_field.low, v_field.high);
        when 'choice' then
          perform private.require_choice(v_value #>> '{}', 'p_' || v_field.name, v_field.choices);
        when 'boolean' then
          if jsonb_typeof(v_value) <> 'boolean' then
            perform private.fail('INPUT', 'Yes or no.', 'p_' || v_field.name, '{"reason": "invalid"}');
          end if;
        else
          if v_value #>> '{}' !~ '^([01][0-9]|2[0-3]):[0-5][0-9](:00)?$' then
            perform private.fail('INPUT', 'A time is HH:MM.', 'p_' || v_field.name, '{"reason": "invalid"}');
          end if;
      end case;
    end if;
    v_read := v_read || jsonb_build_object(v_field.name, v_value);
  end loop;
  return v_read;
end;
$$;
comment on function private.read_terms is 'The columns of terms that an object names, checked one by one. Raises INPUT for p_<name>.';

create function private.require_sound_terms(p_terms public.terms) returns void
language plpgsql
stable
-- definer: reads lists whoever asks
security definer
set search_path = ''
as $$
begin
  if p_terms.min_minutes > p_terms.max_minutes then
    perform private.fail('INPUT', 'The longest is shorter than the shortest.', 'p_max_minutes',
      jsonb_build_object('reason', 'range', 'min', p_terms.min_minutes, 'max', 527040));
  end if;
  if p_terms.min_days > p_terms.max_days then
    perform private.fail('INPUT', 'The most is less than the least.', 'p_max_days',
      jsonb_build_object('reason', 'range', 'min', p_terms.min_days, 'max', 366));
  end if;
  case p_terms.period_kind
    when 'slots' then
      if p_terms.slot_minutes is null then
        perform private.fail('INPUT', 'How long is a slot?', 'p_slot_minutes', '{"reason": "required"}');
      end if;
      if 1440 % p_terms.slot_minutes <> 0 then
        perform private.fail('INPUT', 'Slots fill a day.', 'p_slot_minutes', '{"reason": "invalid"}');
      end if;
    when 'parts' then
      if not exists (select 1 from public.day_parts d where d.terms_id = p_terms.id) then
        perform private.fail('INPUT', 'Which parts of the day?', 'p_day_parts', '{"reason": "required"}');
      end if;
    when 'days' then
      if p_terms.pickup_at is null then
        perform private.fail('INPUT', 'When is it picked up?', 'p_pickup_at', '{"reason": "required"}');
      end if;
      if p_terms.return_at is null then
        perform private.fail('INPUT', 'When is it brought back?', 'p_return_at', '{"reason": "required"}');
      end if;
    else null;
  end case;
  if p_terms.audience = 'own_first' and p_terms.own_first_days is null then
    perform private.fail('INPUT', 'Until how many days before?', 'p_own_first_days', '{"reason": "required"}');
  end if;
  if p_terms.opening = 'hours' and not exists (select 1 from public.opening_hours h where h.terms_id = p_terms.id)
     and not exists (select 1 from public.opening_exceptions x where x.terms_id = p_terms.id) then
    perform private.fail('INPUT', 'When is it open?', 'p_opening_hours', '{"reason": "required"}');
  end if;
end;
$$;
comment on function private.require_sound_terms is 'What the columns and lists of one row of terms must be together. Raises INPUT.';

create function private.write_quotas(p_terms_id uuid, p_rows jsonb) returns void
language plpgsql
volatile
-- definer: nobody holds a write grant on the lists
security definer
set search_path = ''
as $$
begin
  delete from public.quotas where terms_id = p_terms_id;
  perform private.write_list('p_quotas', p_rows, 20, $q$
    insert into public.quotas (terms_id, measure, per, most)
    select $1, r.measure, r.per, r.most from jsonb_to_recordset($2) as r (measure text, per text, most integer)
  $q$, p_terms_id);
end;
$$;
comment on function private.write_quotas is
  'Replaces the quotas of a row of terms by [{measure, per, most}]. Whoever calls it has checked who asks. Raises INPUT.';

create function private.write_organisations(p_terms_id uuid, p_rows jsonb) returns void
language plpgsql
volatile
-- definer: nobody holds a write grant on the lists
security definer
set search_path = ''
as $$
begin
  delete from public.terms_organisations where terms_id = p_terms_id;
  perform private.write_list('p_organisations', p_rows, 500, $q$
    insert into public.terms_organisations (terms_id, organisation_id)
    -- null, and so refused, unless it is in the same pool
    select $1, (
      select o.id from public.organisations o join public.terms t on t.pool_id = o.pool_id
      where t.id = $1 and o.id = (r #>> '{}')::uuid)
    from jsonb_array_elements($2) r
    on conflict do nothing
  $q$, p_terms_id);
end;
$$;
comment on function private.write_organisations is
  'Replaces the organisations that a row of terms names by [id]. Whoever calls it has checked who asks. Raises INPUT.';

create function private.write_confirmations(p_terms_id uuid, p_rows jsonb) returns void
language plpgsql
volatile
-- definer: nobody holds a write grant on the lists
security definer
set search_path = ''
as $$
begin
  -- By name: what was confirmed under a name that stays, stays confirmed.
  perform private.write_list('p_confirmations', p_rows, 20, $q$
    insert into public.confirmations (terms_id, name, per, valid_months)
    select $1, private.require_text(r.name, 'p_confirmations', 120), r.per, r.valid_months
    from jsonb_to_recordset($2) as r (name text, per text, valid_months integer)
    on conflict (terms_id, name) do update set per = excluded.per, valid_months = excluded.valid_months
  $q$, p_terms_id);
  delete from public.confirmations c
  where c.terms_id = p_terms_id
    and c.name <> all (array(select private.clean_text(r ->> 'name') from jsonb_array_elements(p_rows) r));
end;
$$;
comment on function private.write_confirmations is
  'Replaces what must be confirmed by [{name, per, valid_months}]; a name that stays keeps what was confirmed under it. Whoever calls it has checked who asks. Raises INPUT.';

create function public.set_terms(p_scope text, p_id uuid, p_terms jsonb, p_updated_at timestamptz default null) returns public.terms
language plpgsql
volatile
-- definer: nobody holds a write grant on terms
security definer
set search_path = ''
as $$
declare
  v_terms public.terms := private.require_terms(p_scope, p_id);
  v_named jsonb := private.read_terms(p_terms);
  v_unknown text;
  v_columns text;
begin
  select k into v_unknown from jsonb_object_keys(p_terms) k
  where not v_named ? k
    and k <> all (array['opening_hours', 'opening_exceptions', 'day_parts', 'organisations', 'quotas', 'confirmations', 'approval'])
  limit 1;
  if found then
    perform private.fail('INPUT', 'There is no such rule.', 'p_terms', jsonb_build_object('reason', 'choice', 'name', left(v_unknown, 60)));
  end if;
  if p_terms ? 'approval' then
    if p_scope <> 'resource' then
      perform private.fail('INPUT', 'Who decides is said of each resource.', 'p_approval', '{"reason": "choice"}');
    end if;
    perform private.require_choice(p_terms ->> 'approval', 'p_approval', array['instant', 'manual', 'standing']);
  end if;
  if p_updated_at is not null and v_terms.updated_at <> p_updated_at then
    perform private.fail('STALE', 'These terms have changed meanwhile.', 'p_updated_at');
  end if;

  v_terms := jsonb_populate_record(v_terms, v_named);
  -- what belongs to another choice goes with it
  if v_terms.period_kind is distinct from 'slots' then
    v_terms.slot_minutes := null;
    v_terms.slot_starts_at := null;
  end if;
  if v_terms.period_kind is distinct from 'days' then
    v_terms.pickup_at := null;
    v_terms.return_at := null;
  end if;
  if v_terms.audience is distinct from 'own_first' then
    v_terms.own_first_days := null;
  end if;

  if p_terms ? 'opening_hours' then
    perform private.write_opening_hours(v_terms.id, p_terms -> 'opening_hours');
  end if;
  if p_terms ? 'opening_exceptions' then
    perform private.write_opening_exceptions(v_terms.id, p_terms -> 'opening_exceptions');
  end if;
  if p_terms ? 'day_parts' then
    perform private.write_day_parts(v_terms.id, p_terms -> 'day_parts');
  end if;
  if p_terms ? 'organisations' then
    perform private.write_organisations(v_terms.id, p_terms -> 'organisations');
  end if;
  if p_terms ? 'quotas' then
    perform private.write_quotas(v_terms.id, p_terms -> 'quotas');
  end if;
  if p_terms ? 'confirmations' then
    perform private.write_confirmations(v_terms.id, p_terms -> 'confirmations');
  end if;
  perform private.require_sound_terms(v_terms);

  v_terms.updated_at := now();
  v_columns := (
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
    from pg_attribute a
    where a.attrelid = 'public.terms'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname not in ('id', 'pool_id', 'organisation_id', 'resource_id'));
  execute format('update public.terms set (%s) = (select %s from (select ($1).*) named) where id = ($1).id', v_columns, v_columns)
  using v_terms;
  update public.resources set approval = p_terms ->> 'approval' where id = v_terms.resource_id and p_terms ? 'approval';
  return v_terms;
end;
$$;
comment on function public.set_terms is
  'Sets lending terms of a pool (its managers), an organisation or a resource (approvers and admins of the owner). p_terms: columns of terms by name, but those about money (null: as the level above says) and lists, each replaced as a whole: opening_hours [{weekday, opens_at, closes_at, season_from, season_to}], opening_exceptions [{starts_on, ends_on, opens_at, closes_at, note}], day_parts [{name, starts_at, ends_at}], organisations [id], quotas [{measure, per, most}], confirmations [{name, per, valid_months}]; for a resource also its approval. What is not named stays. Times HH:MM in wall time of the pool. p_updated_at: what the asker saw. Raises LOGIN, NTFND, DNIED, INPUT (field p_<name>), STALE.';
grant execute on function public.set_terms to authenticated;

create function private.terms_document(p_terms public.terms) returns jsonb
language plpgsql
stable
-- definer: called from copy_terms only
security definer
set search_path = ''
as $$
begin
  return to_jsonb(p_terms) - array['id', 'pool_id', 'organisation_id', 'resource_id', 'updated_at', 'price_mode',
      'deposit_minor', 'deposit_per_item', 'cleaning_minor', 'cancel_free_days', 'cancel_fee_percent']
    || jsonb_build_object(
      'opening_hours', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from public.opening_hours x where x.terms_id = p_terms.id),
      'opening_exceptions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from public.opening_exceptions x where x.terms_id = p_terms.id),
      'day_parts', (select coalesce(jsonb_agg(to_jsonb(x) order by x.position), '[]') from public.day_parts x where x.terms_id = p_terms.id),
      'organisations', (select coalesce(jsonb_agg(x.organisation_id), '[]') from public.terms_organisations x where x.terms_id = p_terms.id),
      'quotas', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from public.quotas x where x.terms_id = p_terms.id),
      'confirmations', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from public.confirmations x where x.terms_id = p_terms.id));
end;
$$;
comment on function private.terms_document is 'A row of terms with its lists, but without money, as set_terms takes them.';

create function public.copy_terms(p_from_resource_id uuid, p_to_resource_id uuid) returns public.terms
language plpgsql
volatile
-- definer: reads terms of the same owner and writes them through set_terms
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
  if v_from.id is null then
    v_from := jsonb_populate_record(null::public.terms, '{}');
  end if;
  return public.set_terms('resource', p_to_resource_id, private.terms_document(v_from));
end;
$$;
comment on function public.copy_terms is
  'Gives a resource the terms and lists that another one of the same owner has itself, all but prices (copy_prices), and replaces its own. Approvers and admins of the owner. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.copy_terms to authenticated;
