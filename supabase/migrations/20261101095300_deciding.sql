-- Who says yes to a request that breaks no rule: nobody needs to be asked (instant), a standing approval
-- covers it, or an approver is asked. Whatever is decided without a person says why.

-- "The Kickers, or whoever brought three things back in order, get it for up to two days at weekends."
create table public.standing_approvals (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  resource_id uuid references public.resources (id) on delete cascade,
  min_clean_returns integer constraint standing_approvals_min_clean_returns_check check (min_clean_returns between 1 and 1000),
  max_days integer constraint standing_approvals_max_days_check check (max_days between 1 and 366),
  max_quantity integer constraint standing_approvals_max_quantity_check check (max_quantity between 1 and 100000),
  weekdays integer[] constraint standing_approvals_weekdays_check check (weekdays <> '{}' and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  valid_until date constraint standing_approvals_valid_until_check check (isfinite(valid_until)),
  note text not null default '' constraint standing_approvals_note_check check (char_length(note) <= 500),
  created_by uuid references public.profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  revoked_by uuid references public.profiles (id) on delete set null,
  revoked_at timestamptz
);
alter table public.standing_approvals enable row level security;
create index standing_approvals_organisation_id_idx on public.standing_approvals (organisation_id);
create index standing_approvals_resource_id_idx on public.standing_approvals (resource_id);
create index standing_approvals_created_by_idx on public.standing_approvals (created_by);
create index standing_approvals_revoked_by_idx on public.standing_approvals (revoked_by);
create policy select_owner on public.standing_approvals for select to authenticated
  using (organisation_id = any (array(select private.my_organisation_ids(array['approver', 'admin']))));
-- No write grant: grant_standing_approval and revoke_standing_approval write.
grant select on public.standing_approvals to authenticated, service_role;
comment on table public.standing_approvals is
  'What an owner agrees to without being asked each time, for one resource or (resource_id null) for all that say approval standing: for the organisations in standing_approval_organisations or for those with min_clean_returns.';
comment on column public.standing_approvals.min_clean_returns is 'For everybody who has brought back so many bookings of this owner in order.';
comment on column public.standing_approvals.max_days is 'Up to so many days, counted as the resource counts them.';
comment on column public.standing_approvals.weekdays is 'Every local date that the booking touches must be one of these; ISO, 1 Monday to 7 Sunday.';
comment on column public.standing_approvals.valid_until is 'Last local date on which it decides.';

create table public.standing_approval_organisations (
  standing_approval_id uuid not null references public.standing_approvals (id) on delete cascade,
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  primary key (standing_approval_id, organisation_id)
);
alter table public.standing_approval_organisations enable row level security;
create index standing_approval_organisations_organisation_id_idx on public.standing_approval_organisations (organisation_id);
create policy select_owner on public.standing_approval_organisations for select to authenticated
  using (exists (select 1 from public.standing_approvals s where s.id = standing_approval_id));
-- No write grant: grant_standing_approval writes.
grant select on public.standing_approval_organisations to authenticated, service_role;
comment on table public.standing_approval_organisations is 'The organisations that a standing approval names.';

create function private.clean_returns(p_owner_id uuid, p_organisation_id uuid, p_most integer) returns integer
language plpgsql
stable
-- definer: counts bookings whoever asks
security definer
set search_path = ''
as $$
begin
  return (
    select count(*)
    from (
      select 1 from public.bookings b
      where b.owner_id = p_owner_id and b.organisation_id = p_organisation_id and b.status = 'returned'
        and b.return_condition = 'fine'
      limit p_most
    ) clean);
end;
$$;
comment on function private.clean_returns is
  'How many bookings of an owner the organisation has brought back in order; counted up to p_most.';

create function private.standing_approval_for(
  p_resource public.resources,
  p_terms public.effective_terms,
  p_zone text,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer,
  p_days integer default null
) returns jsonb
language plpgsql
stable
-- definer: borrowers may not read standing approvals, only what was decided by one
security definer
set search_path = ''
as $$
declare
  v_days integer := coalesce(p_days, private.counted_days(p_terms, p_resource.pool_id, p_zone, p_starts_at, p_ends_at));
  v_first date := p_starts_at at time zone p_zone;
  v_last date := (p_ends_at - interval '1 microsecond') at time zone p_zone;
begin
  return (
    select jsonb_strip_nulls(jsonb_build_object('standing_approval_id', s.id, 'min_clean_returns', s.min_clean_returns,
      'max_days', s.max_days, 'max_quantity', s.max_quantity, 'weekdays', to_jsonb(s.weekdays), 'days', v_days))
    from public.standing_approvals s
    where s.organisation_id = p_resource.organisation_id and (s.resource_id is null or s.resource_id = p_resource.id)
      and s.revoked_at is null and coalesce(s.valid_until >= (now() at time zone p_zone)::date, true)
      and coalesce(v_days <= s.max_days, true) and coalesce(p_quantity <= s.max_quantity, true)
      and (s.weekdays is null or s.weekdays @> array(
        select extract(isodow from v_first + i)::integer from generate_series(0, least(v_last - v_first, 6)) i))
      and case when s.min_clean_returns is null
        then exists (
          select 1 from public.standing_approval_organisations c
          where c.standing_approval_id = s.id and c.organisation_id = p_organisation_id)
        else private.clean_returns(s.organisation_id, p_organisation_id, s.min_clean_returns) >= s.min_clean_returns end
    -- who was named is told that rather than counted
    order by s.min_clean_returns nulls first, s.created_at, s.id
    limit 1);
end;
$$;
comment on function private.standing_approval_for is
  'The standing approval that covers such a booking, with its conditions; null when none does. p_days: its counted days, if they were counted.';

create function private.decision(
  p_resource public.resources,
  p_terms public.effective_terms,
  p_zone text,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer,
  p_price jsonb default null,
  p_days integer default null
) returns jsonb
language plpgsql
stable
-- definer: see standing_approval_for
security definer
set search_path = ''
as $$
declare
  v_missing text[];
  v_standing jsonb;
begin
  if p_resource.approval = 'manual' then
    return '{"by": "approver", "reason": "manual", "params": {}}';
  end if;
  if p_terms.has_confirmations and p_organisation_id <> p_resource.organisation_id then
    v_missing := private.missing_confirmations(p_terms.level_ids, p_organisation_id);
    if v_missing is not null then
      return jsonb_build_object('by', 'approver', 'reason', 'confirmation',
        'params', jsonb_build_object('missing', array_to_string(v_missing, ', '), 'count', cardinality(v_missing)));
    end if;
  end if;
  -- nobody agrees to a price that is not known yet
  if coalesce(p_terms.price_mode in ('tariff', 'on_request'), false) and p_organisation_id <> p_resource.organisation_id and 'on_request' = coalesce(p_price,
       private.price(p_terms, p_resource.id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, null, p_days)) ->> 'mode' then
    return '{"by": "approver", "reason": "price", "params": {}}';
  end if;
  if p_resource.approval = 'instant' then
    return '{"by": "instant", "reason": "instant", "params": {}}';
  end if;
  if p_organisation_id is not null then
    v_standing := private.standing_approval_for(p_resource, p_terms, p_zone, p_organisation_id, p_starts_at, p_ends_at, p_quantity, p_days);
    if v_standing is not null then
      return jsonb_build_object('by', 'standing',
        'reason', case when v_standing ? 'min_clean_returns' then 'clean_returns' else 'named' end, 'params', v_standing);
    end if;
  end if;
  return '{"by": "approver", "reason": "not_covered", "params": {}}';
end;
$$;
comment on function private.decision is
  'Who decides on a request that breaks no rule, and why: {by: instant, standing or approver; reason: instant, named, clean_returns, manual, confirmation, price or not_covered; params}. Without an organisation: what everybody may expect. p_price and p_days: what private.price told and the counted days, if they were asked for.';

create function public.grant_standing_approval(
  p_organisation_id uuid,
  p_resource_id uuid default null,
  p_organisation_ids uuid[] default null,
  p_min_clean_returns integer default null,
  p_max_days integer default null,
  p_max_quantity integer default null,
  p_weekdays integer[] default null,
  p_valid_until date default null,
  p_note text default null
) returns public.standing_approvals
language plpgsql
volatile
-- definer: nobody holds an insert grant on standing approvals
security definer
set search_path = ''
as $$
declare
  v_organisation public.organisations := private.require_role(p_organisation_id, array['approver', 'admin']);
  v_named uuid[] := array(select distinct n from unnest(p_organisation_ids) n where n is not null);
  v_weekdays integer[] := array(select distinct w from unnest(p_weekdays) w order by w);
  v_standing public.standing_approvals;
begin
  if p_resource_id is not null and not exists (
    select 1 from public.resources r where r.id = p_resource_id and r.organisation_id = p_organisation_id
  ) then
    perform private.fail('NTFND', 'There is no such resource here.', 'p_resource_id');
  end if;
  if (v_named = '{}') = (p_min_clean_returns is null) then
    perform private.fail('INPUT', 'For whom: name organisations, or say how many clean returns it takes.', 'p_organisation_ids',
      '{"reason": "required"}');
  end if;
  if p_min_clean_returns is not null then
    perform private.require_range(p_min_clean_returns, 'p_min_clean_returns', 1, 1000);
  end if;
  if p_max_days is not null then
    perform private.require_range(p_max_days, 'p_max_days', 1, 366);
  end if;
  if p_max_quantity is not null then
    perform private.require_range(p_max_quantity, 'p_max_quantity', 1, 100000);
  end if;
  if p_weekdays is not null and not coalesce(v_weekdays <> '{}' and v_weekdays <@ array[1, 2, 3, 4, 5, 6, 7], false) then
    perform private.fail('INPUT', 'Weekdays are 1 to 7.', 'p_weekdays', '{"reason": "range", "min": 1, "max": 7}');
  end if;
  if p_valid_until is not null and not isfinite(p_valid_until) then
    perform private.fail('INPUT', 'Until which day?', 'p_valid_until', '{"reason": "invalid"}');
  end if;
  if (select count(*) from public.organisations o where o.id = any (v_named) and o.pool_id = v_organisation.pool_id)
     <> cardinality(v_named) then
    perform private.fail('NTFND', 'There is no such organisation here.', 'p_organisation_ids');
  end if;
  insert into public.standing_approvals (
    organisation_id, resource_id, min_clean_returns, max_days, max_quantity, weekdays, valid_until, note, created_by)
  values (
    p_organisation_id, p_resource_id, p_min_clean_returns, p_max_days, p_max_quantity,
    case when p_weekdays is not null then v_weekdays end, p_valid_until,
    coalesce(private.require_text(p_note, 'p_note', 500, false), ''), auth.uid())
  returning * into v_standing;
  insert into public.standing_approval_organisations (standing_approval_id, organisation_id)
  select v_standing.id, n from unnest(v_named) n;
  return v_standing;
end;
$$;
comment on function public.grant_standing_approval is
  'From now on an owner agrees to requests like these without being asked: for the named organisations, or for all with at least p_min_clean_returns bookings of this owner brought back in order (one of both); up to p_max_days days and p_max_quantity pieces, on p_weekdays (ISO 1-7, all dates touched), until p_valid_until (last day, pool time). It holds for p_resource_id, or for all of the owner''s resources, where their approval says standing. Approvers and admins of the owner. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.grant_standing_approval to authenticated;

create function public.revoke_standing_approval(p_standing_approval_id uuid) returns public.standing_approvals
language plpgsql
volatile
-- definer: nobody holds an update grant on standing approvals
security definer
set search_path = ''
as $$
declare
  v_standing public.standing_approvals;
begin
  perform private.require_person();
  select * into v_standing from public.standing_approvals where id = p_standing_approval_id for update;
  if not found or v_standing.organisation_id not in (select private.my_organisation_ids()) then
    perform private.fail('NTFND', 'There is no such standing approval.', 'p_standing_approval_id');
  end if;
  perform private.require_role(v_standing.organisation_id, array['approver', 'admin']);
  update public.standing_approvals
  set revoked_at = coalesce(revoked_at, now()), revoked_by = case when revoked_at is null then auth.uid() else revoked_by end
  where id = p_standing_approval_id
  returning * into v_standing;
  return v_standing;
end;
$$;
comment on function public.revoke_standing_approval is
  'Ends a standing approval: the next request is decided by an approver; what it approved stays. Approvers and admins of the owner. Raises LOGIN, NTFND, DNIED.';
grant execute on function public.revoke_standing_approval to authenticated;
