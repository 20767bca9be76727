-- From events to messages. One outbox row becomes one delivery for each person who should know,
-- in that person's language; the worker claims deliveries, sends, and reports back. Claimed rows
-- are leased: when a worker dies, another takes over after the lease.

create table private.deliveries (
  id bigint generated always as identity primary key,
  outbox_id bigint not null references private.outbox (id) on delete cascade,
  person_id uuid not null references public.profiles (id) on delete cascade,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  given_up_at timestamptz,
  last_error text,
  constraint deliveries_outbox_id_person_id_key unique (outbox_id, person_id)
);
alter table private.deliveries enable row level security;
create index deliveries_open_idx on private.deliveries (next_attempt_at) where sent_at is null and given_up_at is null;
create index deliveries_person_id_idx on private.deliveries (person_id);
comment on table private.deliveries is 'One message to one person; leased to a worker until next_attempt_at.';

create function private.recipients(p_event private.outbox) returns setof uuid
language sql
stable
-- definer: reads memberships and staff
security definer
set search_path = ''
as $$
  -- the other side of a booking: the owner's approvers, or who asked
  select m.person_id
  from public.bookings b join public.memberships m on m.organisation_id = b.owner_id and m.role in ('approver', 'admin')
  where b.id = p_event.booking_id
    and p_event.topic in ('booking_requested', 'booking_booked', 'booking_answered', 'booking_cancelled', 'booking_expired',
      'booking_changed', 'booking_change_proposed', 'booking_change_withdrawn', 'booking_change_expired',
      'booking_overdue', 'booking_damaged', 'booking_no_show')
    and p_event.payload ->> 'side' <> 'owner'
    and m.person_id is distinct from p_event.actor_id
  union
  select b.requested_by
  from public.bookings b
  where b.id = p_event.booking_id and b.requested_by is not null
    and (p_event.topic in ('booking_approved', 'booking_declined', 'booking_asked', 'booking_cancelled', 'booking_expired',
           'booking_booked', 'booking_changed', 'booking_change_granted', 'booking_change_declined', 'booking_change_expired',
           'booking_handed_over', 'booking_overdue', 'booking_delayed', 'booking_returned', 'booking_no_show',
           'booking_offered', 'booking_offer_expired', 'booking_passed_over', 'booking_tomorrow')
         or (p_event.topic = 'booking_damaged' and p_event.payload ->> 'side' = 'owner'))
    and (p_event.topic = 'booking_booked' or b.requested_by is distinct from p_event.actor_id)
  union
  -- a series, told once for all of its dates
  select m.person_id
  from public.bookings b join public.memberships m on m.organisation_id = b.owner_id and m.role in ('approver', 'admin')
  where b.id = p_event.booking_id
    and p_event.topic in ('series_requested', 'series_booked', 'series_moved', 'series_cancelled')
    and p_event.payload ->> 'side' <> 'owner'
    and m.person_id is distinct from p_event.actor_id
  union
  select b.requested_by
  from public.bookings b
  where b.id = p_event.booking_id and b.requested_by is not null
    and (p_event.topic in ('series_booked', 'series_unused')
      or p_event.topic in ('series_approved', 'series_declined', 'series_cancelled') and b.requested_by is distinct from p_event.actor_id)
  union
  select m.person_id
  from public.bookings b join public.memberships m on m.organisation_id = b.organisation_id and m.role in ('approver', 'admin')
  where b.id = p_event.booking_id and p_event.topic = 'series_unused'
  union
  select m.person_id from public.memberships m
  where m.organisation_id = p_event.organisation_id and m.role = 'admin'
    and p_event.topic in ('organisation_admitted', 'organisation_suspended')
    and m.person_id is distinct from p_event.actor_id
  union
  select s.person_id from public.organisations o join public.pool_staff s on s.pool_id = o.pool_id and s.role = 'manager'
  where o.id = p_event.organisation_id and p_event.topic = 'organisation_founded'
  union
  select s.person_id from public.pool_staff s
  where s.pool_id = (p_event.payload ->> 'pool_id')::uuid and s.role = 'manager' and p_event.topic = 'barrier_reported'
  union
  -- parts of an event: the approvers of one owner, or who sent it
  select m.person_id from public.memberships m
  where m.organisation_id = p_event.organisation_id and m.role in ('approver', 'admin')
    and p_event.topic in ('event_requested', 'event_cancelled')
    and m.person_id is distinct from p_event.actor_id
  union
  select p.id from public.profiles p
  where p.id = (p_event.payload ->> 'person_id')::uuid
    and p_event.topic in ('event_decided', 'event_gap', 'event_ran_out')
    and p.id is distinct from p_event.actor_id
$$;

create function private.expand_outbox() returns void
language sql
volatile
-- definer: called by what claims messages
security definer
set search_path = ''
as $$
  with open as (
    select ob.id from private.outbox ob where ob.expanded_at is null order by ob.id limit 200 for update skip locked
  ),
  expanded as (
    update private.outbox ob set expanded_at = now() from open where ob.id = open.id returning ob.*
  )
  insert into private.deliveries (outbox_id, person_id)
  select e.id, r.person_id
  from expanded e
  cross join lateral private.recipients(row(e.id, e.topic, e.booking_id, e.organisation_id, e.actor_id, e.payload, e.created_at, e.expanded_at)::private.outbox) as r (person_id)
  on conflict do nothing
$$;
comment on function private.expand_outbox is
  'Makes one delivery for each person who should know of the next 200 events; who is also told by push, a trigger adds (t50_push).';

create function private.told_in(p_payload jsonb, p_locale text) returns jsonb
language sql
stable
-- invoker: called by message_of
set search_path = ''
as $$
  select case when p_payload ? 'parts' then jsonb_set(p_payload, '{parts}', (
    select coalesce(jsonb_agg(
      part.value || coalesce(
        (select jsonb_build_object('title', private.title_in(r, p_locale)) from public.resources r
         where r.id = (part.value ->> 'resource_id')::uuid), '{}')
      order by part.ordinality), '[]')
    from jsonb_array_elements(p_payload -> 'parts') with ordinality part))
  else p_payload end
$$;
comment on function private.told_in is
  'The details of an act as somebody reads them: the parts of an event with their titles in that person''s language.';

create function private.message_of(p_outbox_id bigint, p_person_id uuid)
returns table (
  topic text, email text, display_name text, locale text,
  is_owner_side boolean, pool_slug text, pool_name text, time_zone text,
  booking_id uuid, resource_title text, resource_slug text, owner_name text, borrower_name text,
  starts_at timestamptz, ends_at timestamptz, quantity integer, purpose text,
  organisation_name text, organisation_slug text, note text,
  side text, hold_expires_at timestamptz, payload jsonb
)
language sql
stable
-- definer: reads addresses from auth.users; called by what claims messages
security definer
set search_path = ''
as $$
  select ob.topic, u.email::text, pr.display_name, pr.locale,
    exists (select 1 from public.memberships m where m.person_id = p_person_id and m.organisation_id = b.owner_id
            and m.role in ('approver', 'admin')) and b.requested_by is distinct from p_person_id,
    p.slug, p.name, p.time_zone, b.id, private.title_in(r, pr.locale), r.slug, owner.name, borrower.name,
    b.starts_at, b.ends_at, b.quantity, b.purpose, o.name, o.slug, ob.payload ->> 'note',
    ob.payload ->> 'side', coalesce((ob.payload ->> 'expires_at')::timestamptz, b.hold_expires_at), private.told_in(ob.payload - 'behind', pr.locale)
  from private.outbox ob
  join public.profiles pr on pr.id = p_person_id
  join auth.users u on u.id = p_person_id
  left join public.bookings b on b.id = ob.booking_id
  left join public.resources r on r.id = b.resource_id
  left join public.organisations owner on owner.id = b.owner_id
  left join public.organisations borrower on borrower.id = b.organisation_id
  left join public.organisations o on o.id = ob.organisation_id
  join public.pools p on p.id = coalesce(b.pool_id, o.pool_id, (ob.payload ->> 'pool_id')::uuid)
  where ob.id = p_outbox_id
$$;
comment on function private.message_of is 'Everything that a mail or a push says to one person about one event.';

create function public.claim_deliveries(p_limit integer default 20)
returns table (
  delivery_id bigint, topic text, attempts integer, email text, display_name text, locale text,
  is_owner_side boolean, pool_slug text, pool_name text, time_zone text,
  booking_id uuid, resource_title text, resource_slug text, owner_name text, borrower_name text,
  starts_at timestamptz, ends_at timestamptz, quantity integer, purpose text,
  organisation_name text, organisation_slug text, note text,
  side text, hold_expires_at timestamptz, payload jsonb
)
language plpgsql
volatile
-- definer: reads addresses from auth.users; granted to the service role only
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform private.expand_outbox();

  return query
    with due as (
      select d.id from private.deliveries d
      where d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= now()
      order by d.next_attempt_at, d.id
      limit least(greatest(coalesce(p_limit, 20), 1), 200)
      for update skip locked
    ),
    leased as (
      -- the lease: nobody else takes it for five minutes
      update private.deliveries d set attempts = d.attempts + 1, next_attempt_at = now() + interval '5 minutes'
      from due where d.id = due.id
      returning d.*
    )
    select l.id, m.topic, l.attempts, m.email, m.display_name, m.locale, m.is_owner_side, m.pool_slug, m.pool_name, m.time_zone,
      m.booking_id, m.resource_title, m.resource_slug, m.owner_name, m.borrower_name, m.starts_at, m.ends_at, m.quantity, m.purpose,
      m.organisation_name, m.organisation_slug, m.note, m.side, m.hold_expires_at, m.payload
    from leased l
    cross join lateral private.message_of(l.outbox_id, l.person_id) m
    order by l.id;
end;
$$;
comment on function public.claim_deliveries is
  'Leases up to p_limit messages that are due (for five minutes) with everything a mail needs: also which side acted, until when an answer is awaited, and the details of the act (payload: from and to of a change, condition of a return). Service role only.';
grant execute on function public.claim_deliveries to service_role;

create function public.finish_delivery(p_delivery_id bigint, p_error text default null) returns void
language sql
volatile
-- definer: deliveries are private; granted to the service role only
security definer
set search_path = ''
as $$
  update private.deliveries
  set sent_at = case when p_error is null then now() end,
      last_error = left(p_error, 500),
      -- 1, 2, 4 … minutes, at most 4 hours; after a dozen tries over about a day it is given up
      next_attempt_at = now() + make_interval(mins => least(power(2, least(attempts - 1, 8))::integer, 240)),
      given_up_at = case when p_error is not null and attempts >= 12 then now() end
  where id = p_delivery_id
$$;
comment on function public.finish_delivery is
  'Marks a leased message as sent, or with p_error plans the next attempt (1, 2, 4 … up to 240 minutes; given up after 12). Service role only.';
grant execute on function public.finish_delivery to service_role;
