import type pg from 'pg';

/** Who and what of the demo data a part needs; found in the data, so that it may change. */
export type District = {
  pool: string;
  /** A thing of one, decided by hand, without rules on how long or how soon. */
  resource: { id: string; slug: string };
  approver: string;
  approverEmail: string;
  member: { id: string; email: string; organisation: string };
};

const query = `
  select p.slug as pool, r.id as resource_id, r.slug as resource_slug, approver.person_id as approver,
    approver_user.email::text as approver_email,
    member.person_id as member_id, u.email::text as member_email, member.organisation_id as member_organisation
  from public.resources r
  join public.effective_terms t on t.resource_id = r.id
  join public.pools p on p.id = r.pool_id
  join public.memberships approver on approver.organisation_id = r.organisation_id and approver.role in ('approver', 'admin')
  join auth.users approver_user on approver_user.id = approver.person_id
  join public.organisations o on o.pool_id = r.pool_id and o.id <> r.organisation_id and o.status = 'admitted'
  join public.memberships member on member.organisation_id = o.id
  join auth.users u on u.id = member.person_id
  where r.listed and r.approval = 'manual' and r.quantity = 1 and t.lead_minutes = 0
    and coalesce(t.min_minutes, 0) <= 120 and coalesce(t.max_minutes, 1000000) >= 120
    and not exists (select from public.memberships other
      where other.organisation_id = r.organisation_id and other.person_id = member.person_id)
  order by exists (select from public.resource_photos ph where ph.resource_id = r.id) desc,
    member.role = 'member' desc, r.created_at desc, r.id, member.person_id
  limit 1`;

type Row = {
  pool: string;
  resource_id: string;
  resource_slug: string;
  approver: string;
  approver_email: string;
  member_id: string;
  member_email: string;
  member_organisation: string;
};

export async function district(admin: pg.Client): Promise<District> {
  const row = (await admin.query<Row>(query)).rows[0];
  if (!row) throw new Error('the demo data has no thing that a member could ask an approver for');
  return {
    pool: row.pool,
    resource: { id: row.resource_id, slug: row.resource_slug },
    approver: row.approver,
    approverEmail: row.approver_email,
    member: { id: row.member_id, email: row.member_email, organisation: row.member_organisation },
  };
}
