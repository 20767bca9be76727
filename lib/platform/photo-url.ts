import 'server-only';
import { env } from './env';
import { PHOTO_WIDTHS, smallPath } from './photo-path';

/** Photos are public to read; the path comes from resource_photos. */
export function photoUrl(path: string): string {
  return `${env().NEXT_PUBLIC_SUPABASE_URL}/storage/v1/object/public/photos/${path}`;
}

/** The photo for a card or a row of a list. */
export function coverUrl(path: string): string {
  return photoUrl(smallPath(path, PHOTO_WIDTHS[0]));
}

/** For `srcset`: every size, so that the browser takes the least that is sharp on its screen. */
export function photoSet(path: string, width: number): string {
  return [
    ...PHOTO_WIDTHS.filter((small) => small < width).map(
      (small) => `${photoUrl(smallPath(path, small))} ${small}w`,
    ),
    `${photoUrl(path)} ${width}w`,
  ].join(', ');
}
