/**
 * Guards that `npm run mutate` may take away without a test going red, each with the reason why
 * nobody could notice.
 */
export const equivalents: Record<string, string> = {
  'public.opening_exceptions: without opening_exceptions_starts_on_check':
    'opening_exceptions_dates_check subtracts the two dates, and PostgreSQL subtracts no infinite date',
  'public.opening_exceptions: without opening_exceptions_ends_on_check':
    'opening_exceptions_dates_check subtracts the two dates, and PostgreSQL subtracts no infinite date',
  'public.organisations: without organisations_id_pool_id_key':
    'the id alone is unique already; it is there because the foreign keys over organisation and pool need it, and those are attacked',
  'public.assets: without assets_id_exclusive_key':
    'the id alone is unique already; it is there because the foreign key of allocations needs it, and that is attacked',
};
