import 'server-only';
import { RESOURCE_KINDS } from '../../listings/model';
import { ORGANISATION_KINDS } from '../../organisations/model';
import { oneOf } from '../../platform/closed-list';
import { addDays, asDay } from '../../platform/dates';
import { resultOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { ok, type Result } from '../../platform/result';
import type {
  KindRow,
  MonthRow,
  OrganisationRow,
  ReportPeriod,
  ResourceRow,
  Totals,
} from '../model';

/** How a pool was used. For its QM staff; everybody else gets DNIED from the database. */

function range(pool: string, { from, to }: ReportPeriod) {
  return { p_pool: pool, p_from: from, p_to: addDays(to, 1) };
}

export async function readTotals(pool: string, period: ReportPeriod): Promise<Result<Totals>> {
  const db = await serverDb();
  const read = resultOf(await db.rpc('report_totals', range(pool, period)));
  if (!read.ok) return read;
  const [row] = read.value;
  // why `?? null`: the generated types do not know that a median of nothing is null.
  return ok({
    requests: row?.requests ?? 0,
    approved: row?.approved ?? 0,
    declined: row?.declined ?? 0,
    cancelled: row?.cancelled ?? 0,
    expired: row?.expired ?? 0,
    open: row?.open ?? 0,
    lending: row?.organisations_lending ?? 0,
    borrowing: row?.organisations_borrowing ?? 0,
    resourcesUsed: row?.resources_used ?? 0,
    medianAnswerMinutes: row?.median_answer_minutes ?? null,
    answeredWithinADay: row?.answered_within_a_day ?? null,
  });
}

export async function readMonths(pool: string, period: ReportPeriod): Promise<Result<MonthRow[]>> {
  const db = await serverDb();
  const read = resultOf(await db.rpc('report_by_month', range(pool, period)));
  if (!read.ok) return read;
  return ok(read.value.map(({ month, ...counts }) => ({ ...counts, month: asDay(month) })));
}

export async function readKinds(pool: string, period: ReportPeriod): Promise<Result<KindRow[]>> {
  const db = await serverDb();
  const read = resultOf(await db.rpc('report_by_kind', range(pool, period)));
  if (!read.ok) return read;
  return ok(
    read.value.map(({ kind, booked_hours, ...counts }) => ({
      ...counts,
      kind: oneOf(RESOURCE_KINDS, kind),
      hours: booked_hours,
    })),
  );
}

export async function readOrganisations(
  pool: string,
  period: ReportPeriod,
): Promise<Result<OrganisationRow[]>> {
  const db = await serverDb();
  const read = resultOf(await db.rpc('report_by_organisation', range(pool, period)));
  if (!read.ok) return read;
  return ok(
    read.value.map((row) => ({
      id: row.organisation_id,
      name: row.organisation_name,
      kind: oneOf(ORGANISATION_KINDS, row.kind),
      lent: row.lent,
      borrowed: row.borrowed,
      asked: row.asked,
      refused: row.refused_as_owner,
      medianAnswerMinutes: row.median_answer_minutes,
    })),
  );
}

export async function readResources(
  pool: string,
  period: ReportPeriod,
): Promise<Result<ResourceRow[]>> {
  const db = await serverDb();
  const read = resultOf(await db.rpc('report_by_resource', range(pool, period)));
  if (!read.ok) return read;
  return ok(
    read.value.map((row) => ({
      id: row.resource_id,
      slug: row.slug,
      title: row.title,
      kind: oneOf(RESOURCE_KINDS, row.kind),
      owner: row.organisation_name,
      quantity: row.quantity,
      approved: row.approved,
      refused: row.refused,
      hours: row.booked_hours,
      utilisation: row.utilisation,
      lastUsed: row.last_used_at ? new Date(row.last_used_at) : null,
    })),
  );
}

/** The value of a reading on a page whose visitor is known to be staff: anything else is a fault. */
export async function mustRead<T>(reading: Promise<Result<T>>): Promise<T> {
  const read = await reading;
  if (read.ok) return read.value;
  throw new Error(`the report could not be read: ${read.error.code}`);
}
