-- One purpose, many owners: a street festival needs tables from one club, a tent from another, a van
-- from a third. An event is planned as a list of wishes (items), asked for in one act (parts, each a
-- booking), decided by each owner for itself, and held together by its mode: all of it or nothing, or
-- as far as possible.
-- Locks: the plan of an event before its bookings, then as everywhere. Who changes one booking (a
-- decline, the sweep of holds) never waits for a plan: it takes it when nobody has it, else whoever
-- has it, or the sweep of events, settles.

create table public.events (
  -- chosen by who plans, so that the same press arriving twice plans once
  id uuid primary key,
  pool_id uuid not null references public.pools (id) on delete cascade,
  organisation_id uuid not null,
  created_by uuid references public.profiles (id) on delete set null,
  title text not null constraint events_title_check check (char_length(title) between 2 and 120),
  place text not null default '' constraint events_place_check check (char_length(place) <= 240),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  guests integer not null constraint events_guests_check check (guests between 1 and 100000),
  created_at timestamptz not null default now(),
  constraint events_period_check check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  constraint events_organisation_id_fkey foreign key (organisation_id, pool_id)
    references public.organisations (id, pool_id) on delete cascade
);
alter table public.events enable row level security;
create index events_pool_id_idx on public.events (pool_id);
create index events_organisation_id_idx on public.events (organisation_id, pool_id);
create index events_created_by_idx on public.events (created_by);
create index events_ends_at_idx on public.events (ends_at);

alter table public.bookings add column event_id uuid constraint bookings_event_id_fkey references public.events (id);
create index bookings_event_id_idx on public.bookings (event_id);
comment on column public.bookings.event_id is 'The event this is a part of; written with the booking and never changed.';

create policy select_parties on public.events for select to authenticated
  using (
    organisation_id = any (array(select private.my_organisation_ids()))
    or pool_id = any (array(select private.my_staffed_pool_ids()))
    -- an owner who is asked for a part reads what it is for; the other owners' parts are not in this table
    or exists (
      select 1 from public.bookings b
      where b.event_id = events.id and b.owner_id = any (array(select private.my_organisation_ids(array['approver', 'admin']))))
  );
grant select on public.events to authenticated, service_role;
comment on table public.events is 'A purpose with a date that groups bookings over owners; what the borrower and every owner who is asked may read.';
comment on column public.events.guests is 'How many people are expected; quantities per guest follow it.';

-- How the borrower wants it and how it stands. Apart from events because owners read those and this is
-- the borrower's own business.
create table public.event_plans (
  event_id uuid primary key references public.events (id) on delete cascade,
  mode text not null constraint event_plans_mode_check check (mode in ('all_or_nothing', 'best_effort')),
  status text not null default 'draft'
    constraint event_plans_status_check check (status in ('draft', 'sent', 'settled', 'cancelled')),
  note text not null default '' constraint event_plans_note_check check (char_length(note) <= 2000),
  settle_by timestamptz,
  sent_by uuid references public.profiles (id) on delete set null,
  sent_at timestamptz,
  ended_by text constraint event_plans_ended_by_check check (ended_by in ('borrower', 'system')),
  idempotency_key text constraint event_plans_idempotency_key_check check (char_length(idempotency_key) between 1 and 200),
  request jsonb,
  version integer not null default 1,
  constraint event_plans_sent_check check ((status = 'draft') = (sent_at is null)),
  constraint event_plans_settle_by_check check (settle_by is null or (status = 'sent' and mode = 'all_or_nothing')),
  constraint event_plans_ended_check check ((status = 'cancelled') = (ended_by is not null)),
  constraint event_plans_sent_by_idempotency_key_key unique (sent_by, idempotency_key)
);
alter table public.event_plans enable row level security;
create index event_plans_sent_idx on public.event_plans (event_id) where status = 'sent';
create policy select_borrower on public.event_plans for select to authenticated
  using (exists (
    select 1 from public.events e
    where e.id = event_id
      and (e.organisation_id = any (array(select private.my_organisation_ids()))
        or e.pool_id = any (array(select private.my_staffed_pool_ids())))));
grant select on public.event_plans to authenticated, service_role;
comment on table public.event_plans is
  'How an event is asked for and how it stands: draft, sent (somebody has to answer, or a gap is open), settled (all have answered), cancelled. The borrower''s side only.';
comment on column public.event_plans.mode is
  'all_or_nothing: asked for only when every part can be held, and called off when a part stays missing; best_effort: as far as possible.';
comment on column public.event_plans.settle_by is
  'All or nothing: a part is missing, and until then the borrower replaces it or goes on without; after it the rest is called off.';
comment on column public.event_plans.note is 'A word to all owners; it becomes the purpose of the bookings.';
comment on column public.event_plans.request is 'What was asked for under idempotency_key, to know the same request again.';
comment on column public.event_plans.version is 'Counts changes, for screens that look again.';

-- What one usually needs, by kind of event. Names stand in columns by locale and not in the app's
-- messages, so that a pool can have templates of its own without a release.
create table public.event_templates (
  id uuid primary key default gen_random_uuid(),
  pool_id uuid references public.pools (id) on delete cascade,
  slug text not null constraint event_templates_slug_check check (slug ~ '^[a-z0-9](-?[a-z0-9])*$'),
  position integer not null,
  names jsonb not null constraint event_templates_names_check check (names ? 'de' and names ? 'en'),
  picture text not null default '' constraint event_templates_picture_check check (picture ~ '^[a-z0-9-]{0,40}$'),
  guests integer not null constraint event_templates_guests_check check (guests between 1 and 100000),
  constraint event_templates_slug_key unique nulls not distinct (pool_id, slug)
);
alter table public.event_templates enable row level security;
create policy select_everyone on public.event_templates for select to anon, authenticated using (true);
-- No write grant: templates are shipped, or set up by the host of a pool.
grant select on public.event_templates to anon, authenticated, service_role;
comment on table public.event_templates is 'Lists to begin an event with; pool_id null: for every pool.';
comment on column public.event_templates.names is 'The name by locale; de and en always.';
comment on column public.event_templates.guests is 'What the form begins with.';

create table public.event_template_items (
  id uuid primary key default gen_random_uuid(),
  template_id uuid not null references public.event_templates (id) on delete cascade,
  position integer not null,
  names jsonb not null constraint event_template_items_names_check check (names ? 'de' and names ? 'en'),
  words text not null constraint event_template_items_words_check check (char_length(words) between 1 and 200),
  picture text not null default '' constraint event_template_items_picture_check check (picture ~ '^[a-z0-9-]{0,40}$'),
  quantity integer not null constraint event_template_items_quantity_check check (quantity between 1 and 1000),
  per_guests integer constraint event_template_items_per_guests_check check (per_guests between 1 and 1000),
  days_before integer not null default 0 constraint event_template_items_days_before_check check (days_before between 0 and 7),
  starts_time time,
  days_after integer not null default 0 constraint event_template_items_days_after_check check (days_after between 0 and 7),
  ends_time time,
  constraint event_template_items_position_key unique (template_id, position)
);
alter table public.event_template_items enable row level security;
create policy select_everyone on public.event_template_items for select to anon, authenticated using (true);
grant select on public.event_template_items to anon, authenticated, service_role;
comment on table public.event_template_items is 'One thing of a template: what to search for, how many for so many guests, from when to when.';
comment on column public.event_template_items.words is 'What to search for; commas part words of which any will do, the best first. In the language of the pools'' catalogues.';
comment on column public.event_template_items.per_guests is 'quantity for each so many guests, begun ones count; null: quantity whatever comes.';
comment on column public.event_template_items.days_before is 'It is needed so many days before the event starts, at starts_time (pool time; null: at the hour the event starts).';
comment on column public.event_template_items.days_after is 'It goes back so many days after the event ends, at ends_time (pool time; null: at the hour the event ends).';

create table public.event_items (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references public.events (id) on delete cascade,
  position integer not null,
  template_item_id uuid references public.event_template_items (id) on delete set null,
  what text not null constraint event_items_what_check check (char_length(what) between 1 and 120),
  words text not null constraint event_items_words_check check (char_length(words) between 1 and 200),
  picture text not null default '' constraint event_items_picture_check check (picture ~ '^[a-z0-9-]{0,40}$'),
  quantity integer not null constraint event_items_quantity_check check (quantity between 1 and 100000),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  changed boolean not null default false,
  waived_at timestamptz,
  constraint event_items_period_check check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at))
);
alter table public.event_items enable row level security;
create index event_items_event_id_idx on public.event_items (event_id, position);
create index event_items_template_item_id_idx on public.event_items (template_item_id);
create policy select_borrower on public.event_items for select to authenticated
  using (exists (select 1 from public.event_plans p where p.event_id = event_items.event_id));
grant select on public.event_items to authenticated, service_role;
comment on table public.event_items is 'A wish within an event: what, how many, from when to when. The borrower''s side only.';
comment on column public.event_items.changed is 'Quantity or time were set by hand; they no longer follow the template when guests or date change.';
comment on column public.event_items.waived_at is 'The borrower goes on without what is missing of it.';

create table public.event_parts (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references public.event_items (id) on delete cascade,
  resource_id uuid not null references public.resources (id) on delete cascade,
  quantity integer not null constraint event_parts_quantity_check check (quantity >= 1),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  booking_id uuid constraint event_parts_booking_id_key unique references public.bookings (id) on delete cascade,
  refused_code text,
  refused_params jsonb,
  created_at timestamptz not null default now(),
  constraint event_parts_period_check check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  constraint event_parts_refused_check check (booking_id is null or refused_code is null)
);
alter table public.event_parts enable row level security;
create index event_parts_item_id_idx on public.event_parts (item_id);
create index event_parts_resource_id_idx on public.event_parts (resource_id);
create policy select_borrower on public.event_parts for select to authenticated
  using (exists (select 1 from public.event_items i where i.id = item_id));
grant select on public.event_parts to authenticated, service_role;
comment on table public.event_parts is
  'What is to meet a wish: chosen while it is a draft, a booking once it was asked for, or why it could not be held (best effort). The borrower''s side only.';
comment on column public.event_parts.starts_at is 'When it is fetched: the owner''s terms may ask for more than the wish.';

-- Only the sweep does these: an event that stayed incomplete.
insert into private.booking_transitions (from_status, to_status, action, side) values
  ('requested', 'cancelled', 'cancelled', 'system'),
  ('approved', 'cancelled', 'cancelled', 'system');

create function private.tg_event_plans__announce() returns trigger
language plpgsql
-- definer: realtime.send inserts into realtime.messages, where clients have no insert policy
security definer
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object('event_id', new.event_id, 'version', new.version), 'event_changed',
    'organisation:' || (select e.organisation_id from public.events e where e.id = new.event_id), true);
  return null;
end;
$$;
create trigger t60_announce after update of version on public.event_plans
  for each row execute function private.tg_event_plans__announce();
