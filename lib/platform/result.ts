import type { AppError } from './errors';

/** The expected outcomes of a command: a value, or an error with an identity but no sentence. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(
  code: AppError['code'],
  details: Omit<AppError, 'code'> = {},
): { ok: false; error: AppError } {
  return { ok: false, error: { code, ...details } };
}
