import { readWhen, whenQuery, type When, type WhenInput } from '@/lib/availability/model';
import type { Day, WallTime } from '@/lib/platform/dates';
import { readableIn } from '@/lib/platform/i18n/locales';

/** Closed lists as the database checks them. */
export const RESOURCE_KINDS = ['equipment', 'installation', 'room', 'vehicle', 'service'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export const RESOURCE_STATUSES = ['published', 'paused', 'retired'] as const;
export type ResourceStatus = (typeof RESOURCE_STATUSES)[number];

/** manual: an approver decides. instant: what is free is given at once. standing: at once where a standing approval covers it. */
export const APPROVALS = ['manual', 'instant', 'standing'] as const;
export type Approval = (typeof APPROVALS)[number];

export const MAX_PHOTOS = 12;

/** What the owner offers as time around a booking; anything else that is stored stays a choice too. */
export const BUFFER_MINUTES = [0, 15, 30, 60, 120, 240, 720, 1440] as const;

/** A thing as its owner changes it. */
export type EditableResource = {
  id: string;
  slug: string;
  kind: ResourceKind;
  /** The language of the original. */
  locale: string;
  title: string;
  /** The title in the language of who reads. */
  name: string;
  description: string;
  rules: string;
  translations: Wording[];
  place: string;
  approval: Approval;
  status: ResourceStatus;
  isListed: boolean;
  picture: string;
  capacityNote: string;
  priceNote: string;
  depositNote: string;
  bufferBefore: number;
  bufferAfter: number;
  quantity: number;
  /** Made of several assets: its number follows from theirs. */
  isKit: boolean;
  createdBy: string | null;
  organisation: { id: string; slug: string; name: string; status: string };
  pool: { slug: string; zone: string };
  photos: EditablePhoto[];
};

export type EditablePhoto = { id: string; url: string; alt: string };

/** A booking that stands against what its owner wants to change, in words. */
export type StandingBooking = { id: string; href: string; borrower: string; when: string };

/** One of the assets of an organisation, and how many of it make up a thing; 0: it is no part of it. */
export type Part = { id: string; name: string; stock: number; quantity: number };

export type Closure = { id: string; start: Date; end: Date; reason: string };

/** Days as the owner names them, both included; with hours when it is not the whole day. */
export type ClosureInput = {
  resourceId: string;
  from: Day;
  to: Day;
  startTime?: WallTime | undefined;
  endTime?: WallTime | undefined;
  reason: string;
};

/** A thing in its owner's list. */
export type OwnThing = {
  id: string;
  slug: string;
  title: string;
  kind: ResourceKind;
  status: ResourceStatus;
  isListed: boolean;
  quantity: number;
  picture: string;
  photoUrl: string | null;
  createdBy: string | null;
};

/** A pool as its public pages need it. */
export type Pool = {
  id: string;
  slug: string;
  name: string;
  about: string;
  imprint: string;
  zone: string;
};

/** A thing in the catalogue; `free` is how many can be had in the chosen time. */
export type ResourceCard = {
  id: string;
  slug: string;
  kind: ResourceKind;
  title: string;
  /** The language the title is written in. */
  titleLocale: string;
  owner: string;
  place: string;
  priceNote: string;
  picture: string;
  photoUrl: string | null;
  quantity: number;
  free: number | null;
  /** How far from where somebody looks; null where one of the two is not known. */
  metres: number | null;
  /** What stands against having it then; null without a period. */
  hindrance: Hindrance | null;
};

/** As `search_resources` says what stands against a period. */
export const HINDRANCES = ['no_handover', 'too_short', 'too_soon', 'too_far', 'closed'] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** It can be had then all the same, by who takes it for longer. */
export function isSurmountable(hindrance: Hindrance): boolean {
  return hindrance === 'no_handover' || hindrance === 'too_short';
}

export type CataloguePage = { cards: ResourceCard[]; nextCursor: string | null };

/** `set` names it in every size, for `srcset`. */
export type Photo = { url: string; set: string; alt: string; width: number; height: number };

/** What an owner says about a thing in one language. */
export type Wording = { locale: string; title: string; description: string; rules: string };

/** A thing on its own page. */
export type ResourceDetail = Wording & {
  id: string;
  slug: string;
  kind: ResourceKind;
  /** In further languages; what is empty there is read in the original. */
  translations: Wording[];
  capacityNote: string;
  priceNote: string;
  depositNote: string;
  place: string;
  latitude: number | null;
  longitude: number | null;
  picture: string;
  approval: Approval;
  isListed: boolean;
  quantity: number;
  bufferBefore: number;
  bufferAfter: number;
  minMinutes: number | null;
  maxMinutes: number | null;
  leadMinutes: number;
  holdHours: number;
  owner: { slug: string; name: string };
  photos: Photo[];
};

/** What everyone may read about an organisation. */
export type PublicOrganisation = {
  name: string;
  kind: 'association' | 'initiative' | 'institution';
  about: string;
  email: string;
  phone: string;
  website: string;
  address: string;
  things: ResourceCard[];
};

/** What the address of the catalogue says. */
export type CatalogueFilters = {
  query: string;
  kinds: ResourceKind[];
  when: When | null;
  quantity: number | null;
  showsTaken: boolean;
  cursor: string | null;
  /** The nearest to here first. */
  near: Spot | null;
};

/** Whether somebody has said what they look for, and does not only look around. */
export function isAsking({ query, kinds, when, quantity }: CatalogueFilters): boolean {
  return query !== '' || kinds.length > 0 || when !== null || quantity !== null;
}

/** Where somebody is, in degrees, as exact as a block of houses: it stands in the address. */
export type Spot = { latitude: number; longitude: number };

export type SearchParams = Record<string, string | string[] | undefined>;

const MAX_QUERY = 200;
const MAX_QUANTITY = 100_000;

export function firstOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

export function readFilters(params: SearchParams): CatalogueFilters {
  const kinds = [params.kind ?? []].flat().flatMap((text) => text.split(','));
  const quantity = Number.parseInt(firstOf(params.n), 10);
  return {
    query: firstOf(params.q).trim().slice(0, MAX_QUERY),
    kinds: RESOURCE_KINDS.filter((kind) => kinds.includes(kind)),
    when: readWhen(whenInput(params)),
    quantity: quantity > 1 ? Math.min(quantity, MAX_QUANTITY) : null,
    showsTaken: firstOf(params.all) === '1',
    cursor: firstOf(params.cursor) || null,
    near: readSpot(firstOf(params.near)),
  };
}

const SPOT = /^(-?\d{1,2}(?:\.\d{1,4})?),(-?\d{1,3}(?:\.\d{1,4})?)$/;

function readSpot(text: string): Spot | null {
  const [, latitude, longitude] = (SPOT.exec(text) ?? []).map(Number);
  if (latitude === undefined || longitude === undefined) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/** How the address says a place; three digits are about a hundred metres. */
export function spotText({ latitude, longitude }: Spot): string {
  return `${latitude.toFixed(3)},${longitude.toFixed(3)}`;
}

export function whenInput(params: SearchParams): WhenInput {
  const names = ['from', 'to', 'part', 'start', 'end'] as const;
  return Object.fromEntries(names.map((name) => [name, firstOf(params[name])]));
}

/** The address of these filters; a changed filter starts again at the first page. */
export function filterQuery(
  filters: CatalogueFilters,
  changes: Partial<CatalogueFilters> = {},
): Record<string, string> {
  const { query, kinds, when, quantity, showsTaken, cursor, near } = {
    ...filters,
    cursor: null,
    ...changes,
  };
  return {
    ...(query ? { q: query } : {}),
    ...(kinds.length > 0 ? { kind: kinds.join(',') } : {}),
    ...(when ? whenQuery(when) : {}),
    ...(quantity === null ? {} : { n: String(quantity) }),
    ...(showsTaken && when ? { all: '1' } : {}),
    ...(near ? { near: spotText(near) } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

export function toggled<T>(list: readonly T[], entry: T): T[] {
  return list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry];
}

/** Owners write “frei” in many ways; on a card it becomes one word. */
export function costsNothing(priceNote: string): boolean {
  return /^(?:frei|kostenlos|kostenfrei|gratis|umsonst|free|free of charge)\.?$/i.test(
    priceNote.trim(),
  );
}

/** The three texts of a thing as somebody reads them, each with the language it is written in. */
export type Reading = {
  /** Whether the reader's language is a translation by the owner. */
  isTranslated: boolean;
  title: string;
  titleLocale: string;
  description: string;
  descriptionLocale: string;
  rules: string;
  rulesLocale: string;
};

type Written = Wording & Pick<ResourceDetail, 'translations'>;

/** In the reader's language where the owner wrote it, else in the original; part by part. */
export function readIn(thing: Written, locale: string): Reading {
  const versions = versionsFor(thing, thing.translations, locale);
  const titled = versions[0] ?? thing;
  const described = versions.find(({ description }) => description) ?? thing;
  const ruled = versions.find(({ rules }) => rules) ?? thing;
  return {
    isTranslated: titled !== thing,
    title: titled.title,
    titleLocale: titled.locale,
    description: described.description,
    descriptionLocale: described.locale,
    rules: ruled.rules,
    rulesLocale: ruled.locale,
  };
}

/** What was written in several languages, best first for who reads this one; the original is the last. */
export function versionsFor<T extends { locale: string }>(
  original: T,
  translations: readonly T[],
  locale: string,
): T[] {
  if (original.locale === locale) return [original];
  const known = readableIn(locale).flatMap((language) =>
    translations.filter((translation) => translation.locale === language),
  );
  return [...known, original];
}
