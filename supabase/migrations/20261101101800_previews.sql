-- What a borrower would see: an owner looks at a thing of its own with the eyes of a price group.

create function public.preview_booking(
  p_resource_id uuid,
  p_group text,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer default 1
) returns jsonb
language plpgsql
stable
-- definer: reads terms and tariffs as check_booking does
security definer
set search_path = ''
as $$
declare
  v_resource public.resources;
  v_terms public.effective_terms;
  v_pool public.pools;
  v_seen jsonb;
  v_price jsonb;
  v_missing text[];
  v_refused jsonb;
begin
  perform private.require_person();
  select * into v_resource from public.resources where id = p_resource_id;
  if not found then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  perform private.require_role(v_resource.organisation_id, array['approver', 'admin']);
  perform private.require_choice(p_group, 'p_group', array['members', 'common_good', 'local', 'others', 'commercial']);
  select * into v_terms from public.effective_terms where resource_id = p_resource_id;
  select * into v_pool from public.pools where id = v_resource.pool_id;

  -- what everybody may know, and then what depends on who asks
  v_seen := public.check_booking(p_resource_id, null, p_starts_at, p_ends_at, p_quantity);
  v_refused := case
    when v_terms.audience in ('own', 'chosen') then jsonb_build_object('reason', v_terms.audience)
    when v_terms.audience = 'own_first' and (p_starts_at at time zone v_pool.time_zone)::date
        - (now() at time zone v_pool.time_zone)::date > v_terms.own_first_days
      then jsonb_build_object('reason', 'own_first', 'own_first_days', v_terms.own_first_days,
        'from', (p_starts_at at time zone v_pool.time_zone)::date - v_terms.own_first_days) end;
  if v_terms.price_mode = 'tariff' and v_seen -> 'price' <> 'null' then
    v_price := private.price_for(v_terms, case p_group when 'others' then array['others'] else array[p_group, 'others'] end,
      v_pool.id, v_pool.time_zone, v_pool.currency, p_starts_at, p_ends_at, p_quantity, null);
    v_seen := v_seen || jsonb_build_object('price', v_price);
    if v_price ->> 'mode' = 'refused' then
      v_refused := coalesce(v_refused, '{"reason": "refused"}');
    end if;
  end if;
  if v_refused is not null then
    v_seen := v_seen || jsonb_build_object('ok', false,
      'violations', jsonb_build_array(private.violation('BKAUD', 'p_organisation_id', v_refused)) || (v_seen -> 'violations'));
  end if;
  if v_terms.has_confirmations and v_seen #>> '{decision,by}' = 'instant' then
    v_missing := private.missing_confirmations(v_terms.level_ids, null);
    if v_missing is not null then
      v_seen := v_seen || jsonb_build_object('decision', jsonb_build_object('by', 'approver', 'reason', 'confirmation',
        'params', jsonb_build_object('missing', array_to_string(v_missing, ', '), 'count', cardinality(v_missing))));
    end if;
  end if;
  return v_seen;
end;
$$;
comment on function public.preview_booking is
  'What check_booking would tell somebody of a price group (members, common_good, local, others, commercial) of whom nothing is known or confirmed yet: the same object, half-open period. Quotas, standing approvals and whom the owner chose depend on the organisation and are not in it. Approvers and admins of the owner. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.preview_booking to authenticated;
