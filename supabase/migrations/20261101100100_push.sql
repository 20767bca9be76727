-- Web push, beside mail: the same event of the outbox, rows and attempts of its own. A phone that is gone
-- neither delays a mail nor repeats one. See docs/push.md.
-- Left out on purpose: any secret of ours. The keys that sign what is sent stay with the app.

create table public.push_subscriptions (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references public.profiles (id) on delete cascade,
  -- A browser's address at its push service. Our server posts to it, so only names of the public internet; the app
  -- looks again where the name leads before it sends. Loopback is for tests, and the app sends there only when told so.
  endpoint text not null constraint push_subscriptions_endpoint_check check (
    char_length(endpoint) <= 1000
    and endpoint ~ '^(https://([a-z0-9-]+[.])+[a-z]{2,}(:[0-9]{1,5})?|http://(localhost|127[.]0[.]0[.]1):[0-9]{1,5})/'),
  p256dh text not null constraint push_subscriptions_p256dh_check check (p256dh ~ '^B[A-Za-z0-9_-]{86}$'),
  auth text not null constraint push_subscriptions_auth_check check (auth ~ '^[A-Za-z0-9_-]{22}$'),
  device text not null constraint push_subscriptions_device_check check (char_length(device) between 1 and 60),
  created_at timestamptz not null default now(),
  constraint push_subscriptions_endpoint_key unique (endpoint)
);
alter table public.push_subscriptions enable row level security;
create index push_subscriptions_person_id_idx on public.push_subscriptions (person_id, created_at);
create policy select_own on public.push_subscriptions for select to authenticated using (person_id = (select auth.uid()));
grant select on public.push_subscriptions to authenticated, service_role;
comment on table public.push_subscriptions is 'A phone or browser on which a person wants to be told; the language is that of the person.';
comment on column public.push_subscriptions.p256dh is 'Public key of the browser, base64url: only it can read what is sent.';
comment on column public.push_subscriptions.auth is 'Sixteen bytes that browser and sender share, base64url.';
comment on column public.push_subscriptions.device is 'What the person calls it: browser and system.';

create table public.push_settings (
  person_id uuid primary key references public.profiles (id) on delete cascade,
  muted text[] not null default '{}'
    constraint push_settings_muted_check check (muted <@ array['asked', 'answer_needed', 'decided', 'tomorrow'])
);
alter table public.push_settings enable row level security;
create policy select_own on public.push_settings for select to authenticated using (person_id = (select auth.uid()));
grant select on public.push_settings to authenticated, service_role;
comment on table public.push_settings is 'Which kinds of push a person does not want; without a row they want all.';

create table private.push_deliveries (
  id bigint generated always as identity primary key,
  outbox_id bigint not null references private.outbox (id) on delete cascade,
  subscription_id uuid not null references public.push_subscriptions (id) on delete cascade,
  kind text not null constraint push_deliveries_kind_check check (kind in ('asked', 'answer_needed', 'decided', 'tomorrow')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  given_up_at timestamptz,
  last_error text,
  constraint push_deliveries_outbox_id_subscription_id_key unique (outbox_id, subscription_id)
);
alter table private.push_deliveries enable row level security;
create index push_deliveries_open_idx on private.push_deliveries (next_attempt_at) where sent_at is null and given_up_at is null;
create index push_deliveries_done_idx on private.push_deliveries (next_attempt_at) where sent_at is not null or given_up_at is not null;
create index push_deliveries_subscription_id_idx on private.push_deliveries (subscription_id);
comment on table private.push_deliveries is 'One message to one phone; leased to a worker until next_attempt_at.';

create function private.push_kind(p_topic text, p_asked_for_it boolean) returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when p_topic in ('booking_requested', 'booking_answered', 'booking_change_proposed',
      'series_requested', 'series_moved', 'event_requested') then 'asked'
    when p_topic in ('booking_asked', 'booking_offered', 'series_unused', 'event_gap') then 'answer_needed'
    when p_topic in ('booking_approved', 'booking_declined', 'booking_passed_over', 'booking_change_granted',
      'booking_change_declined', 'series_approved', 'series_declined', 'event_decided', 'event_ran_out') then 'decided'
    when p_topic in ('booking_cancelled', 'booking_expired', 'series_cancelled') and p_asked_for_it then 'decided'
    when p_topic = 'booking_tomorrow' then 'tomorrow'
  end
$$;
comment on function private.push_kind is
  'The kind under which an event is told by push, null where a mail is enough; p_asked_for_it: the reader is who asked for the booking.';

create function private.tg_deliveries__push() returns trigger
language plpgsql
-- definer: subscriptions of others
security definer
set search_path = ''
as $$
begin
  insert into private.push_deliveries (outbox_id, subscription_id, kind)
  select new.outbox_id, s.id, k.kind
  from private.outbox ob
  left join public.bookings b on b.id = ob.booking_id
  cross join lateral private.push_kind(ob.topic, b.requested_by is not distinct from new.person_id) as k (kind)
  join public.push_subscriptions s on s.person_id = new.person_id
  where ob.id = new.outbox_id and k.kind is not null
    and not exists (select 1 from public.push_settings p where p.person_id = new.person_id and k.kind = any (p.muted))
  on conflict do nothing;
  return null;
end;
$$;
create trigger t50_push after insert on private.deliveries
  for each row execute function private.tg_deliveries__push();

create function public.subscribe_push(p_endpoint text, p_p256dh text, p_auth text, p_device text)
returns public.push_subscriptions
language plpgsql
volatile
-- definer: nobody holds a write grant on push_subscriptions
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
  v_device text := private.require_text(p_device, 'p_device', 60);
  v_subscription public.push_subscriptions;
begin
  if coalesce(char_length(p_endpoint) > 1000 or p_endpoint !~
    '^(https://([a-z0-9-]+[.])+[a-z]{2,}(:[0-9]{1,5})?|http://(localhost|127[.]0[.]0[.]1):[0-9]{1,5})/', true) then
    perform private.fail('INPUT', 'No address of a push service.', 'p_endpoint', jsonb_build_object('reason', 'url'));
  end if;
  if coalesce(p_p256dh !~ '^B[A-Za-z0-9_-]{86}$', true) then
    perform private.fail('INPUT', 'No public key of a browser.', 'p_p256dh', jsonb_build_object('reason', 'invalid'));
  end if;
  if coalesce(p_auth !~ '^[A-Za-z0-9_-]{22}$', true) then
    perform private.fail('INPUT', 'No shared secret of a browser.', 'p_auth', jsonb_build_object('reason', 'invalid'));
  end if;
  insert into public.push_subscriptions as s (person_id, endpoint, p256dh, auth, device)
  values (v_person, p_endpoint, p_p256dh, p_auth, v_device)
  -- The same browser again, perhaps with somebody else at it. Its keys prove that it is the same: who merely
  -- learned an address can not take it away.
  on conflict (endpoint) do update
    set person_id = excluded.person_id, device = excluded.device, p256dh = excluded.p256dh, auth = excluded.auth
    where s.person_id = excluded.person_id or (s.p256dh = excluded.p256dh and s.auth = excluded.auth)
  returning s.* into v_subscription;
  if v_subscription.id is null then
    perform private.fail('DNIED', 'This address belongs to another browser.', 'p_endpoint');
  end if;
  -- what waited for whom it belonged to before is not for this reader
  delete from private.push_deliveries d
  where d.subscription_id = v_subscription.id
    and not exists (select 1 from private.deliveries mine where mine.outbox_id = d.outbox_id and mine.person_id = v_person);
  -- ten devices are many; the oldest makes room
  delete from public.push_subscriptions old
  where old.id in (
    select o.id from public.push_subscriptions o
    where o.person_id = v_person and o.id <> v_subscription.id
    order by o.created_at desc, o.id offset 9);
  return v_subscription;
end;
$$;
comment on function public.subscribe_push is
  'Has the signed-in person told on this browser, too; ten at most, the oldest makes room. The same browser again changes its row. Raises LOGIN, INPUT, DNIED.';
grant execute on function public.subscribe_push to authenticated;

create function public.unsubscribe_push(p_subscription_id uuid default null) returns integer
language plpgsql
volatile
-- definer: nobody holds a write grant on push_subscriptions
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
  v_gone integer;
begin
  delete from public.push_subscriptions s
  where s.person_id = v_person and (p_subscription_id is null or s.id = p_subscription_id);
  get diagnostics v_gone = row_count;
  return v_gone;
end;
$$;
comment on function public.unsubscribe_push is
  'Forgets one device of the signed-in person, without p_subscription_id all; returns how many. What is gone already is no error. Raises LOGIN.';
grant execute on function public.unsubscribe_push to authenticated;

create function public.choose_pushes(p_kinds text[]) returns public.push_settings
language plpgsql
volatile
-- definer: nobody holds a write grant on push_settings
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
  v_known constant text[] := array['asked', 'answer_needed', 'decided', 'tomorrow'];
  v_settings public.push_settings;
begin
  if not coalesce(p_kinds <@ v_known, false) then
    perform private.fail('INPUT', 'Unknown kind.', 'p_kinds', jsonb_build_object('reason', 'choice'));
  end if;
  insert into public.push_settings (person_id, muted)
  values (v_person, array(select k from unnest(v_known) k where k <> all (p_kinds)))
  on conflict (person_id) do update set muted = excluded.muted
  returning * into v_settings;
  return v_settings;
end;
$$;
comment on function public.choose_pushes is
  'Says which kinds the signed-in person wants to be pushed (asked, answer_needed, decided, tomorrow); mails go on as before. Raises LOGIN, INPUT.';
grant execute on function public.choose_pushes to authenticated;

create function public.claim_pushes(p_limit integer default 20)
returns table (
  push_id bigint, kind text, attempts integer, endpoint text, p256dh text, auth text, person_id uuid,
  topic text, email text, display_name text, locale text,
  is_owner_side boolean, pool_slug text, pool_name text, time_zone text,
  booking_id uuid, resource_title text, resource_slug text, owner_name text, borrower_name text,
  starts_at timestamptz, ends_at timestamptz, quantity integer, purpose text,
  organisation_name text, organisation_slug text, note text,
  side text, hold_expires_at timestamptz, payload jsonb
)
language plpgsql
volatile
-- definer: reads everybody's subscriptions; granted to the service role only
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform private.expand_outbox();

  -- old news, and questions that somebody has answered since, disturb nobody
  with stale as (
    select d.id from private.push_deliveries d
    join private.outbox ob on ob.id = d.outbox_id
    left join public.bookings b on b.id = ob.booking_id
    where d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= now()
      and (ob.created_at < now() - interval '12 hours'
        or (ob.topic in ('booking_requested', 'booking_answered') and b.status <> 'requested')
        or (ob.topic = 'booking_tomorrow' and b.status <> 'approved'))
    for update of d skip locked
  )
  update private.push_deliveries d set given_up_at = now(), last_error = 'overtaken' from stale where d.id = stale.id;

  return query
    with due as (
      select d.id from private.push_deliveries d
      where d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= now()
      order by d.next_attempt_at, d.id
      limit least(greatest(coalesce(p_limit, 20), 1), 200)
      for update skip locked
    ),
    leased as (
      update private.push_deliveries d set attempts = d.attempts + 1, next_attempt_at = now() + interval '5 minutes'
      from due where d.id = due.id
      returning d.*
    )
    select l.id, l.kind, l.attempts, s.endpoint, s.p256dh, s.auth, s.person_id,
      m.topic, m.email, m.display_name, m.locale, m.is_owner_side, m.pool_slug, m.pool_name, m.time_zone,
      m.booking_id, m.resource_title, m.resource_slug, m.owner_name, m.borrower_name, m.starts_at, m.ends_at, m.quantity, m.purpose,
      m.organisation_name, m.organisation_slug, m.note, m.side, m.hold_expires_at, m.payload
    from leased l
    join public.push_subscriptions s on s.id = l.subscription_id
    cross join lateral private.message_of(l.outbox_id, s.person_id) m
    order by l.id;
end;
$$;
comment on function public.claim_pushes is
  'Leases up to p_limit pushes that are due (for five minutes) with address, keys and what they say; what is twelve hours old or answered since is given up. Service role only.';
grant execute on function public.claim_pushes to service_role;

create function public.finish_push(
  p_push_id bigint,
  p_error text default null,
  p_is_gone boolean default false,
  p_wait_seconds integer default null
) returns void
language plpgsql
volatile
-- definer: pushes are private; granted to the service role only
security definer
set search_path = ''
as $$
begin
  if p_is_gone then
    delete from public.push_subscriptions s
    using private.push_deliveries d where d.id = p_push_id and s.id = d.subscription_id;
    return;
  end if;
  update private.push_deliveries
  set sent_at = case when p_error is null then now() end,
      last_error = left(p_error, 500),
      -- 1, 2, 4 … minutes or what the service asks for, at most an hour; eight tries are about two hours
      next_attempt_at = now() + greatest(
        make_interval(mins => least(power(2, least(greatest(attempts, 1) - 1, 6))::integer, 60)),
        make_interval(secs => least(greatest(coalesce(p_wait_seconds, 0), 0), 3600))),
      given_up_at = case when p_error is not null and attempts >= 8 then now() end
  where id = p_push_id;
end;
$$;
comment on function public.finish_push is
  'Marks a leased push as sent; with p_is_gone forgets the device for good; with p_error plans the next attempt (1, 2, 4 … up to 60 minutes, no sooner than p_wait_seconds; given up after 8). Service role only.';
grant execute on function public.finish_push to service_role;

-- Once for each booking and start: moved to another day, it is told again.
create unique index outbox_tomorrow_key on private.outbox (booking_id, (payload ->> 'starts')) where topic = 'booking_tomorrow';

create function public.remind_of_tomorrow() returns integer
language plpgsql
volatile
-- definer: the sweep acts for nobody
security definer
set search_path = ''
as $$
declare
  v_told integer;
begin
  insert into private.outbox (topic, booking_id, payload)
  -- an event is one thing to remember, with however many parts
  select distinct on (b.requested_by, coalesce(b.event_id, b.id))
    'booking_tomorrow', b.id, jsonb_build_object('side', 'system', 'starts', extract(epoch from b.starts_at)::bigint)
  from (
    select p.id, p.time_zone as zone, (now() at time zone p.time_zone)::date as today
    from public.pools p
    -- late enough to pack, early enough to disturb nobody
    where extract(hour from now() at time zone p.time_zone) between 17 and 21
  ) pool
  join public.bookings b on b.pool_id = pool.id
    and b.starts_at >= (pool.today + 1)::timestamp at time zone pool.zone
    and b.starts_at < (pool.today + 2)::timestamp at time zone pool.zone
  where b.status = 'approved' and b.requested_by is not null
    -- who comes every week needs no reminder, nor who asked only today
    and b.series_id is null
    and b.created_at < pool.today::timestamp at time zone pool.zone
    and not exists (
      select 1 from private.outbox told join public.bookings part on part.id = told.booking_id
      where told.topic = 'booking_tomorrow' and told.payload ->> 'starts' = extract(epoch from part.starts_at)::bigint::text
        and (part.id = b.id or part.event_id = b.event_id and part.requested_by = b.requested_by
          and part.starts_at >= (pool.today + 1)::timestamp at time zone pool.zone))
  order by b.requested_by, coalesce(b.event_id, b.id), b.starts_at, b.id
  on conflict do nothing;
  get diagnostics v_told = row_count;
  return v_told;
end;
$$;
comment on function public.remind_of_tomorrow is
  'Between 17 and 22 o''clock in the pool''s zone tells who asked for a booking that it begins tomorrow: once for each booking and start, once for an event, never for a series or for what was asked for today; returns how many. Called every minute by the host. Service role only.';
grant execute on function public.remind_of_tomorrow to service_role;

create index sent_acts_created_at_idx on private.sent_acts (created_at);

create function public.forget_old_acts() returns integer
language plpgsql
volatile
-- definer: the sweep acts for nobody
security definer
set search_path = ''
as $$
declare
  v_gone integer;
begin
  -- Browsers keep a session for 400 days at most: a phone that lay in a drawer for longer has nobody signed in who
  -- could send again.
  delete from private.sent_acts where created_at < now() - interval '400 days';
  get diagnostics v_gone = row_count;
  delete from private.push_deliveries
  where (sent_at is not null or given_up_at is not null) and next_attempt_at < now() - interval '30 days';
  return v_gone;
end;
$$;
comment on function public.forget_old_acts is
  'Drops the keys of acts that no phone can send again (400 days) and finished pushes of 30 days; returns how many keys. Called by the host. Service role only.';
grant execute on function public.forget_old_acts to service_role;
