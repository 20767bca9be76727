import 'server-only';
import { RESOURCE_KINDS } from '../../listings/model';
import { oneOf } from '../../platform/closed-list';
import { coverUrl } from '../../platform/photo-url';
import { BOOKING_STATUSES, type BookingCard, type EventNote, type Thing } from '../model';

/** What a card needs, as PostgREST is asked for it; shared by all lists of bookings. */
export const CARD =
  'id, version, status, awaiting, hold_expires_at, starts_at, ends_at, quantity, pools(slug, time_zone), resources(title:reader_title, slug, kind, picture, place, resource_photos(path, position)), owner:organisations!bookings_owner_id_fkey(name), borrower:organisations!bookings_organisation_id_fkey(name)';

export type CardRow = {
  id: string;
  version: number;
  status: string;
  awaiting: string | null;
  hold_expires_at: string | null;
  starts_at: string;
  ends_at: string;
  quantity: number;
  pools: { slug: string; time_zone: string };
  resources: ThingRow;
  owner: { name: string };
  borrower: { name: string };
};

type ThingRow = {
  /** In the reader's language; null only to the generated types. */
  title: string | null;
  slug: string;
  kind: string;
  picture: string;
  place: string;
  resource_photos: { path: string; position: number }[];
};

export function toCard(row: CardRow): BookingCard {
  return {
    id: row.id,
    version: row.version,
    status: oneOf(BOOKING_STATUSES, row.status),
    turn: row.awaiting === 'owner' || row.awaiting === 'borrower' ? row.awaiting : null,
    holdExpiresAt: row.hold_expires_at === null ? null : new Date(row.hold_expires_at),
    period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
    zone: row.pools.time_zone,
    poolSlug: row.pools.slug,
    quantity: row.quantity,
    thing: toThing(visible(row.resources)),
    owner: visible(row.owner)?.name ?? '',
    borrower: visible(row.borrower)?.name ?? '',
  };
}

/**
 * why: what row level security hides comes as null where the types promise a row, e.g. a thing that
 * its owner has retired.
 */
export function visible<T>(row: T): T | null {
  return row;
}

function toThing(row: ThingRow | null): Thing | null {
  if (!row) return null;
  const { resource_photos: photos, kind, title, ...thing } = row;
  const cover = photos.toSorted((a, b) => a.position - b.position)[0];
  return {
    ...thing,
    title: title ?? '',
    kind: oneOf(RESOURCE_KINDS, kind),
    photoUrl: cover ? coverUrl(cover.path) : null,
  };
}

type EventRow = {
  id: string;
  title: string;
  place: string;
  starts_at: string;
  ends_at: string;
  guests: number;
};

export function toEventNote({ starts_at, ends_at, ...event }: EventRow): EventNote {
  return { ...event, period: { start: new Date(starts_at), end: new Date(ends_at) } };
}
