import 'server-only';
import { cache } from 'react';
import { oneOf } from '../../platform/closed-list';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { photoSet, photoUrl } from '../../platform/photo-url';
import { APPROVALS, RESOURCE_KINDS, type ResourceDetail } from '../model';
import { findPool } from './pools';

const COLUMNS =
  'id, slug, kind, locale, title, description, rules, translations:resource_texts(locale, title, description, rules), place, latitude, longitude, picture, approval, quantity, capacityNote:capacity_note, priceNote:price_note, depositNote:deposit_note, isListed:listed, bufferBefore:buffer_before_minutes, bufferAfter:buffer_after_minutes, terms:effective_terms!inner(minMinutes:min_minutes, maxMinutes:max_minutes, leadMinutes:lead_minutes, holdHours:hold_hours), owner:organisations!inner(slug, name), resource_photos(path, alt, width, height, position)';

/**
 * A thing as the person who asks may see it: its owner also sees it while it is paused. Null when
 * there is none. Once per request.
 */
export const findResource = cache(
  async (poolSlug: string, slug: string): Promise<ResourceDetail | null> => {
    const [pool, db] = await Promise.all([findPool(poolSlug), serverDb()]);
    if (!pool) return null;
    const row = rowsOf(
      await db
        .from('resources')
        .select(COLUMNS)
        .eq('pool_id', pool.id)
        .eq('slug', slug)
        .maybeSingle(),
    );
    if (!row) return null;
    const { terms, resource_photos: photos, kind, approval, ...rest } = row;
    return {
      ...rest,
      ...terms,
      kind: oneOf(RESOURCE_KINDS, kind),
      approval: oneOf(APPROVALS, approval),
      photos: photos
        .toSorted((a, b) => a.position - b.position)
        .map(({ path, alt, width, height }) => ({
          url: photoUrl(path),
          set: photoSet(path, width),
          alt,
          width,
          height,
        })),
    };
  },
);
