import 'server-only';
import sharp, { type Sharp } from 'sharp';
import { PHOTO_WIDTHS, type PhotoWidth } from '../photo-path';
import { fail, ok, type Result } from '../result';

/** A photo as we keep it: drawn anew by us, nothing of the sent file is left. */
export type Photo = {
  bytes: Buffer;
  width: number;
  height: number;
  /** The same for lists and small screens, as AVIF. */
  small: { width: PhotoWidth; bytes: Buffer }[];
};

/** Longest edge of what we keep; enough for a phone's full screen. */
export const PHOTO_EDGE = 1_600;
/** A small file can unfold to gigabytes; 36 million pixels are more than phones send. */
const MAX_PIXELS = 36_000_000;
const MAX_BYTES = 12_000_000;
const FORMATS: ReadonlySet<string> = new Set([
  'jpeg',
  'png',
  'webp',
  'avif',
  'heif',
  'gif',
  'tiff',
]);

/**
 * Decodes whatever was sent, whatever it calls itself, and encodes it again: turned upright, at most
 * PHOTO_EDGE pixels, WebP, without EXIF, place or colour profile; and smaller, as AVIF, in PHOTO_WIDTHS.
 * Refuses with INPUT at `photo`:
 * `photo_too_big` or `photo_broken`.
 */
export async function preparePhoto(sent: Uint8Array): Promise<Result<Photo>> {
  if (sent.byteLength > MAX_BYTES) return refused('photo_too_big');
  try {
    const image = sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: 'truncated' });
    const { format, width, height } = await image.metadata();
    if (width * height > MAX_PIXELS) return refused('photo_too_big');
    // why: SVG and PDF are decoded too, but they are programs rather than photos.
    if (!FORMATS.has(format)) return refused('photo_broken');
    return ok(await encode(image));
  } catch (error) {
    const isTooBig = error instanceof Error && error.message.includes('pixel limit');
    return refused(isTooBig ? 'photo_too_big' : 'photo_broken');
  }
}

async function encode(image: Sharp): Promise<Photo> {
  const { data, info } = await image
    .rotate()
    .resize({ width: PHOTO_EDGE, height: PHOTO_EDGE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  const small: Photo['small'] = [];
  for (const width of PHOTO_WIDTHS) small.push({ width, bytes: await shrink(data, width) });
  return { bytes: data, width: info.width, height: info.height, small };
}

/** why AVIF: half of WebP's bytes at this size, and every browser that we support shows it. */
function shrink(photo: Buffer, width: PhotoWidth): Promise<Buffer> {
  return sharp(photo)
    .resize({ width, withoutEnlargement: true })
    .avif({ quality: 45, effort: 3 })
    .toBuffer();
}

function refused(reason: 'photo_too_big' | 'photo_broken') {
  return fail('INPUT', { field: 'photo', params: { reason } });
}
