import 'server-only';
import { z } from 'zod';
import { now } from '../../platform/clock';
import { oneOf } from '../../platform/closed-list';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { coverUrl } from '../../platform/photo-url';
import {
  APPROVALS,
  RESOURCE_KINDS,
  RESOURCE_STATUSES,
  type Closure,
  type EditableResource,
  type OwnThing,
  type Part,
} from '../model';

/** All things of an organisation as its members see them: what is lent first, retired ones last. */
export async function listOwnThings(organisationId: string): Promise<OwnThing[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('resources')
      .select(
        'id, slug, title:reader_title, kind, status, listed, quantity, picture, created_by, resource_photos(path)',
      )
      .eq('organisation_id', organisationId)
      .order('position', { referencedTable: 'resource_photos' })
      .limit(1, { referencedTable: 'resource_photos' })
      .order('title'),
  );
  return rows
    .map(({ listed, created_by, resource_photos: [photo], title, ...thing }) => ({
      ...thing,
      title: title ?? '',
      kind: oneOf(RESOURCE_KINDS, thing.kind),
      status: oneOf(RESOURCE_STATUSES, thing.status),
      isListed: listed,
      createdBy: created_by,
      photoUrl: photo ? coverUrl(photo.path) : null,
    }))
    .sort((a, b) => RESOURCE_STATUSES.indexOf(a.status) - RESOURCE_STATUSES.indexOf(b.status));
}

/** Null when it does not exist or is not visible; who may change it, the database decides. */
export async function findEditableResource(id: string): Promise<EditableResource | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const db = await serverDb();
  const row = rowsOf(
    await db
      .from('resources')
      .select(
        '*, name:reader_title, organisations(id, slug, name, status, pools(slug, time_zone)), resource_photos(id, path, alt), resource_assets(asset_id), resource_texts(locale, title, description, rules)',
      )
      .eq('id', id)
      .order('position', { referencedTable: 'resource_photos' })
      .order('locale', { referencedTable: 'resource_texts' })
      .maybeSingle(),
  );
  if (!row) return null;
  const { pools, ...organisation } = row.organisations;
  return {
    id: row.id,
    slug: row.slug,
    kind: oneOf(RESOURCE_KINDS, row.kind),
    locale: row.locale,
    title: row.title,
    name: row.name ?? row.title,
    description: row.description,
    rules: row.rules,
    translations: row.resource_texts,
    place: row.place,
    approval: oneOf(APPROVALS, row.approval),
    status: oneOf(RESOURCE_STATUSES, row.status),
    isListed: row.listed,
    picture: row.picture,
    capacityNote: row.capacity_note,
    priceNote: row.price_note,
    depositNote: row.deposit_note,
    bufferBefore: row.buffer_before_minutes,
    bufferAfter: row.buffer_after_minutes,
    quantity: row.quantity,
    isKit: row.resource_assets.length !== 1,
    createdBy: row.created_by,
    organisation,
    pool: { slug: pools.slug, zone: pools.time_zone },
    photos: row.resource_photos.map(({ id: photoId, path, alt }) => ({
      id: photoId,
      url: coverUrl(path),
      alt,
    })),
  };
}

/** Times in which the owner does not lend, from now on. */
export async function listClosures(resourceId: string): Promise<Closure[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('closures')
      .select('id, starts_at, ends_at, reason')
      .eq('resource_id', resourceId)
      .is('reopened_at', null)
      .gt('ends_at', now().toISOString())
      .order('starts_at'),
  );
  return rows.map(({ id, starts_at, ends_at, reason }) => ({
    id,
    reason,
    start: new Date(starts_at),
    end: new Date(ends_at),
  }));
}

/** What there is in an organisation, and how many of each make up a thing; its own parts first. */
export async function listParts(resourceId: string, organisationId: string): Promise<Part[]> {
  const db = await serverDb();
  const [assets, parts] = await Promise.all([
    db.from('assets').select('id, name, quantity').eq('organisation_id', organisationId),
    db.from('resource_assets').select('asset_id, quantity').eq('resource_id', resourceId),
  ]);
  const quantities = new Map(rowsOf(parts).map((part) => [part.asset_id, part.quantity]));
  return rowsOf(assets)
    .map(({ id, name, quantity: stock }) => ({
      id,
      name,
      stock,
      quantity: quantities.get(id) ?? 0,
    }))
    .sort(
      (a, b) => Number(b.quantity > 0) - Number(a.quantity > 0) || a.name.localeCompare(b.name),
    );
}
