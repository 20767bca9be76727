import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import { BOOKING_STATUSES, type Thing } from '../../bookings/model';
import { RESOURCE_KINDS } from '../../listings/model';
import { getViewer } from '../../platform/auth/viewer';
import { oneOf } from '../../platform/closed-list';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { isErrorCode, type AppError } from '../../platform/errors';
import { coverUrl } from '../../platform/photo-url';
import {
  EVENT_MODES,
  EVENT_STATUSES,
  type EventDetail,
  type EventItem,
  type EventPart,
} from '../model';

const DETAIL =
  'id, title, place, starts_at, ends_at, guests, organisation_id, pools(slug, time_zone), organisations!events_organisation_id_fkey(id, name), event_plans(mode, status, note, settle_by, ended_by, version, sent_by), event_items(id, position, what, words, picture, quantity, starts_at, ends_at, waived_at, event_parts(id, quantity, starts_at, ends_at, created_at, refused_code, refused_params, resources(title:reader_title, slug, kind, picture, place, organisations!resources_organisation_id_fkey(name), resource_photos(path, position)), bookings(id, status, awaiting, last_note, last_side, quantity, starts_at, ends_at, owner:organisations!bookings_owner_id_fkey(name))))';

/** Everything about one event of the viewer's own organisations; null for others. */
export const findEvent = cache(async (id: string): Promise<EventDetail | null> => {
  if (!z.guid().safeParse(id).success) return null;
  const viewer = await getViewer();
  if (!viewer) return null;
  const db = await serverDb();
  const [event, memberships] = await Promise.all([
    db.from('events').select(DETAIL).eq('id', id).maybeSingle(),
    db.from('memberships').select('organisation_id, role').eq('person_id', viewer.id),
  ]);
  const row = rowsOf(event);
  // why: an owner who is asked for a part reads the event's row, but none of its plan.
  const plan = row ? shown(row.event_plans) : null;
  const role = rowsOf(memberships).find(
    ({ organisation_id }) => organisation_id === row?.organisation_id,
  )?.role;
  if (!row || !plan || !role) return null;
  return {
    id: row.id,
    title: row.title,
    place: row.place,
    period: periodOf(row),
    zone: row.pools.time_zone,
    poolSlug: row.pools.slug,
    guests: row.guests,
    mode: oneOf(EVENT_MODES, plan.mode),
    status: oneOf(EVENT_STATUSES, plan.status),
    note: plan.note,
    settleBy: plan.settle_by === null ? null : new Date(plan.settle_by),
    endedBy: plan.ended_by === 'borrower' || plan.ended_by === 'system' ? plan.ended_by : null,
    version: plan.version,
    borrower: {
      id: row.organisation_id,
      name: shown(row.organisations)?.name ?? '',
    },
    mayCancel: role !== 'member' || plan.sent_by === viewer.id || plan.status === 'draft',
    items: row.event_items.toSorted((a, b) => a.position - b.position).map(toItem),
  };
});

type ItemRow = {
  id: string;
  what: string;
  words: string;
  picture: string;
  quantity: number;
  starts_at: string;
  ends_at: string;
  waived_at: string | null;
  event_parts: PartRow[];
};

type PartRow = {
  id: string;
  quantity: number;
  starts_at: string;
  ends_at: string;
  created_at: string;
  refused_code: string | null;
  refused_params: unknown;
  resources: ThingRow & { organisations: { name: string } };
  bookings: {
    id: string;
    status: string;
    awaiting: string | null;
    last_note: string | null;
    last_side: string;
    quantity: number;
    starts_at: string;
    ends_at: string;
    owner: { name: string };
  } | null;
};

function toItem(row: ItemRow): EventItem {
  return {
    id: row.id,
    what: row.what,
    words: row.words,
    picture: row.picture,
    quantity: row.quantity,
    period: periodOf(row),
    isWaived: row.waived_at !== null,
    parts: row.event_parts.toSorted((a, b) => a.created_at.localeCompare(b.created_at)).map(toPart),
  };
}

function toPart(row: PartRow): EventPart {
  const { bookings: booking } = row;
  const resource = shown(row.resources);
  return {
    id: row.id,
    // a part may have been changed since
    quantity: booking?.quantity ?? row.quantity,
    period: periodOf(booking ?? row),
    thing: resource && toThing(resource),
    owner: shown(booking?.owner ?? resource?.organisations ?? null)?.name ?? '',
    booking: booking && {
      id: booking.id,
      status: oneOf(BOOKING_STATUSES, booking.status),
      turn:
        booking.awaiting === 'owner' || booking.awaiting === 'borrower' ? booking.awaiting : null,
      note: booking.last_side === 'owner' ? (booking.last_note ?? '') : '',
    },
    refused: toProblem(row.refused_code, row.refused_params),
  };
}

export type ThingRow = {
  /** In the reader's language; null only to the generated types. */
  title: string | null;
  slug: string;
  kind: string;
  picture: string;
  place: string;
  resource_photos: { path: string; position: number }[];
};

function toThing({ title, slug, kind, picture, place, resource_photos: photos }: ThingRow): Thing {
  const cover = photos.toSorted((a, b) => a.position - b.position)[0];
  return {
    title: title ?? '',
    slug,
    kind: oneOf(RESOURCE_KINDS, kind),
    picture,
    place,
    photoUrl: cover ? coverUrl(cover.path) : null,
  };
}

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

/** What the database says stands against a part, as every other error. */
export function toProblem(code: string | null, params: unknown): AppError | null {
  if (code === null) return null;
  return isErrorCode(code) ? { code, params: paramsSchema.parse(params ?? {}) } : { code: 'FAULT' };
}

function periodOf(row: { starts_at: string; ends_at: string }) {
  return { start: new Date(row.starts_at), end: new Date(row.ends_at) };
}

/** why: what row level security hides comes as null where the types promise a row. */
function shown<T>(row: T): T | null {
  return row;
}
