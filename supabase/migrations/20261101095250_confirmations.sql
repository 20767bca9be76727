-- What an owner has had confirmed: the driving licence seen, the instruction done. For an organisation
-- it holds until it runs out or is taken back, for a booking only there.
create table public.organisation_confirmations (
  confirmation_id uuid not null references public.confirmations (id) on delete cascade,
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  recorded_by uuid references public.profiles (id) on delete set null,
  recorded_at timestamptz not null default now(),
  valid_until timestamptz,
  revoked_at timestamptz,
  primary key (confirmation_id, organisation_id)
);
alter table public.organisation_confirmations enable row level security;
create index organisation_confirmations_organisation_id_idx on public.organisation_confirmations (organisation_id);
create index organisation_confirmations_recorded_by_idx on public.organisation_confirmations (recorded_by);
create policy select_parties on public.organisation_confirmations for select to authenticated
  using (
    organisation_id = any (array(select private.my_organisation_ids()))
    or exists (
      select 1 from public.confirmations c join public.terms t on t.id = c.terms_id
      where c.id = confirmation_id
        and (t.organisation_id = any (array(select private.my_organisation_ids(array['approver', 'admin'])))
          or t.pool_id = any (array(select private.my_staffed_pool_ids()))))
  );
-- No write grant: record_confirmation and revoke_confirmation write.
grant select on public.organisation_confirmations to authenticated, service_role;
comment on table public.organisation_confirmations is 'What is confirmed of an organisation, once for all its bookings.';

create table public.booking_confirmations (
  confirmation_id uuid not null references public.confirmations (id) on delete cascade,
  booking_id uuid not null references public.bookings (id) on delete cascade,
  recorded_by uuid references public.profiles (id) on delete set null,
  recorded_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (booking_id, confirmation_id)
);
alter table public.booking_confirmations enable row level security;
create index booking_confirmations_confirmation_id_idx on public.booking_confirmations (confirmation_id);
create index booking_confirmations_recorded_by_idx on public.booking_confirmations (recorded_by);
create policy select_parties on public.booking_confirmations for select to authenticated
  using (exists (select 1 from public.bookings b where b.id = booking_id));
-- No write grant: record_confirmation and revoke_confirmation write.
grant select on public.booking_confirmations to authenticated, service_role;
comment on table public.booking_confirmations is 'What is confirmed for one booking.';

create function private.missing_confirmations(p_level_ids uuid[], p_organisation_id uuid, p_booking_id uuid default null) returns text[]
language plpgsql
stable
-- definer: reads what is confirmed of others
security definer
set search_path = ''
as $$
begin
  return (
    select array_agg(c.name order by c.name)
    from public.confirmations c
    where c.terms_id = any (p_level_ids)
      and not case c.per
        when 'organisation' then exists (
          select 1 from public.organisation_confirmations oc
          where oc.confirmation_id = c.id and oc.organisation_id = p_organisation_id
            and oc.revoked_at is null and coalesce(oc.valid_until > now(), true))
        -- nothing can be confirmed for a booking that does not exist yet
        else p_booking_id is null or exists (
          select 1 from public.booking_confirmations bc
          where bc.confirmation_id = c.id and bc.booking_id = p_booking_id and bc.revoked_at is null)
      end);
end;
$$;
comment on function private.missing_confirmations is
  'The names of confirmations that are missing for an organisation and, where there is one already, its booking; null when none.';

create function private.require_confirmations(p_booking public.bookings) returns void
language plpgsql
stable
-- definer: see missing_confirmations
security definer
set search_path = ''
as $$
declare
  v_missing text[];
begin
  if p_booking.organisation_id = p_booking.owner_id then
    return;
  end if;
  select private.missing_confirmations(t.level_ids, p_booking.organisation_id, p_booking.id) into v_missing
  from public.effective_terms t where t.resource_id = p_booking.resource_id and t.has_confirmations;
  if v_missing is not null then
    perform private.fail('BKCNF', 'Something must be confirmed first.', 'p_booking_id',
      jsonb_build_object('missing', array_to_string(v_missing, ', '), 'count', cardinality(v_missing)));
  end if;
end;
$$;
comment on function private.require_confirmations is
  'Refuses (BKCNF, {missing, count}) to hand over what its owner wants something confirmed for first; the owner''s own bookings need nothing.';

create function private.require_confirming(p_confirmation_id uuid, p_organisation_id uuid, p_booking_id uuid)
returns public.confirmations
language plpgsql
volatile
-- definer: reads terms and bookings whoever asks
security definer
set search_path = ''
as $$
declare
  v_confirmation public.confirmations;
  v_terms public.terms;
  v_booking public.bookings;
begin
  perform private.require_person();
  select * into v_confirmation from public.confirmations where id = p_confirmation_id for key share;
  if not found then
    perform private.fail('NTFND', 'There is no such confirmation.', 'p_confirmation_id');
  end if;
  select * into v_terms from public.terms where id = v_confirmation.terms_id;
  if v_confirmation.per = 'booking' then
    if p_booking_id is null then
      perform private.fail('INPUT', 'For which booking?', 'p_booking_id', '{"reason": "required"}');
    end if;
    v_booking := private.lock_booking(p_booking_id);
    perform private.require_decider(v_booking);
    if not exists (
      select 1 from public.effective_terms t where t.resource_id = v_booking.resource_id and v_terms.id = any (t.level_ids)
    ) then
      perform private.fail('NTFND', 'This booking does not need that.', 'p_confirmation_id');
    end if;
  else
    if p_organisation_id is null then
      perform private.fail('INPUT', 'For which organisation?', 'p_organisation_id', '{"reason": "required"}');
    end if;
    -- what the whole pool wants confirmed, the QM confirms
    if v_terms.organisation_id is null then
      perform private.require_staff(v_terms.pool_id, array['manager']);
    else
      perform private.require_role(v_terms.organisation_id, array['approver', 'admin']);
    end if;
    if not exists (
      select 1 from public.organisations o where o.id = p_organisation_id and o.pool_id = v_terms.pool_id
    ) then
      perform private.fail('NTFND', 'There is no such organisation here.', 'p_organisation_id');
    end if;
  end if;
  return v_confirmation;
end;
$$;
comment on function private.require_confirming is
  'The confirmation when the signed-in person may say that it is there. Raises LOGIN, NTFND, DNIED, ORGST, INPUT.';

create function public.record_confirmation(
  p_confirmation_id uuid, p_organisation_id uuid default null, p_booking_id uuid default null
) returns public.confirmations
language plpgsql
volatile
-- definer: nobody holds an insert grant on what is confirmed
security definer
set search_path = ''
as $$
declare
  v_confirmation public.confirmations := private.require_confirming(p_confirmation_id, p_organisation_id, p_booking_id);
begin
  if v_confirmation.per = 'booking' then
    insert into public.booking_confirmations (confirmation_id, booking_id, recorded_by)
    values (p_confirmation_id, p_booking_id, auth.uid())
    on conflict (booking_id, confirmation_id) do update
    set recorded_by = excluded.recorded_by, recorded_at = now(), revoked_at = null;
  else
    insert into public.organisation_confirmations (confirmation_id, organisation_id, recorded_by, valid_until)
    values (p_confirmation_id, p_organisation_id, auth.uid(), now() + make_interval(months => v_confirmation.valid_months))
    on conflict (confirmation_id, organisation_id) do update
    set recorded_by = excluded.recorded_by, recorded_at = now(), valid_until = excluded.valid_until, revoked_at = null;
  end if;
  return v_confirmation;
end;
$$;
comment on function public.record_confirmation is
  'Says that what an owner wants confirmed is there: for an organisation (from now on for as many months as the owner says) or for one booking, as the confirmation says. Approvers and admins of the owner; what a whole pool wants, its managers. Again renews it. Raises LOGIN, NTFND, DNIED, ORGST, INPUT.';
grant execute on function public.record_confirmation to authenticated;

create function public.revoke_confirmation(
  p_confirmation_id uuid, p_organisation_id uuid default null, p_booking_id uuid default null
) returns public.confirmations
language plpgsql
volatile
-- definer: nobody holds an update grant on what is confirmed
security definer
set search_path = ''
as $$
declare
  v_confirmation public.confirmations := private.require_confirming(p_confirmation_id, p_organisation_id, p_booking_id);
begin
  if v_confirmation.per = 'booking' then
    update public.booking_confirmations set revoked_at = coalesce(revoked_at, now())
    where confirmation_id = p_confirmation_id and booking_id = p_booking_id;
  else
    update public.organisation_confirmations set revoked_at = coalesce(revoked_at, now())
    where confirmation_id = p_confirmation_id and organisation_id = p_organisation_id;
  end if;
  if not found then
    perform private.fail('NTFND', 'That was never confirmed.', 'p_confirmation_id');
  end if;
  return v_confirmation;
end;
$$;
comment on function public.revoke_confirmation is
  'Takes back what record_confirmation said; bookings that stand are kept. The same people. Raises LOGIN, NTFND, DNIED, ORGST, INPUT.';
grant execute on function public.revoke_confirmation to authenticated;
