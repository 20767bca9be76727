import 'server-only';
import { toAppError } from '../errors';
import { ok, type Result } from '../result';

type Failure = { code?: string; message: string; details?: string | null };
/** As PostgREST answers: data and no error, or an error. */
type Answer =
  { data: unknown; error: null; status: number } | { data: null; error: Failure; status: number };
/** Of the answer without an error; keeps the null of maybeSingle(). */
type DataOf<A extends Answer> = Extract<A, { error: null }>['data'];

/** A read that must work: the rows, or an exception for error.tsx. */
export function rowsOf<A extends Answer>(answer: A): DataOf<A> {
  if (!answer.error) return answer.data;
  const { code } = toAppError(answer.error, answer.status);
  throw new Error(`read failed: ${code} ${answer.error.message}`, { cause: answer.error });
}

/** An intent's answer as a Result: what went wrong is expected and has a sentence. */
export function resultOf<A extends Answer>(answer: A): Result<DataOf<A>> {
  if (!answer.error) return ok(answer.data);
  return { ok: false, error: toAppError(answer.error, answer.status) };
}
