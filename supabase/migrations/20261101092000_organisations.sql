-- An association, initiative or institution in a pool. It can look around at once, but lends and
-- borrows only after the QM has admitted it.
create table public.organisations (
  id uuid primary key default gen_random_uuid(),
  pool_id uuid not null references public.pools (id) on delete cascade,
  slug text not null constraint organisations_slug_check check (slug ~ '^[a-z0-9](-?[a-z0-9])*$'),
  name text not null constraint organisations_name_check check (char_length(name) between 2 and 120),
  kind text not null constraint organisations_kind_check check (kind in ('association', 'initiative', 'institution')),
  status text not null default 'pending'
    constraint organisations_status_check check (status in ('pending', 'admitted', 'suspended')),
  about text not null default '' constraint organisations_about_check check (char_length(about) <= 4000),
  email text not null default '' constraint organisations_email_check check (char_length(email) <= 254),
  phone text not null default '' constraint organisations_phone_check check (char_length(phone) <= 40),
  website text not null default '' constraint organisations_website_check check (website = '' or website ~ '^https?://[^\s<>"]+$'),
  address text not null default '' constraint organisations_address_check check (char_length(address) <= 240),
  latitude numeric(7, 4) constraint organisations_latitude_check check (latitude between -90 and 90),
  longitude numeric(7, 4) constraint organisations_longitude_check check (longitude between -180 and 180),
  common_good boolean not null default false,
  created_at timestamptz not null default now(),
  admitted_at timestamptz,
  constraint organisations_pool_id_slug_key unique (pool_id, slug),
  -- lets other tables prove with a plain foreign key that both rows belong to the same pool
  constraint organisations_id_pool_id_key unique (id, pool_id),
  constraint organisations_spot_check check ((latitude is null) = (longitude is null))
);
alter table public.organisations enable row level security;
create unique index organisations_pool_id_name_key on public.organisations (pool_id, lower(name));

-- Who acts for an organisation. member books, approver decides, admin also manages people.
create table public.memberships (
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  person_id uuid not null references public.profiles (id) on delete cascade,
  role text not null constraint memberships_role_check check (role in ('member', 'approver', 'admin')),
  created_at timestamptz not null default now(),
  primary key (organisation_id, person_id)
);
alter table public.memberships enable row level security;
create index memberships_person_id_idx on public.memberships (person_id);

create function private.my_organisation_ids(p_roles text[] default array['member', 'approver', 'admin'])
returns setof uuid
language plpgsql
stable
-- definer: policies call it; reading memberships inside its own policy would recurse
security definer
set search_path = ''
as $$
begin
  return query
    select m.organisation_id from public.memberships m where m.person_id = auth.uid() and m.role = any (p_roles);
end;
$$;
comment on function private.my_organisation_ids is 'Organisations in which the signed-in person has one of p_roles.';
grant execute on function private.my_organisation_ids to anon, authenticated;

create policy select_visible on public.organisations for select to anon, authenticated
  using (
    status = 'admitted'
    or id = any (array(select private.my_organisation_ids()))
    or pool_id = any (array(select private.my_staffed_pool_ids()))
  );
-- No write grant: one function per intent. What the QM wrote about it is in organisation_decisions.
grant select on public.organisations to anon, authenticated, service_role;
comment on table public.organisations is 'Association, initiative or institution; pending until the QM admits it.';
comment on column public.organisations.common_good is
  'Recognised by the QM as serving the common good: owners who say nothing else count it in price group common_good. No secret, as a register of charities is none.';

-- What the QM decided about an organisation and why. Apart from organisations because everybody
-- reads those, and this is between the QM and the organisation.
create table public.organisation_decisions (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  status text not null constraint organisation_decisions_status_check check (status in ('admitted', 'suspended')),
  note text constraint organisation_decisions_note_check check (char_length(note) <= 2000),
  decided_by uuid references public.profiles (id) on delete set null,
  decided_at timestamptz not null default now()
);
alter table public.organisation_decisions enable row level security;
create index organisation_decisions_organisation_id_idx on public.organisation_decisions (organisation_id, id desc);
create index organisation_decisions_decided_by_idx on public.organisation_decisions (decided_by);
create policy select_parties on public.organisation_decisions for select to authenticated
  using (
    organisation_id = any (array(select private.my_organisation_ids()))
    or organisation_id in (
      select o.id from public.organisations o where o.pool_id = any (array(select private.my_staffed_pool_ids())))
  );
-- Written by admit_organisation and suspend_organisation only.
grant select on public.organisation_decisions to authenticated, service_role;
comment on table public.organisation_decisions is 'What the QM decided about an organisation, with its word to them; newest has the highest id.';

create policy select_visible on public.memberships for select to authenticated
  using (
    organisation_id = any (array(select private.my_organisation_ids()))
    or organisation_id in (
      select o.id from public.organisations o where o.pool_id = any (array(select private.my_staffed_pool_ids())))
  );
grant select on public.memberships to authenticated, service_role;
comment on table public.memberships is 'A person''s role in an organisation.';

-- An open invitation. Only the hash of the token is kept: reading this table lets nobody in.
create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  role text not null constraint invitations_role_check check (role in ('member', 'approver', 'admin')),
  email text constraint invitations_email_check check (char_length(email) <= 254),
  token_hash bytea not null constraint invitations_token_hash_key unique,
  invited_by uuid references public.profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_by uuid references public.profiles (id) on delete set null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
alter table public.invitations enable row level security;
create index invitations_organisation_id_idx on public.invitations (organisation_id);
create index invitations_invited_by_idx on public.invitations (invited_by);
create index invitations_accepted_by_idx on public.invitations (accepted_by);
create policy select_admins on public.invitations for select to authenticated
  using (organisation_id = any (array(select private.my_organisation_ids(array['admin']))));
-- token_hash is deliberately missing.
grant select (id, organisation_id, role, email, invited_by, created_at, expires_at, accepted_by, accepted_at, revoked_at)
  on public.invitations to authenticated;
grant select on public.invitations to service_role;
comment on table public.invitations is 'Single-use, expiring invitations; the token itself is never stored.';

create function private.require_role(p_organisation_id uuid, p_roles text[]) returns public.organisations
language plpgsql
stable
-- definer: called from intents after they know who asks
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
  v_found record;
begin
  select o as organisation, m.role into v_found
  from public.organisations o
  left join public.memberships m on m.organisation_id = o.id and m.person_id = v_person
  where o.id = p_organisation_id;
  if not found then
    perform private.fail('NTFND', 'There is no such organisation.', 'p_organisation_id');
  end if;
  if v_found.role is null or v_found.role <> all (p_roles) then
    perform private.fail('DNIED', 'Your role in this organisation does not allow this.', 'p_organisation_id');
  end if;
  return v_found.organisation;
end;
$$;
comment on function private.require_role is
  'The organisation when the signed-in person has one of p_roles there. Raises LOGIN, NTFND, DNIED.';

create function private.require_staff(p_pool_id uuid, p_roles text[]) returns uuid
language plpgsql
stable
-- definer: called from intents of the QM
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
begin
  if not exists (
    select 1 from public.pool_staff
    where pool_id = p_pool_id and person_id = v_person and role = any (p_roles)
  ) then
    perform private.fail('DNIED', 'This is for the neighbourhood management.');
  end if;
  return v_person;
end;
$$;
comment on function private.require_staff is 'The person''s id when they are QM staff of the pool in one of p_roles. Raises LOGIN, DNIED.';
grant execute on function private.require_staff to authenticated;

create function private.require_profile() returns uuid
language plpgsql
volatile
-- definer: locks a row the asker has no update right on
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
begin
  -- A token outlives its account. The lock keeps the account from going before what is written for it.
  perform 1 from public.profiles where id = v_person for key share;
  if not found then
    perform private.fail('LOGIN', 'This account is gone.');
  end if;
  return v_person;
end;
$$;
comment on function private.require_profile is
  'The signed-in person''s id; raises LOGIN when nobody is signed in or the account has been deleted.';
