import 'server-only';
import { createHash } from 'node:crypto';
import { getLocale } from 'next-intl/server';
import { formatPeriod } from '../../platform/date-format';
import { addDays, asWallTime, DEFAULT_ZONE, toInstant } from '../../platform/dates';
import type { AppError } from '../../platform/errors';
import { paths } from '../../platform/paths';
import { resultOf } from '../../platform/db/answer';
import { serverDb, type Db } from '../../platform/db/server';
import { preparePhoto, type Photo } from '../../platform/image/photo';
import { log } from '../../platform/log';
import { allPaths, smallPath } from '../../platform/photo-path';
import { fail, ok, type Result } from '../../platform/result';
import type { ClosureInput, ResourceStatus, StandingBooking } from '../model';
import {
  standingBookings,
  type ListResourceInput,
  type PartsInput,
  type UpdateResourceInput,
} from '../schema';

/** One intent of the database each; what they refuse stands in docs/api.md. */

export type Listed = { id: string; hasLostPhotos: boolean; hasLostRules: boolean };

/**
 * Lists a thing with its photos. A file that is no photo is refused before anything is written; a
 * photo that does not reach the storage afterwards, or rules that cannot be set, cost that and never
 * the listing.
 */
export async function listResource(
  input: ListResourceInput,
  picture: string,
): Promise<Result<Listed>> {
  const photos = await preparePhotos(input.photo);
  if (!photos.ok) return photos;
  const db = await serverDb();
  const listed = resultOf(
    await db.rpc('list_resource', {
      p_organisation_id: input.organisationId,
      p_kind: input.kind,
      p_quantity: input.quantity,
      p_picture: picture,
      ...(input.key ? { p_idempotency_key: input.key } : {}),
      ...wordsOf(input),
    }),
  );
  if (!listed.ok) return listed;
  const folder = `${listed.value.organisation_id}/${listed.value.id}`;
  const stored = await storePhotos(db, listed.value.id, folder, photos.value, input.key);
  const ruled =
    input.terms === null ||
    resultOf(
      await db.rpc('set_terms', {
        p_scope: 'resource',
        p_id: listed.value.id,
        p_terms: input.terms,
      }),
    ).ok;
  return ok({ id: listed.value.id, hasLostPhotos: !stored.ok, hasLostRules: !ruled });
}

export async function updateResource(input: UpdateResourceInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const changed = resultOf(
    await db.rpc('update_resource', {
      p_resource_id: input.resourceId,
      p_picture: input.picture,
      ...wordsOf(input),
    }),
  );
  return done(changed);
}

function wordsOf(input: Omit<UpdateResourceInput, 'resourceId' | 'picture'>) {
  return {
    p_title: input.title,
    p_description: input.description,
    p_rules: input.rules,
    p_place: input.place,
    p_approval: input.approval,
    p_capacity_note: input.capacityNote,
    p_price_note: input.priceNote,
    p_deposit_note: input.depositNote,
    p_buffer_before_minutes: input.bufferBefore,
    p_buffer_after_minutes: input.bufferAfter,
  };
}

/** What stands against a change, in words, for who may know it. */
export async function standingInWords(
  { bookings }: AppError,
  resourceId: string,
): Promise<StandingBooking[] | undefined> {
  const found = standingBookings.parse(bookings);
  if (found.length === 0) return undefined;
  const [zone, locale] = await Promise.all([zoneOf(resourceId), getLocale()]);
  return found.map(({ id, starts_at, ends_at, organisation_name: borrower }) => ({
    id,
    borrower,
    href: paths.booking(locale, id),
    when: formatPeriod(
      { start: new Date(starts_at), end: new Date(ends_at) },
      locale,
      zone ?? DEFAULT_ZONE,
    ),
  }));
}

async function zoneOf(resourceId: string): Promise<string | null> {
  const db = await serverDb();
  const { data } = await db
    .from('resources')
    .select('organisations(pools(time_zone))')
    .eq('id', resourceId)
    .maybeSingle();
  return data?.organisations.pools.time_zone ?? null;
}

export async function changeStock(
  resourceId: string,
  quantity: number,
): Promise<Result<undefined>> {
  const db = await serverDb();
  const changed = resultOf(
    await db.rpc('change_stock', { p_resource_id: resourceId, p_quantity: quantity }),
  );
  if (!changed.ok && changed.error.code === 'BKCAP') {
    const params = { ...changed.error.params, reason: 'promised' };
    return fail('BKCAP', { ...changed.error, params });
  }
  return done(changed);
}

/** Says anew what a thing is made of; bookings that stand get the new parts, or stand against it. */
export async function changeParts({ resourceId, parts }: PartsInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const changed = resultOf(
    await db.rpc('change_parts', {
      p_resource_id: resourceId,
      p_asset_ids: parts.map(({ assetId }) => assetId),
      p_quantities: parts.map(({ quantity }) => quantity),
    }),
  );
  if (!changed.ok && (changed.error.code === 'BKOVL' || changed.error.code === 'BKCAP')) {
    const reason = changed.error.code === 'BKOVL' ? 'parts' : 'stock';
    return fail(changed.error.code, { ...changed.error, params: { reason } });
  }
  return done(changed);
}

export async function setResourceStatus(
  resourceId: string,
  status: ResourceStatus,
): Promise<Result<undefined>> {
  const db = await serverDb();
  const changed = resultOf(
    await db.rpc('set_resource_status', { p_resource_id: resourceId, p_status: status }),
  );
  return done(changed);
}

export async function addPhotos(resourceId: string, files: File[]): Promise<Result<undefined>> {
  const photos = await preparePhotos(files);
  if (!photos.ok) return photos;
  const db = await serverDb();
  const { data } = await db
    .from('resources')
    .select('organisation_id')
    .eq('id', resourceId)
    .maybeSingle();
  if (!data) return fail('NTFND');
  return storePhotos(db, resourceId, `${data.organisation_id}/${resourceId}`, photos.value);
}

export async function removePhoto(photoId: string): Promise<Result<undefined>> {
  const db = await serverDb();
  const removed = resultOf(await db.rpc('remove_resource_photo', { p_photo_id: photoId }));
  if (!removed.ok) return removed;
  const { error } = await db.storage.from('photos').remove(allPaths(removed.value));
  // why no failure: the photo is gone from the listing; a file nobody points to is only space.
  if (error) log.error('a removed photo stays in the storage', error);
  return ok(undefined);
}

/** Whole days, or hours of them, in the pool's zone. */
export async function closeResource(closure: ClosureInput): Promise<Result<undefined>> {
  const [db, zone] = await Promise.all([serverDb(), zoneOf(closure.resourceId)]);
  if (zone === null) return fail('NTFND');
  const midnight = asWallTime('00:00');
  const end = closure.endTime
    ? toInstant(closure.to, closure.endTime, zone)
    : toInstant(addDays(closure.to, 1), midnight, zone);
  const closed = resultOf(
    await db.rpc('close_resource', {
      p_resource_id: closure.resourceId,
      p_starts_at: toInstant(closure.from, closure.startTime ?? midnight, zone).toISOString(),
      p_ends_at: end.toISOString(),
      p_reason: closure.reason,
    }),
  );
  if (!closed.ok && (closed.error.code === 'BKOVL' || closed.error.code === 'BKCAP')) {
    // why without the field: it is the whole time that does not fit, not its first day.
    const { code, params, bookings } = closed.error;
    // where nobody's booking stands, it is another closure: of a kit's part, or of this very thing.
    const reason = params?.standing === 0 ? 'closed' : 'closure';
    return fail(code, { params: { reason }, ...(bookings ? { bookings } : {}) });
  }
  return done(closed);
}

export async function reopenResource(closureId: string): Promise<Result<undefined>> {
  const db = await serverDb();
  return done(resultOf(await db.rpc('reopen_resource', { p_closure_id: closureId })));
}

/** All of them or none: whoever picks a wrong file should not have to find out which ones went. */
async function preparePhotos(files: File[]): Promise<Result<Photo[]>> {
  const photos: Photo[] = [];
  for (const file of files) {
    const photo = await preparePhoto(new Uint8Array(await file.arrayBuffer()));
    if (!photo.ok) return photo;
    photos.push(photo.value);
  }
  return ok(photos);
}

/** With the person's own session: the storage's policies decide whose folder it is. */
async function storePhotos(
  db: Db,
  resourceId: string,
  folder: string,
  photos: Photo[],
  key?: string,
): Promise<Result<undefined>> {
  const bucket = db.storage.from('photos');
  for (const [index, photo] of photos.entries()) {
    const path = `${folder}/${photoName(key, index)}.webp`;
    if (!(await uploadPhoto(bucket, path, photo))) {
      return fail('NETWK', { field: 'photo', params: { reason: 'photo' } });
    }
    const { width, height } = photo;
    const added = resultOf(
      await db.rpc('add_resource_photo', {
        p_resource_id: resourceId,
        p_path: path,
        p_alt: '',
        p_width: width,
        p_height: height,
      }),
    );
    // sent again: this one arrived the first time
    if (!added.ok && key && added.error.code === 'TAKEN') continue;
    if (!added.ok) {
      await bucket.remove(allPaths(path));
      return { ok: false, error: { ...added.error, field: 'photo' } };
    }
  }
  return ok(undefined);
}

type Bucket = ReturnType<Db['storage']['from']>;

/** In every size, or false; the full one last, so that what the database points to is complete. */
async function uploadPhoto(bucket: Bucket, path: string, photo: Photo): Promise<boolean> {
  const files = [
    ...photo.small.map(({ width, bytes }) => ({ name: smallPath(path, width), bytes })),
    { name: path, bytes: photo.bytes },
  ];
  for (const { name, bytes } of files) {
    const contentType = name.endsWith('.avif') ? 'image/avif' : 'image/webp';
    // why so long: a name is made anew for every photo, so what it stands for never changes
    const { error } = await bucket.upload(name, bytes, { contentType, cacheControl: '31536000' });
    if (!error || isThere(error)) continue;
    log.error('a photo did not reach the storage', error);
    return false;
  }
  return true;
}

/** The same photo of the same listing has the same name, so that sending it again adds nothing. */
function photoName(key: string | undefined, index: number): string {
  if (!key) return crypto.randomUUID();
  const hash = createHash('sha256')
    .update(`${key}/${String(index)}`)
    .digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`;
}

function isThere(error: object): boolean {
  return 'statusCode' in error && String(error.statusCode) === '409';
}

function done(result: Result<unknown>): Result<undefined> {
  return result.ok ? ok(undefined) : result;
}
