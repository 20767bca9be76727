import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { preparePhoto, type Photo } from './photo';

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#1d6a3c' } });
}

async function prepared(bytes: Uint8Array): Promise<Photo> {
  const result = await preparePhoto(bytes);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

async function reasonFor(bytes: Uint8Array): Promise<unknown> {
  const result = await preparePhoto(bytes);
  return result.ok ? 'accepted' : result.error.params?.reason;
}

describe('a photo on its way into the pool', () => {
  test('loses where and with what it was taken', async () => {
    const sent = await plain(400, 300)
      .withExif({
        IFD0: { Make: 'Somebody', Copyright: 'Maya' },
        IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLongitude: '13/1 24/1 0/1' },
      })
      .jpeg()
      .toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();

    const { bytes } = await prepared(sent);
    const kept = await sharp(bytes).metadata();
    expect(kept.format).toBe('webp');
    expect(kept.exif).toBeUndefined();
    expect(kept.xmp).toBeUndefined();
    expect(bytes.includes('Somebody')).toBe(false);
  });

  test('stands upright although the phone lay on its side', async () => {
    const sent = await plain(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await prepared(sent)).toMatchObject({ width: 300, height: 400 });
  });

  test('is made smaller, never larger', async () => {
    expect(await prepared(await plain(4000, 3000).jpeg().toBuffer())).toMatchObject({
      width: 1600,
      height: 1200,
    });
    expect(await prepared(await plain(40, 30).png().toBuffer())).toMatchObject({ width: 40 });
  });

  test('of 40 megapixels is refused before it is unfolded', async () => {
    const sent = await plain(8000, 5000).jpeg({ quality: 20 }).toBuffer();
    expect(await reasonFor(sent)).toBe('photo_too_big');
  });

  test.each([
    ['a text that calls itself a photo', Buffer.from('<script>alert(1)</script>')],
    ['nothing at all', Buffer.alloc(0)],
    ['a JPEG head with noise behind it', Buffer.from('ffd8ffe000104a46494600010203', 'hex')],
    [
      'a drawing that can run programs',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
  ])('%s is refused', async (_, bytes) => {
    expect(await reasonFor(bytes)).toBe('photo_broken');
  });

  test('that broke off on the way is refused', async () => {
    const noise = await sharp({
      create: {
        width: 600,
        height: 600,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    expect(await reasonFor(noise.subarray(0, noise.length / 2))).toBe('photo_broken');
  });
});
