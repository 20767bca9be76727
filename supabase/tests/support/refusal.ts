import { expect } from 'vitest';

export interface Refusal {
  code: string;
  message: string;
  field?: string;
  params?: Record<string, unknown>;
}

/** What a refused act said; fails when it was not refused. */
export async function refusalOf(act: Promise<unknown>): Promise<Refusal> {
  let result: unknown;
  try {
    result = await act;
  } catch (error) {
    const { code, message, detail } = error as { code?: string; message: string; detail?: string };
    if (!code) throw error;
    let details: Partial<Refusal> = {};
    if (detail?.startsWith('{')) details = JSON.parse(detail) as Partial<Refusal>;
    return { code, message, ...details };
  }
  return expect.fail(`was not refused, but gave ${JSON.stringify(result)}`);
}

/** Asserts that it is refused with this code (and field, reason, and how many bookings stand against it, when given). */
export async function refused(
  act: Promise<unknown>,
  code: string,
  more: { field?: string; reason?: string; standing?: number } = {},
): Promise<Refusal> {
  const refusal = await refusalOf(act);
  expect(refusal.code, refusal.message).toBe(code);
  if (more.field !== undefined) expect(refusal.field).toBe(more.field);
  if (more.reason !== undefined) expect(refusal.params?.reason).toBe(more.reason);
  if (more.standing !== undefined) expect(refusal.params?.standing).toBe(more.standing);
  return refusal;
}
