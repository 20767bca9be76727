/** Widths in pixels in which a photo lies beside its full size: a card of a list, a phone's screen. */
export const PHOTO_WIDTHS = [480, 960] as const;
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number];

/** `…/photo.webp` → `…/photo.480.avif`; the storage's policies know the same names. */
export const smallPath = (path: string, width: PhotoWidth): string =>
  path.replace(/\.\w+$/, `.${width}.avif`);

/** Every file of one photo. */
export const allPaths = (path: string): string[] => [
  path,
  ...PHOTO_WIDTHS.map((width) => smallPath(path, width)),
];
