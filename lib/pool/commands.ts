import 'server-only';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { ok, type Result } from '../platform/result';
import type { DecisionInput, RecogniseInput } from './schema';

/** One intent of the database each; what they refuse stands in docs/api.md. */

export async function admitOrganisation(input: DecisionInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const admitted = resultOf(
    await db.rpc('admit_organisation', {
      p_organisation_id: input.organisationId,
      p_note: input.note,
    }),
  );
  return admitted.ok ? ok(undefined) : admitted;
}

export async function suspendOrganisation(input: DecisionInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const suspended = resultOf(
    await db.rpc('suspend_organisation', {
      p_organisation_id: input.organisationId,
      p_note: input.note,
    }),
  );
  return suspended.ok ? ok(undefined) : suspended;
}

export async function recogniseCommonGood(input: RecogniseInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const recognised = resultOf(
    await db.rpc('recognise_common_good', {
      p_organisation_id: input.organisationId,
      p_recognised: input.recognised,
    }),
  );
  return recognised.ok ? ok(undefined) : recognised;
}
