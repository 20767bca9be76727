/** In the browser: a photo made small before it travels. Its EXIF, and with it the place, stays here. */

const EDGE = 1_600;

/** Rejects when the browser cannot open the file as a picture. */
export async function shrinkPhoto(file: File): Promise<File> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, EDGE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const webp = await toBlob(canvas, 'image/webp');
  // why the second try: Safari does not write WebP and answers with a PNG, several times as large.
  const small = webp?.type === 'image/webp' ? webp : await toBlob(canvas, 'image/jpeg');
  if (!small) throw new Error('the canvas gave no picture');
  return new File([small], file.name, { type: small.type });
}

function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob(resolve, type, 0.82);
  });
}
