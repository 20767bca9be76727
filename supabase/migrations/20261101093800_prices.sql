-- What a booking costs. Whole minor units (cents) in integers, never floating point. Prices hang on
-- the terms row whose price_mode chose them (effective_terms.price_terms_id) and replace those of
-- the levels above as a whole; deposit, cleaning and cancellation are columns of terms.
--
-- Left out on purpose: groups that each owner names anew. Five groups that everybody knows cover
-- what is published ("Preisgruppe 1/2/3", "örtliche Vereine / Einwohner / Auswärtige"), can be said
-- in every reader's language, and let the QM's recognition mean the same at every owner.

-- Which price group an owner counts a borrower in. Without a row: common_good for organisations
-- that the QM recognised, else others.
create table public.price_groups (
  owner_id uuid not null references public.organisations (id) on delete cascade,
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  price_group text not null constraint price_groups_price_group_check
    check (price_group in ('members', 'common_good', 'local', 'others', 'commercial')),
  primary key (owner_id, organisation_id),
  constraint price_groups_parties_check check (owner_id <> organisation_id)
);
alter table public.price_groups enable row level security;
create index price_groups_organisation_id_idx on public.price_groups (organisation_id);
-- Nobody else's business: the two it is between, and not the QM.
create policy select_parties on public.price_groups for select to authenticated
  using (
    owner_id = any (array(select private.my_organisation_ids()))
    or organisation_id = any (array(select private.my_organisation_ids()))
  );
-- No write grant: assign_price_group writes.
grant select on public.price_groups to authenticated, service_role;
comment on table public.price_groups is
  'The price group in which an owner counts a borrowing organisation, where it differs from the default.';

create table public.tariffs (
  id uuid primary key default gen_random_uuid(),
  terms_id uuid not null references public.terms (id) on delete cascade,
  price_group text not null constraint tariffs_price_group_check
    check (price_group in ('members', 'common_good', 'local', 'others', 'commercial')),
  mode text not null default 'tariff'
    constraint tariffs_mode_check check (mode in ('tariff', 'free', 'donation', 'on_request', 'refused')),
  unit text constraint tariffs_unit_check check (unit in ('hour', 'day', 'weekend', 'event')),
  first_minor integer constraint tariffs_first_minor_check check (first_minor between 0 and 10000000),
  further_minor integer constraint tariffs_further_minor_check check (further_minor between 0 and 10000000),
  per_item boolean not null default false,
  minimum_minor integer not null default 0 constraint tariffs_minimum_minor_check check (minimum_minor between 0 and 10000000),
  free_units integer not null default 0 constraint tariffs_free_units_check check (free_units between 0 and 1000),
  -- null is one value here: a group that has no amount has one row
  constraint tariffs_key unique nulls not distinct (terms_id, price_group, unit),
  -- a group is served in one way: no price beside "refused"
  constraint tariffs_mode_excl exclude using gist (terms_id with =, price_group with =, mode with <>),
  constraint tariffs_amount_check check ((mode = 'tariff') = (unit is not null) and (unit is null) = (first_minor is null)),
  constraint tariffs_counted_check check (unit in ('hour', 'day') or (further_minor is null and free_units = 0)),
  constraint tariffs_bare_check check (mode = 'tariff' or (not per_item and minimum_minor = 0))
);
alter table public.tariffs enable row level security;
-- A price is no secret: borrowers compare before they ask.
create policy select_everyone on public.tariffs for select to anon, authenticated using (true);
-- No write grant: set_prices writes.
grant select on public.tariffs to anon, authenticated, service_role;
comment on table public.tariffs is
  'What each price group pays where price_mode is tariff. A group without a row pays as others; who has several tariffs pays the cheapest that covers the whole period.';
comment on column public.tariffs.mode is
  'tariff: the amounts of this row; free, donation, on_request: this group pays so; refused: this group is not served.';
comment on column public.tariffs.unit is
  'hour: each hour begun, of real time; day: each day as day_count counts; weekend: once, covers what starts on Friday or later and ends by the Monday after (wall time); event: once, however long.';
comment on column public.tariffs.first_minor is 'Minor currency units for the first unit.';
comment on column public.tariffs.further_minor is 'Minor currency units for each further unit; null: as the first.';
comment on column public.tariffs.per_item is 'The amount counts once for each of the quantity, else once for all.';
comment on column public.tariffs.minimum_minor is 'Least charge in minor units for the use, as soon as anything is charged.';
comment on column public.tariffs.free_units is 'So many units, from the first, cost nothing; the next is then the first to be paid.';

create table public.extras (
  id uuid primary key default gen_random_uuid(),
  terms_id uuid not null references public.terms (id) on delete cascade,
  name text not null constraint extras_name_check check (char_length(name) between 1 and 80),
  price_group text constraint extras_price_group_check
    check (price_group in ('members', 'common_good', 'local', 'others', 'commercial')),
  unit text not null constraint extras_unit_check
    check (unit in ('person', 'kilometre', 'piece', 'hour', 'day', 'kwh', 'cubic_metre', 'flat')),
  amount_minor integer constraint extras_amount_minor_check check (amount_minor between 0 and 10000000),
  due text not null constraint extras_due_check check (due in ('asked', 'settled')),
  required boolean not null default false,
  position integer not null default 0,
  constraint extras_key unique nulls not distinct (terms_id, name, price_group),
  constraint extras_amount_check check (amount_minor is not null or due = 'settled')
);
alter table public.extras enable row level security;
create policy select_everyone on public.extras for select to anon, authenticated using (true);
-- No write grant: set_prices writes.
grant select on public.extras to anon, authenticated, service_role;
comment on table public.extras is
  'What can come on top: chosen when asking (due asked) or counted after the use (due settled).';
comment on column public.extras.name is 'The owner''s words; rows of one name differ only in price group and amount.';
comment on column public.extras.price_group is 'For whom this amount holds; null: everybody who has no row of their own.';
comment on column public.extras.amount_minor is 'Minor currency units for each unit; null: as much as it took (settled only).';
comment on column public.extras.required is 'asked: at least one is always charged; settled: always comes, not only if something happens.';

-- These are in plpgsql, which keeps its plans: a price is asked for with every request.
create function private.price_groups_of(p_owner_id uuid, p_organisation_id uuid) returns text[]
language plpgsql
stable
set search_path = ''
as $$
begin
  return array_remove(array[
    (select g.price_group from public.price_groups g where g.owner_id = p_owner_id and g.organisation_id = p_organisation_id),
    (select 'common_good' from public.organisations o where o.id = p_organisation_id and o.common_good),
    'others'], null);
end;
$$;
comment on function private.price_groups_of is
  'The groups whose prices hold for a borrower, the nearest first: as the owner assigned, as the QM recognised, others. The first that has a price counts.';

create function private.add_tariff_line(
  p_lines jsonb, p_tariff public.tariffs, p_part text, p_units bigint, p_items bigint, p_unit_minor integer
) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_units <= 0 then
    return p_lines;
  end if;
  return p_lines || (
    jsonb_build_object('kind', 'tariff', 'part', p_part, 'unit', p_tariff.unit, 'quantity', p_units,
      'unit_minor', p_unit_minor, 'amount_minor', p_items * p_unit_minor * p_units)
    || case when p_tariff.per_item then jsonb_build_object('items', p_items) else '{}' end);
end;
$$;
comment on function private.add_tariff_line is 'The lines of a price and one more; none for no units.';

create function private.tariff_lines(
  p_terms public.effective_terms,
  p_groups text[],
  p_pool_id uuid,
  p_zone text,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer,
  p_days integer,
  out mode text,
  out price_group text,
  out lines jsonb
)
language plpgsql
stable
set search_path = ''
as $$
declare
  v_from timestamp := p_starts_at at time zone p_zone;
  v_nearest text;
  v_tariff public.tariffs;
  v_best public.tariffs;
  v_units bigint;
  v_charged bigint;
  v_items bigint;
  v_plain bigint;
  v_amount bigint;
  v_best_units bigint;
  v_best_plain bigint;
  v_best_amount bigint;
  v_first bigint;
begin
  -- without any price for the borrower's groups, or one for the period, the owner has to be asked
  mode := 'on_request';
  price_group := p_groups[1];
  lines := '[]';
  -- the cheapest tariff of the nearest group that covers the whole period; of two that cost the same, the coarser
  for v_tariff in
    select t.* from public.tariffs t
    where t.terms_id = p_terms.price_terms_id and t.price_group = any (p_groups)
    order by array_position(p_groups, t.price_group), array_position(array['event', 'weekend', 'day', 'hour'], t.unit)
  loop
    exit when v_nearest <> v_tariff.price_group;
    v_nearest := v_tariff.price_group;
    price_group := v_nearest;
    if v_tariff.mode <> 'tariff' then
      mode := v_tariff.mode;
      return;
    end if;
    v_units := case v_tariff.unit
      when 'hour' then ceil(extract(epoch from p_ends_at - p_starts_at) / 3600)
      when 'day' then greatest(coalesce(p_days, private.counted_days(p_terms, p_pool_id, p_zone, p_starts_at, p_ends_at)), 1)
      when 'event' then 1
      when 'weekend' then case
        when extract(isodow from v_from) >= 5
          and p_ends_at at time zone p_zone <= date_trunc('week', v_from) + interval '8 days' then 1 end
      end;
    continue when v_units is null;
    v_items := case when v_tariff.per_item then p_quantity else 1 end;
    v_charged := greatest(v_units - v_tariff.free_units, 0);
    v_plain := case when v_charged = 0 then 0
      else v_items * (v_tariff.first_minor + (v_charged - 1) * coalesce(v_tariff.further_minor, v_tariff.first_minor)) end;
    v_amount := greatest(v_plain, case when v_charged > 0 then v_tariff.minimum_minor end);
    if v_best_amount is null or v_amount < v_best_amount then
      v_best := v_tariff;
      v_best_units := v_units;
      v_best_plain := v_plain;
      v_best_amount := v_amount;
    end if;
  end loop;
  if v_best_amount is null then
    return;
  end if;

  mode := 'tariff';
  v_items := case when v_best.per_item then p_quantity else 1 end;
  v_charged := greatest(v_best_units - v_best.free_units, 0);
  v_first := case when v_best.further_minor <> v_best.first_minor then least(v_charged, 1) else v_charged end;
  lines := private.add_tariff_line(lines, v_best, 'free', least(v_best_units, v_best.free_units), v_items, 0);
  lines := private.add_tariff_line(lines, v_best, 'first', v_first, v_items, v_best.first_minor);
  lines := private.add_tariff_line(lines, v_best, 'further', v_charged - v_first, v_items, v_best.further_minor);
  if v_best_amount > v_best_plain then
    lines := lines || jsonb_build_object('kind', 'tariff', 'part', 'minimum', 'unit', 'flat', 'quantity', 1,
      'unit_minor', v_best_amount - v_best_plain, 'amount_minor', v_best_amount - v_best_plain);
  end if;
end;
$$;
comment on function private.tariff_lines is
  'The nearest of p_groups that has a price, what its price is (mode) and the lines of its cheapest tariff that covers the period; on_request when there is none. part: free units, first, further, minimum (what is missing to the least charge). items: how often, where it counts per item.';

create function private.extra_lines(p_terms_id uuid, p_groups text[], p_extras jsonb) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_extra public.extras;
  v_choice jsonb;
  v_chosen bigint;
  v_names text[] := '{}';
  v_lines jsonb := '[]';
  v_choices jsonb := '[]';
  v_settled jsonb := '[]';
begin
  if jsonb_typeof(p_extras) <> 'object' then
    perform private.fail('INPUT', 'Extras are an object of counts by name.', 'p_extras', jsonb_build_object('reason', 'invalid'));
  end if;
  if p_extras is not null and exists (select 1 from jsonb_each(p_extras) x where x.value::text !~ '^[0-9]{1,5}$') then
    perform private.fail('INPUT', 'How many of an extra is a whole number.', 'p_extras',
      jsonb_build_object('reason', 'range', 'min', 0, 'max', 99999));
  end if;
  for v_extra in
    select e.*
    from (
      -- of each name the amount of the nearest group
      select distinct on (x.name) x.*
      from public.extras x
      where x.terms_id = p_terms_id and (x.price_group is null or x.price_group = any (p_groups))
      order by x.name, array_position(p_groups, x.price_group)
    ) e
    order by e.position, e.name
  loop
    v_choice := jsonb_build_object('label', v_extra.name, 'unit', v_extra.unit, 'unit_minor', v_extra.amount_minor, 'required', v_extra.required);
    if v_extra.due = 'settled' then
      v_settled := v_settled || v_choice;
      continue;
    end if;
    v_names := v_names || v_extra.name;
    v_choices := v_choices || v_choice;
    v_chosen := greatest(coalesce((p_extras ->> v_extra.name)::bigint, 0), case when v_extra.required then 1 else 0 end);
    if v_chosen > 0 then
      v_lines := v_lines || jsonb_build_object('kind', 'extra', 'label', v_extra.name, 'unit', v_extra.unit, 'quantity', v_chosen,
        'unit_minor', v_extra.amount_minor, 'amount_minor', v_chosen * v_extra.amount_minor);
    end if;
  end loop;
  if p_extras is not null and exists (select 1 from jsonb_each(p_extras) x where x.value <> '0' and x.key <> all (v_names)) then
    perform private.fail('INPUT', 'There is no such extra.', 'p_extras', jsonb_build_object('reason', 'choice'));
  end if;
  return jsonb_build_object('lines', v_lines, 'choices', v_choices, 'settled', v_settled);
end;
$$;
comment on function private.extra_lines is
  'Lines of the extras that were chosen (p_extras: counts by name), what can be chosen, and what is settled afterwards. Raises INPUT for unknown names and counts that cannot be.';

create function private.price_for(
  p_terms public.effective_terms,
  p_groups text[],
  p_pool_id uuid,
  p_zone text,
  p_currency text,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer,
  p_extras jsonb,
  p_days integer default null
) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_mode text := p_terms.price_mode;
  v_group text := p_groups[1];
  v_extras jsonb;
  v_lines jsonb := '[]';
  v_line jsonb;
  v_total bigint := 0;
  v_used bigint := 0;
  v_fee bigint;
begin
  if v_mode = 'tariff' then
    select u.mode, u.price_group, u.lines into v_mode, v_group, v_lines
    from private.tariff_lines(p_terms, p_groups, p_pool_id, p_zone, p_starts_at, p_ends_at, p_quantity, p_days) u;
  end if;
  if v_mode = 'refused' then
    return jsonb_build_object('mode', v_mode, 'currency', p_currency, 'group', v_group, 'lines', '[]'::jsonb, 'total_minor', null,
      'deposit_minor', 0, 'choices', '[]'::jsonb, 'settled', '[]'::jsonb, 'cancel', null);
  end if;

  v_extras := private.extra_lines(p_terms.price_terms_id, p_groups, p_extras);
  v_lines := v_lines || (v_extras -> 'lines');
  if p_terms.cleaning_minor > 0 then
    v_lines := v_lines || jsonb_build_object('kind', 'cleaning', 'unit', 'flat', 'quantity', 1,
      'unit_minor', p_terms.cleaning_minor, 'amount_minor', p_terms.cleaning_minor);
  end if;
  for v_i in 0 .. jsonb_array_length(v_lines) - 1 loop
    v_line := v_lines -> v_i;
    v_total := v_total + (v_line ->> 'amount_minor')::bigint;
    -- cleaning and extras fall away with the use
    v_used := v_used + case when v_line ->> 'kind' = 'tariff' then (v_line ->> 'amount_minor')::bigint else 0 end;
  end loop;
  -- nobody is quoted twenty million by a machine, and sums stay far inside an integer
  if v_total > 2000000000 then
    v_mode := 'on_request';
  end if;

  if v_mode = 'tariff' then
    -- half a minor unit is rounded up
    v_fee := (v_used * p_terms.cancel_fee_percent + 50) / 100;
  end if;
  return jsonb_build_object(
    'mode', v_mode, 'currency', p_currency, 'group', v_group, 'lines', v_lines,
    'total_minor', case when v_mode in ('tariff', 'free', 'donation') then v_total end,
    'deposit_minor', p_terms.deposit_minor::bigint * case when p_terms.deposit_per_item then p_quantity else 1 end,
    'choices', v_extras -> 'choices', 'settled', v_extras -> 'settled',
    -- a share of a price that nobody knows yet is told without its amount
    'cancel', case when v_fee > 0 or (p_terms.cancel_fee_percent > 0 and coalesce(v_mode, 'on_request') = 'on_request') then jsonb_build_object(
      'free_until', (p_starts_at at time zone p_zone - make_interval(days => p_terms.cancel_free_days)) at time zone p_zone,
      'fee_percent', p_terms.cancel_fee_percent, 'fee_minor', v_fee) end);
end;
$$;
comment on function private.price_for is 'The price as private.price tells it, for the nearest of p_groups that has one. Raises INPUT.';

create function private.price(
  p_terms public.effective_terms,
  p_resource_id uuid,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer,
  p_extras jsonb default null,
  p_days integer default null
) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_owner_id uuid;
  v_pool_id uuid;
  v_zone text;
  v_currency text;
  v_price jsonb;
  v_from bigint;
begin
  -- most things say nothing about money
  if p_terms.price_mode is null and p_terms.cleaning_minor = 0 and p_terms.deposit_minor = 0
     and p_terms.cancel_fee_percent = 0 and coalesce(p_extras, '{}') = '{}' then
    return '{"mode": null, "currency": null, "group": null, "lines": [], "total_minor": null, "deposit_minor": 0, "choices": [], "settled": [], "cancel": null}';
  end if;
  select r.organisation_id, r.pool_id, p.time_zone, p.currency into v_owner_id, v_pool_id, v_zone, v_currency
  from public.resources r join public.pools p on p.id = r.pool_id
  where r.id = p_resource_id;
  if p_organisation_id = v_owner_id then
    return jsonb_build_object('mode', 'free', 'currency', v_currency, 'group', 'own', 'lines', '[]'::jsonb, 'total_minor', 0,
      'deposit_minor', 0, 'choices', '[]'::jsonb, 'settled', '[]'::jsonb, 'cancel', null);
  end if;
  v_price := private.price_for(p_terms, private.price_groups_of(v_owner_id, p_organisation_id), v_pool_id, v_zone, v_currency,
    p_starts_at, p_ends_at, p_quantity, p_extras, p_days);
  if p_organisation_id is null and p_terms.price_mode = 'tariff' then
    -- what the group that pays least would pay
    select min((q.price ->> 'total_minor')::bigint) into v_from
    from (select distinct t.price_group from public.tariffs t where t.terms_id = p_terms.price_terms_id) g
    cross join lateral (
      select private.price_for(p_terms, array[g.price_group, 'others'], v_pool_id, v_zone, v_currency,
        p_starts_at, p_ends_at, p_quantity, null, p_days) as price
    ) q;
    v_price := v_price || jsonb_build_object('from_minor', v_from);
  end if;
  return v_price;
end;
$$;
comment on function private.price is
  'What a half-open period and quantity would cost a borrower, in minor currency units: {mode: free | donation | tariff | on_request | refused | null (nothing is said), currency, group (own: the owner itself), lines: [{kind: tariff | extra | cleaning, part, label, unit, quantity, items, unit_minor, amount_minor}], total_minor (null unless known), deposit_minor, choices and settled: [{label, unit, unit_minor, required}], cancel: {free_until (null: never), fee_percent, fee_minor} or null}. Without a borrower the price of group others, and from_minor: what the group that pays least would pay. p_extras: counts by name; p_days: the counted days, if they were counted. Raises INPUT.';
