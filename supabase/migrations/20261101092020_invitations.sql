-- How people come in: a link that works once, seen before it is taken.

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
