-- Who belongs and as what; there is always somebody who manages.

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
