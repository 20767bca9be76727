import 'server-only';
import { toAppError } from '../errors';
import { ok, type Result } from '../result';

type Answer<T> = {
  data: T | null;
  error: { code?: string; message: string; details?: string | null } | null;
  status: number;
};

/** A read that must work: the rows, or an exception for error.tsx. */
export function rowsOf<T>({ data, error, status }: Answer<T>): T {
  if (error) {
    const { code } = toAppError(error, status);
    throw new Error(`read failed: ${code} ${error.message}`, { cause: error });
  }
  // why: without an error there is data; only the type of maybeSingle() allows null.
  return data as T;
}

/** An intent's answer as a Result: what went wrong is expected and has a sentence. */
export function resultOf<T>({ data, error, status }: Answer<T>): Result<T> {
  if (error) return { ok: false, error: toAppError(error, status) };
  // why: see above; functions that return nothing answer null, and T is then undefined or null.
  return ok(data as T);
}
