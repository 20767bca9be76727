import { z } from 'zod';

/**
 * The one error vocabulary, the same in SQL, docs/errors.md and messages/<locale>/errors.json
 * (`scripts/check-errors.ts` compares them).
 */
export const ERROR_CODES = [
  'LOGIN',
  'DNIED',
  'NTFND',
  'BKOVL',
  'BKCAP',
  'BKSTA',
  'BKLEN',
  'BKLED',
  'BKCLO',
  'BKGRD',
  'BKFUL',
  'BKAUD',
  'BKCNF',
  'RESST',
  'QUOTA',
  'STALE',
  'INPUT',
  'IDEMP',
  'EVMIS',
  'TAKEN',
  'INVIT',
  'ORGST',
  'RATEL',
  'NETWK',
  'FAULT',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values for the placeholders of the sentence, e.g. `{max: 3}`. */
export type ErrorParams = Record<string, string | number>;

export type AppError = {
  code: ErrorCode;
  field?: string;
  params?: ErrorParams;
  /** The bookings that stand against it, as SQL tells those who may know; whoever shows them reads them. */
  bookings?: unknown;
};

/** PostgREST's, auth's and storage's errors as far as we look at them. */
type BackendError = {
  code?: string | undefined;
  details?: string | null | undefined;
  status?: number | undefined;
  name?: string | undefined;
};

const NATIVE: Record<string, ErrorCode> = {
  '42501': 'DNIED',
  '23505': 'TAKEN',
  '23P01': 'BKOVL',
  '23502': 'INPUT',
  '23514': 'INPUT',
  '22P02': 'INPUT',
  '22007': 'INPUT',
  '22008': 'INPUT',
  '40001': 'STALE',
  '40P01': 'STALE',
  // why: no single row where one was asked for; under RLS "not yours" looks the same on purpose.
  PGRST116: 'NTFND',
  PGRST301: 'LOGIN',
  PGRST302: 'LOGIN',
  PGRST303: 'LOGIN',
  // PostgREST has lost its database and is waiting for it.
  PGRST000: 'NETWK',
  PGRST001: 'NETWK',
  PGRST002: 'NETWK',
  PGRST003: 'NETWK',
  // Postgres is shutting down or starting up.
  '57P01': 'NETWK',
  '57P02': 'NETWK',
  '57P03': 'NETWK',
  // GoTrue
  over_email_send_rate_limit: 'RATEL',
  over_request_rate_limit: 'RATEL',
  otp_expired: 'INPUT',
};

const detailsSchema = z.object({
  field: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
});

export function isErrorCode(value: unknown): value is ErrorCode {
  return ERROR_CODES.some((code) => code === value);
}

/** `p_ends_at` → `endsAt`: SQL arguments and form fields are named alike by convention. */
export function fieldName(argument: string): string {
  return argument.replace(/^p_/, '').replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());
}

/**
 * What an error of the backend means to us. Only details that we raised ourselves are read:
 * a native constraint violation's detail can name someone else's booking.
 */
export function toAppError(error: BackendError, httpStatus?: number): AppError {
  const raw = error.code ?? '';
  if (isErrorCode(raw)) return { code: raw, ...readDetails(error.details) };

  // A right that is missing because nobody is signed in: PostgREST answers 401, else 403.
  if (raw === '42501' && (httpStatus ?? error.status) === 401) return { code: 'LOGIN' };

  const native = NATIVE[raw];
  if (native) return { code: native };

  const status = httpStatus ?? error.status;
  if (isUnreachable(error, status)) return { code: 'NETWK' };
  if (status === 401) return { code: 'LOGIN' };
  if (status === 403) return { code: 'DNIED' };
  if (status === 404) return { code: 'NTFND' };
  if (status === 429) return { code: 'RATEL' };
  return { code: 'FAULT' };
}

// why: supabase-js reports a failed fetch as status 0 with an empty code, auth as its own class.
function isUnreachable(error: BackendError, status: number | undefined): boolean {
  return (
    status === 0 ||
    error.name === 'AuthRetryableFetchError' ||
    (status !== undefined && status >= 500 && (error.code ?? '') === '')
  );
}

const violationSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()).nullish(),
});

/** One broken rule as check_booking tells it. */
export function readViolation(json: unknown): AppError | null {
  const parsed = violationSchema.safeParse(json);
  if (!parsed.success || !isErrorCode(parsed.data.code)) return null;
  const { code, params } = parsed.data;
  return { code, ...(params ? { params: printable(params) } : {}) };
}

function readDetails(details: string | null | undefined): Omit<AppError, 'code'> {
  if (!details) return {};
  let json: unknown;
  try {
    json = JSON.parse(details);
  } catch {
    return {};
  }
  const parsed = detailsSchema.safeParse(json);
  if (!parsed.success) return {};
  const { field, params } = parsed.data;
  return {
    ...(field ? { field: fieldName(field) } : {}),
    ...(params ? { params: printable(params) } : {}),
    ...(params?.bookings ? { bookings: params.bookings } : {}),
  };
}

/** Of what an error tells, the values that a sentence can hold. */
export function printable(params: Record<string, unknown>): ErrorParams {
  const kept: ErrorParams = {};
  for (const [key, value] of Object.entries(params)) {
    if (typeof value === 'string' || typeof value === 'number') kept[key] = value;
  }
  return kept;
}
