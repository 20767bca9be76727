import 'server-only';
import { cache } from 'react';
import { anonymousDb } from '../../platform/db/anonymous';
import { resultOf, rowsOf } from '../../platform/db/answer';
import type { Period } from '../../platform/dates';
import { readableIn, type Locale } from '../../platform/i18n/locales';
import { coverUrl } from '../../platform/photo-url';
import { ok, type Result } from '../../platform/result';
import { oneOf } from '../../platform/closed-list';
import {
  HINDRANCES,
  RESOURCE_KINDS,
  versionsFor,
  type CatalogueFilters,
  type CataloguePage,
  type PublicOrganisation,
  type ResourceCard,
} from '../model';

export const PAGE_SIZE = 24;

/**
 * One page of the catalogue. With a period only what is free then, in the wanted number, unless taken
 * things are asked for too. The same for everyone, so it is read as a passer-by.
 */
export async function searchCatalogue(
  pool: string,
  filters: CatalogueFilters,
  period: Period | null,
  locale: Locale,
): Promise<Result<CataloguePage>> {
  const { query, kinds, quantity, showsTaken, cursor, near } = filters;
  const wanted = period && showsTaken ? null : (quantity ?? (period ? 1 : null));
  const result = resultOf(
    await anonymousDb().rpc('search_resources', {
      p_pool: pool,
      p_locale: locale,
      // one more than shown tells whether there is another page
      p_limit: PAGE_SIZE + 1,
      ...(query ? { p_query: query } : {}),
      ...(kinds.length > 0 ? { p_kinds: kinds } : {}),
      ...(period
        ? { p_starts_at: period.start.toISOString(), p_ends_at: period.end.toISOString() }
        : {}),
      ...(wanted === null ? {} : { p_quantity: wanted }),
      ...(cursor ? { p_cursor: cursor } : {}),
      ...(near ? { p_latitude: near.latitude, p_longitude: near.longitude } : {}),
    }),
  );
  if (!result.ok) return result;
  const rows = result.value.slice(0, PAGE_SIZE);
  const hasMore = result.value.length > PAGE_SIZE;
  return ok({
    cards: rows.map((row) => {
      // why: the generated types do not know that columns of a function may be null.
      const photo: string | null = row.photo_path;
      const free: number | null = row.free_quantity;
      const metres: number | null = row.metres;
      const hindrance: string | null = row.hindrance;
      return card({
        ...row,
        titleLocale: row.title_locale,
        photo,
        free,
        metres,
        hindrance,
        owner: row.organisation_name,
      });
    }),
    nextCursor: hasMore ? (rows.at(-1)?.cursor ?? null) : null,
  });
}

/** An admitted organisation as everyone sees it; null when there is none. Once per request. */
export const findPublicOrganisation = cache(
  async (poolId: string, slug: string, locale: Locale): Promise<PublicOrganisation | null> => {
    const row = rowsOf(
      await anonymousDb()
        .from('organisations')
        .select(
          'name, kind, about, email, phone, website, address, resources(id, slug, kind, locale, title, place, price_note, picture, quantity, created_at, resource_photos(path, position), resource_texts(locale, title))',
        )
        .eq('pool_id', poolId)
        .eq('slug', slug)
        .in('resources.resource_texts.locale', readableIn(locale))
        .order('title', { referencedTable: 'resources' })
        .maybeSingle(),
    );
    if (!row) return null;
    const { resources, kind, ...rest } = row;
    return {
      ...rest,
      kind: oneOf(['association', 'initiative', 'institution'], kind),
      things: resources.map(({ resource_photos: photos, resource_texts: titles, ...thing }) => {
        const [said = thing] = versionsFor<Title>(thing, titles, locale);
        return card({
          ...thing,
          title: said.title,
          titleLocale: said.locale,
          photo: firstPath(photos),
          free: null,
          metres: null,
          hindrance: null,
          owner: '',
        });
      }),
    };
  },
);

type Title = { locale: string; title: string };

type CardRow = {
  id: string;
  slug: string;
  kind: string;
  title: string;
  titleLocale: string;
  owner: string;
  place: string;
  price_note: string;
  picture: string;
  photo: string | null;
  quantity: number;
  free: number | null;
  metres: number | null;
  hindrance: string | null;
};

function card(row: CardRow): ResourceCard {
  const { id, slug, title, titleLocale, owner, place, picture, photo, quantity, free, metres } =
    row;
  return {
    ...{ id, slug, title, titleLocale, owner, place, picture, quantity, free, metres },
    kind: oneOf(RESOURCE_KINDS, row.kind),
    priceNote: row.price_note,
    photoUrl: photo ? coverUrl(photo) : null,
    hindrance: row.hindrance === null ? null : oneOf(HINDRANCES, row.hindrance),
  };
}

function firstPath(photos: { path: string; position: number }[]): string | null {
  return photos.toSorted((a, b) => a.position - b.position)[0]?.path ?? null;
}
