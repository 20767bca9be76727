import type accessibility from '@/messages/de/accessibility.json';
import type account from '@/messages/de/account.json';
import type approvals from '@/messages/de/approvals.json';
import type availability from '@/messages/de/availability.json';
import type bookings from '@/messages/de/bookings.json';
import type common from '@/messages/de/common.json';
import type emails from '@/messages/de/emails.json';
import type errors from '@/messages/de/errors.json';
import type events from '@/messages/de/events.json';
import type handover from '@/messages/de/handover.json';
import type holidays from '@/messages/de/holidays.json';
import type inbox from '@/messages/de/inbox.json';
import type listings from '@/messages/de/listings.json';
import type organisations from '@/messages/de/organisations.json';
import type pool from '@/messages/de/pool.json';
import type prices from '@/messages/de/prices.json';
import type queue from '@/messages/de/queue.json';
import type terms from '@/messages/de/terms.json';
import type series from '@/messages/de/series.json';
import type timeline from '@/messages/de/timeline.json';
import type waiting from '@/messages/de/waiting.json';
import { isolateNames } from './isolate';
import { LOCALES, type Locale } from './locales';

/** German is the source: its files type the keys, the others must match (scripts/check-messages). */
export type Messages = {
  accessibility: typeof accessibility;
  account: typeof account;
  approvals: typeof approvals;
  availability: typeof availability;
  bookings: typeof bookings;
  common: typeof common;
  emails: typeof emails;
  errors: typeof errors;
  events: typeof events;
  handover: typeof handover;
  holidays: typeof holidays;
  inbox: typeof inbox;
  listings: typeof listings;
  organisations: typeof organisations;
  pool: typeof pool;
  prices: typeof prices;
  queue: typeof queue;
  terms: typeof terms;
  series: typeof series;
  timeline: typeof timeline;
  waiting: typeof waiting;
};

export type Namespace = keyof Messages;

export const NAMESPACES = [
  'accessibility',
  'account',
  'approvals',
  'availability',
  'bookings',
  'common',
  'emails',
  'errors',
  'events',
  'handover',
  'holidays',
  'inbox',
  'listings',
  'organisations',
  'pool',
  'prices',
  'queue',
  'terms',
  'series',
  'timeline',
  'waiting',
] as const satisfies Namespace[];

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

type MessageFile = { default: Record<string, unknown> };

const loaded = new Map<Locale, Promise<Messages>>();

/** Every namespace of one language; on the server only. Islands get theirs through <Messages>. */
export function loadMessages(locale: Locale): Promise<Messages> {
  let found = loaded.get(locale);
  if (!found) {
    found = readAll(locale);
    loaded.set(locale, found);
  }
  return found;
}

async function readAll(locale: Locale): Promise<Messages> {
  const entries = await Promise.all(
    NAMESPACES.map(async (namespace) => {
      // why the cast: an import with a variable has no type.
      const file = (await import(`../../../messages/${locale}/${namespace}.json`)) as MessageFile;
      // why not mails: they isolate what they say themselves, and send it without marks where marks show
      const isIsolated = LOCALES[locale].dir === 'rtl' && namespace !== 'emails';
      return [namespace, isIsolated ? isolateNames(file.default) : file.default] as const;
    }),
  );
  // why the cast: check-messages has compared the files with the source language's.
  return Object.fromEntries(entries) as Messages;
}
