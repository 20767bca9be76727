import type { Locale } from './i18n/locales';

/** Every address of the app, so that none is spelled twice. */

/** First segments after the locale that are ours; the database refuses them as pool slugs. */
export const RESERVED_SLUGS = [
  'sign-in',
  'sign-out',
  'bookings',
  'account',
  'invitation',
  'inbox',
  'organisations',
  'resources',
  'api',
  'about',
  'privacy',
  'imprint',
  'accessibility',
  'offline',
  'events',
  'wants',
  'handover',
  'series',
] as const;

const e = encodeURIComponent;

export const paths = {
  home: (l: Locale) => `/${l}`,
  catalogue: (l: Locale, pool: string, query?: Record<string, string>) =>
    withQuery(`/${l}/${e(pool)}`, query),
  resource: (l: Locale, pool: string, slug: string, query?: Record<string, string>) =>
    withQuery(`/${l}/${e(pool)}/resources/${e(slug)}`, query),
  /** Planning a series for a thing. */
  planSeries: (l: Locale, pool: string, slug: string, query?: Record<string, string>) =>
    withQuery(`/${l}/${e(pool)}/resources/${e(slug)}/series`, query),
  waiting: (l: Locale, pool: string, slug: string, query?: Record<string, string>) =>
    withQuery(`/${l}/${e(pool)}/resources/${e(slug)}/waiting`, query),
  publicOrganisation: (l: Locale, pool: string, slug: string) =>
    `/${l}/${e(pool)}/organisations/${e(slug)}`,
  poolAbout: (l: Locale, pool: string) => `/${l}/${e(pool)}/about`,
  /** Of the only pool; where there are several, which one is asked. */
  accessibility: (l: Locale) => `/${l}/accessibility`,
  poolAccessibility: (l: Locale, pool: string) => `/${l}/${e(pool)}/accessibility`,
  signIn: (l: Locale, next?: string) => withQuery(`/${l}/sign-in`, next ? { next } : undefined),
  signInCode: (l: Locale, next?: string) =>
    withQuery(`/${l}/sign-in/code`, next ? { next } : undefined),
  signInConfirm: (l: Locale) => `/${l}/sign-in/confirm`,
  /** What was written without network. */
  unsent: (l: Locale) => `/${l}/offline/unsent`,
  bookings: (l: Locale, query?: Record<string, string>) => withQuery(`/${l}/bookings`, query),
  booking: (l: Locale, id: string, query?: Record<string, string>) =>
    withQuery(`/${l}/bookings/${e(id)}`, query),
  series: (l: Locale, id: string, query?: Record<string, string>) =>
    withQuery(`/${l}/series/${e(id)}`, query),
  changeBooking: (l: Locale, id: string, query?: Record<string, string>) =>
    withQuery(`/${l}/bookings/${e(id)}/change`, query),
  bookingCalendar: (l: Locale, id: string) => `/api/bookings/${e(id)}/calendar?l=${l}`,
  events: (l: Locale) => `/${l}/events`,
  newEvent: (l: Locale, query?: Record<string, string>) => withQuery(`/${l}/events/new`, query),
  event: (l: Locale, id: string, query?: Record<string, string>) =>
    withQuery(`/${l}/events/${e(id)}`, query),
  editEvent: (l: Locale, id: string) => `/${l}/events/${e(id)}/edit`,
  eventItem: (l: Locale, id: string, item: string) => `/${l}/events/${e(id)}/items/${e(item)}`,
  newEventItem: (l: Locale, id: string) => `/${l}/events/${e(id)}/items/new`,
  account: (l: Locale, query?: Record<string, string>) => withQuery(`/${l}/account`, query),
  invitation: (l: Locale, token: string) => `/${l}/invitation/${e(token)}`,
  inbox: (l: Locale, query?: Record<string, string>) => withQuery(`/${l}/inbox`, query),
  handover: (l: Locale, query?: Record<string, string>) => withQuery(`/${l}/handover`, query),
  organisations: (l: Locale) => `/${l}/organisations`,
  newOrganisation: (l: Locale) => `/${l}/organisations/new`,
  /** By slug or id. */
  organisation: (l: Locale, key: string, query?: Record<string, string>) =>
    withQuery(`/${l}/organisations/${e(key)}`, query),
  timeline: (l: Locale, key: string, query?: Record<string, string>) =>
    withQuery(`/${l}/organisations/${e(key)}/timeline`, query),
  editOrganisation: (l: Locale, key: string) => `/${l}/organisations/${e(key)}/edit`,
  newResource: (l: Locale, query?: Record<string, string>) =>
    withQuery(`/${l}/resources/new`, query),
  editResource: (l: Locale, id: string, query?: Record<string, string>) =>
    withQuery(`/${l}/resources/${e(id)}/edit`, query),
  resourcePrices: (l: Locale, id: string) => `/${l}/resources/${e(id)}/prices`,
  resourceTerms: (l: Locale, id: string, query?: Record<string, string>) =>
    withQuery(`/${l}/resources/${e(id)}/terms`, query),
  organisationTerms: (l: Locale, key: string) => `/${l}/organisations/${e(key)}/terms`,
  standing: (l: Locale, key: string) => `/${l}/organisations/${e(key)}/standing`,
  confirmations: (l: Locale, key: string) => `/${l}/organisations/${e(key)}/confirmations`,
  organisationPrices: (l: Locale, key: string) => `/${l}/organisations/${e(key)}/prices`,
  withdrawResource: (l: Locale, id: string, query?: Record<string, string>) =>
    withQuery(`/${l}/resources/${e(id)}/withdraw`, query),
  qm: (l: Locale, pool: string) => `/${l}/${e(pool)}/qm`,
  qmOrganisations: (l: Locale, pool: string) => `/${l}/${e(pool)}/qm/organisations`,
  qmHolidays: (l: Locale, pool: string) => `/${l}/${e(pool)}/qm/holidays`,
  qmBarriers: (l: Locale, pool: string) => `/${l}/${e(pool)}/qm/barriers`,
  qmTerms: (l: Locale, pool: string) => `/${l}/${e(pool)}/qm/terms`,
  qmReport: (l: Locale, pool: string, query?: Record<string, string>) =>
    withQuery(`/${l}/${e(pool)}/qm/report`, query),
  health: '/api/health',
  reportCsv: (query: Record<string, string>) => withQuery('/api/exports/report', query),
} as const;

function withQuery(path: string, query: Record<string, string> | undefined): string {
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
}

/** Where to go after sign-in: a path of ours, or home. Never another site. */
export function safeNext(next: string | null | undefined, locale: Locale): string {
  const isOurs =
    next !== null &&
    next !== undefined &&
    next.length <= 2_000 &&
    new RegExp(`^/${locale}(?:[/?#]|$)`).test(next) &&
    // why: browsers read a backslash as a slash and drop control characters.
    !/\\|\p{Cc}/u.test(next);
  return isOurs ? next : paths.home(locale);
}

/** The same page in another language. */
export function inLocale(path: string, locale: Locale): string {
  return path.replace(/^\/[^/?#]*/, `/${locale}`);
}
