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
  common_good boolean not null default false,
  created_at timestamptz not null default now(),
  admitted_at timestamptz,
  constraint organisations_pool_id_slug_key unique (pool_id, slug),
  -- lets other tables prove with a plain foreign key that both rows belong to the same pool
  constraint organisations_id_pool_id_key unique (id, pool_id)
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
  v_organisation public.organisations;
  v_role text;
begin
  select * into v_organisation from public.organisations where id = p_organisation_id;
  if not found then
    perform private.fail('NTFND', 'There is no such organisation.', 'p_organisation_id');
  end if;
  select role into v_role from public.memberships
  where organisation_id = p_organisation_id and person_id = v_person;
  if v_role is null or v_role <> all (p_roles) then
    perform private.fail('DNIED', 'Your role in this organisation does not allow this.', 'p_organisation_id');
  end if;
  return v_organisation;
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

create function private.free_organisation_slug(p_pool_id uuid, p_name text) returns text
language sql
stable
-- definer: must see organisations that the asker may not see
security definer
set search_path = ''
as $$
  with base as (select private.slug_from(p_name) as slug),
  candidates as (
    select case when n = 1 then slug else slug || '-' || n end as slug, n
    from base cross join generate_series(1, 1000) n
  )
  select c.slug from candidates c
  where not exists (select 1 from public.organisations o where o.pool_id = p_pool_id and o.slug = c.slug)
  order by c.n limit 1
$$;

create function public.found_organisation(
  p_pool text,
  p_name text,
  p_kind text default 'association',
  p_about text default '',
  p_email text default '',
  p_phone text default '',
  p_website text default '',
  p_address text default ''
) returns public.organisations
language plpgsql
volatile
-- definer: nobody holds an insert grant on organisations and memberships
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_profile();
  v_pool public.pools := private.pool_by_slug(p_pool);
  v_name text := private.require_text(p_name, 'p_name', 120);
  v_website text := coalesce(private.require_text(p_website, 'p_website', 240, false), '');
  v_organisation public.organisations;
begin
  perform private.require_choice(p_kind, 'p_kind', array['association', 'initiative', 'institution']);
  if char_length(v_name) < 2 then
    perform private.fail('INPUT', 'The name is too short.', 'p_name', jsonb_build_object('reason', 'too_short', 'min', 2));
  end if;
  if v_website <> '' and v_website !~ '^https?://[^\s<>"]+$' then
    perform private.fail('INPUT', 'A web address starts with https://.', 'p_website', jsonb_build_object('reason', 'url'));
  end if;
  -- One person may wait for at most a handful of admissions: keeps the QM's list clean.
  if (select count(*) from public.memberships m join public.organisations o on o.id = m.organisation_id
      where m.person_id = v_person and m.role = 'admin' and o.status = 'pending') >= 5 then
    perform private.fail('QUOTA', 'Five organisations are already waiting to be admitted.', null, jsonb_build_object('max', 5));
  end if;

  insert into public.organisations (pool_id, slug, name, kind, about, email, phone, website, address)
  values (
    v_pool.id, private.free_organisation_slug(v_pool.id, v_name), v_name, p_kind,
    coalesce(private.require_text(p_about, 'p_about', 4000, false), ''),
    coalesce(private.require_text(p_email, 'p_email', 254, false), ''),
    coalesce(private.require_text(p_phone, 'p_phone', 40, false), ''),
    v_website,
    coalesce(private.require_text(p_address, 'p_address', 240, false), ''))
  on conflict do nothing
  returning * into v_organisation;
  if not found then
    perform private.fail('TAKEN', 'An organisation of this name exists here.', 'p_name');
  end if;
  insert into public.memberships (organisation_id, person_id, role) values (v_organisation.id, v_person, 'admin');
  return v_organisation;
end;
$$;
comment on function public.found_organisation is
  'Founds an organisation in the pool with slug p_pool; it is pending and the founder is its admin. Raises LOGIN, NTFND, INPUT, TAKEN, QUOTA.';
grant execute on function public.found_organisation to authenticated;

create function public.update_organisation(
  p_organisation_id uuid,
  p_name text,
  p_kind text,
  p_about text default '',
  p_email text default '',
  p_phone text default '',
  p_website text default '',
  p_address text default ''
) returns public.organisations
language plpgsql
volatile
-- definer: nobody holds an update grant on organisations
security definer
set search_path = ''
as $$
declare
  v_organisation public.organisations := private.require_role(p_organisation_id, array['admin']);
  v_name text := private.require_text(p_name, 'p_name', 120);
  v_website text := coalesce(private.require_text(p_website, 'p_website', 240, false), '');
begin
  perform private.require_choice(p_kind, 'p_kind', array['association', 'initiative', 'institution']);
  if char_length(v_name) < 2 then
    perform private.fail('INPUT', 'The name is too short.', 'p_name', jsonb_build_object('reason', 'too_short', 'min', 2));
  end if;
  if v_website <> '' and v_website !~ '^https?://[^\s<>"]+$' then
    perform private.fail('INPUT', 'A web address starts with https://.', 'p_website', jsonb_build_object('reason', 'url'));
  end if;
  update public.organisations set
    name = v_name,
    kind = p_kind,
    about = coalesce(private.require_text(p_about, 'p_about', 4000, false), ''),
    email = coalesce(private.require_text(p_email, 'p_email', 254, false), ''),
    phone = coalesce(private.require_text(p_phone, 'p_phone', 40, false), ''),
    website = v_website,
    address = coalesce(private.require_text(p_address, 'p_address', 240, false), '')
  where id = p_organisation_id
  returning * into v_organisation;
  return v_organisation;
exception
  when unique_violation then
    perform private.fail('TAKEN', 'An organisation of this name exists here.', 'p_name');
end;
$$;
comment on function public.update_organisation is 'Changes an organisation''s profile; its admins only. Raises LOGIN, NTFND, DNIED, INPUT, TAKEN.';
grant execute on function public.update_organisation to authenticated;

create function public.invite_member(
  p_organisation_id uuid,
  p_role text default 'member',
  p_email text default null,
  p_days integer default 14
) returns table (invitation_id uuid, token text, expires_at timestamptz)
language plpgsql
volatile
-- definer: nobody holds an insert grant on invitations
security definer
set search_path = ''
as $$
declare
  v_organisation public.organisations := private.require_role(p_organisation_id, array['admin']);
  v_email text := lower(private.require_text(p_email, 'p_email', 254, false));
  -- 24 random bytes: 192 bits, far beyond guessing
  v_token text := translate(encode(extensions.gen_random_bytes(24), 'base64'), '+/', '-_');
begin
  perform private.require_choice(p_role, 'p_role', array['member', 'approver', 'admin']);
  if v_email is not null and v_email !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' then
    perform private.fail('INPUT', 'This is not an e-mail address.', 'p_email', jsonb_build_object('reason', 'email'));
  end if;
  if p_days is null or p_days not between 1 and 60 then
    perform private.fail('INPUT', 'An invitation lasts 1 to 60 days.', 'p_days',
      jsonb_build_object('reason', 'range', 'min', 1, 'max', 60));
  end if;
  if v_organisation.status = 'suspended' then
    perform private.fail('ORGST', 'A suspended organisation cannot invite.', null, jsonb_build_object('status', v_organisation.status));
  end if;
  return query
    insert into public.invitations as i (organisation_id, role, email, token_hash, invited_by, expires_at)
    values (p_organisation_id, p_role, v_email, extensions.digest(v_token, 'sha256'), auth.uid(),
      now() + make_interval(days => p_days))
    returning i.id, v_token, i.expires_at;
end;
$$;
comment on function public.invite_member is
  'Invites into an organisation (its admins); the token is returned once and only its hash kept; with p_email only that address may accept. p_days 1 to 60. Raises LOGIN, NTFND, DNIED, INPUT, ORGST.';
grant execute on function public.invite_member to authenticated;

create function public.revoke_invitation(p_invitation_id uuid) returns void
language plpgsql
volatile
-- definer: nobody holds an update grant on invitations
security definer
set search_path = ''
as $$
declare
  v_organisation_id uuid;
begin
  perform private.require_person();
  select organisation_id into v_organisation_id from public.invitations where id = p_invitation_id;
  if not found then
    perform private.fail('NTFND', 'There is no such invitation.');
  end if;
  perform private.require_role(v_organisation_id, array['admin']);
  update public.invitations set revoked_at = now()
  where id = p_invitation_id and accepted_at is null and revoked_at is null;
end;
$$;
comment on function public.revoke_invitation is 'Withdraws an open invitation; the organisation''s admins. Raises LOGIN, NTFND, DNIED.';
grant execute on function public.revoke_invitation to authenticated;

create function public.preview_invitation(p_token text)
returns table (organisation_id uuid, organisation_name text, pool_slug text, role text, expires_at timestamptz)
language plpgsql
stable
-- definer: the invited person is not a member yet; the token is the permission
security definer
set search_path = ''
as $$
begin
  return query
    select o.id, o.name, p.slug, i.role, i.expires_at
    from public.invitations i
    join public.organisations o on o.id = i.organisation_id
    join public.pools p on p.id = o.pool_id
    where i.token_hash = extensions.digest(coalesce(p_token, ''), 'sha256')
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > now();
  if not found then
    perform private.fail('INVIT', 'This invitation is unknown, used or expired.', 'p_token');
  end if;
end;
$$;
comment on function public.preview_invitation is 'What an invitation is for, shown before signing in. Raises INVIT.';
grant execute on function public.preview_invitation to anon, authenticated;

create function public.accept_invitation(p_token text) returns public.memberships
language plpgsql
volatile
-- definer: the invited person is not a member yet
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_profile();
  v_invitation public.invitations;
  v_membership public.memberships;
begin
  -- for update: of two simultaneous acceptances one waits and then finds it used
  select * into v_invitation from public.invitations
  where token_hash = extensions.digest(coalesce(p_token, ''), 'sha256')
  for update;
  if not found or v_invitation.accepted_at is not null or v_invitation.revoked_at is not null
     or v_invitation.expires_at <= now() then
    perform private.fail('INVIT', 'This invitation is unknown, used or expired.', 'p_token');
  end if;
  if v_invitation.email is not null and v_invitation.email is distinct from
     (select lower(u.email) from auth.users u where u.id = v_person) then
    perform private.fail('INVIT', 'This invitation is for another e-mail address.', 'p_token',
      jsonb_build_object('reason', 'other_email'));
  end if;
  update public.invitations set accepted_at = now(), accepted_by = v_person where id = v_invitation.id;
  insert into public.memberships as m (organisation_id, person_id, role)
  values (v_invitation.organisation_id, v_person, v_invitation.role)
  -- an invitation never takes rights away from someone who already belongs
  on conflict (organisation_id, person_id) do update
    set role = case when m.role = 'admin' or excluded.role = 'admin' then 'admin'
                    when m.role = 'approver' or excluded.role = 'approver' then 'approver'
                    else 'member' end
  returning * into v_membership;
  return v_membership;
end;
$$;
comment on function public.accept_invitation is
  'Makes the signed-in person a member with the invited role; the token works once. Raises LOGIN, INVIT.';
grant execute on function public.accept_invitation to authenticated;

create function private.tg_memberships__revoke_invitations() returns trigger
language plpgsql
-- definer: invitations have no update grant
security definer
set search_path = ''
as $$
begin
  update public.invitations set revoked_at = now()
  where organisation_id = old.organisation_id and invited_by = old.person_id
    and accepted_at is null and revoked_at is null;
  return null;
end;
$$;
comment on function private.tg_memberships__revoke_invitations is
  'Who is no admin any more must not come back through a link they made while they were.';
create trigger t50_revoke_invitations_removed after delete on public.memberships
  for each row when (old.role = 'admin') execute function private.tg_memberships__revoke_invitations();
create trigger t50_revoke_invitations_demoted after update of role on public.memberships
  for each row when (old.role = 'admin' and new.role <> 'admin') execute function private.tg_memberships__revoke_invitations();

create function private.lock_admins(p_organisation_id uuid) returns void
language sql
volatile
-- definer: locks rows the asker has no update right on
security definer
set search_path = ''
as $$
  -- two admins who demote each other wait here, and the second is asked for its role only then
  select 1 from public.organisations where id = p_organisation_id for no key update
$$;

create function private.require_other_admin(p_organisation_id uuid, p_person_id uuid) returns void
language plpgsql
volatile
-- definer: counts memberships
security definer
set search_path = ''
as $$
begin
  if not exists (select 1 from public.memberships
                 where organisation_id = p_organisation_id and role = 'admin' and person_id <> p_person_id) then
    perform private.fail('DNIED', 'An organisation needs at least one admin.', null, jsonb_build_object('reason', 'last_admin'));
  end if;
end;
$$;

create function public.change_member_role(p_organisation_id uuid, p_person_id uuid, p_role text) returns public.memberships
language plpgsql
volatile
-- definer: nobody holds an update grant on memberships
security definer
set search_path = ''
as $$
declare
  v_membership public.memberships;
begin
  perform private.require_person();
  perform private.lock_admins(p_organisation_id);
  perform private.require_role(p_organisation_id, array['admin']);
  perform private.require_choice(p_role, 'p_role', array['member', 'approver', 'admin']);
  if p_role <> 'admin' then
    perform private.require_other_admin(p_organisation_id, p_person_id);
  end if;
  update public.memberships set role = p_role
  where organisation_id = p_organisation_id and person_id = p_person_id
  returning * into v_membership;
  if not found then
    perform private.fail('NTFND', 'This person is not a member.', 'p_person_id');
  end if;
  return v_membership;
end;
$$;
comment on function public.change_member_role is
  'Gives a member another role; admins only; the last admin stays admin. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.change_member_role to authenticated;

create function public.remove_member(p_organisation_id uuid, p_person_id uuid) returns void
language plpgsql
volatile
-- definer: nobody holds a delete grant on memberships
security definer
set search_path = ''
as $$
begin
  perform private.require_person();
  perform private.lock_admins(p_organisation_id);
  perform private.require_role(p_organisation_id, array['admin']);
  perform private.require_other_admin(p_organisation_id, p_person_id);
  delete from public.memberships where organisation_id = p_organisation_id and person_id = p_person_id;
  if not found then
    perform private.fail('NTFND', 'This person is not a member.', 'p_person_id');
  end if;
end;
$$;
comment on function public.remove_member is 'Ends a membership; admins only; the last admin stays. Raises LOGIN, NTFND, DNIED.';
grant execute on function public.remove_member to authenticated;

create function public.leave_organisation(p_organisation_id uuid) returns void
language plpgsql
volatile
-- definer: nobody holds a delete grant on memberships
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
begin
  perform private.lock_admins(p_organisation_id);
  perform private.require_role(p_organisation_id, array['member', 'approver', 'admin']);
  perform private.require_other_admin(p_organisation_id, v_person);
  delete from public.memberships where organisation_id = p_organisation_id and person_id = v_person;
end;
$$;
comment on function public.leave_organisation is
  'The signed-in person leaves; the last admin cannot (DNIED, reason last_admin). Raises LOGIN, NTFND, DNIED.';
grant execute on function public.leave_organisation to authenticated;
