import 'server-only';
import { resultOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { ok, type Result } from '../../platform/result';
import type { ConfirmInput, StandingInput } from '../schema';

/** One intent of the database each; what they refuse stands in docs/api.md. */

export async function recordConfirmation(input: ConfirmInput): Promise<Result<null>> {
  const db = await serverDb();
  return done(resultOf(await db.rpc('record_confirmation', confirmArgs(input))));
}

export async function revokeConfirmation(input: ConfirmInput): Promise<Result<null>> {
  const db = await serverDb();
  return done(resultOf(await db.rpc('revoke_confirmation', confirmArgs(input))));
}

function confirmArgs({ confirmationId, organisationId, bookingId }: ConfirmInput) {
  return {
    p_confirmation_id: confirmationId,
    ...(organisationId ? { p_organisation_id: organisationId } : {}),
    ...(bookingId ? { p_booking_id: bookingId } : {}),
  };
}

export async function grantStandingApproval(input: StandingInput): Promise<Result<null>> {
  const { who, organisationIds, minCleanReturns, weekdays, ...rest } = input;
  const db = await serverDb();
  return done(
    resultOf(
      await db.rpc('grant_standing_approval', {
        p_organisation_id: rest.organisationId,
        ...(who === 'named'
          ? { p_organisation_ids: organisationIds }
          : { p_min_clean_returns: minCleanReturns ?? 1 }),
        ...(rest.resourceId ? { p_resource_id: rest.resourceId } : {}),
        ...(rest.maxDays ? { p_max_days: rest.maxDays } : {}),
        ...(rest.maxQuantity ? { p_max_quantity: rest.maxQuantity } : {}),
        ...(weekdays.length > 0 ? { p_weekdays: weekdays } : {}),
        ...(rest.validUntil ? { p_valid_until: rest.validUntil } : {}),
        ...(rest.note ? { p_note: rest.note } : {}),
      }),
    ),
  );
}

export async function revokeStandingApproval(id: string): Promise<Result<null>> {
  const db = await serverDb();
  return done(resultOf(await db.rpc('revoke_standing_approval', { p_standing_approval_id: id })));
}

function done(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result;
}
