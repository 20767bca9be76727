// Photos as the app would keep them, of nothing: `make-photos.ts <folder> <count>` writes files named
// as in the storage. A process of its own, started with the condition `react-server`, because the
// app's own code prepares them and is made for its server.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { preparePhoto } from '../../lib/platform/image/photo';
import { smallPath } from '../../lib/platform/photo-path';
import { dice } from '../core/random';

const WIDTH = 1_600;
const HEIGHT = 1_200;

/** One octave: coloured spots of one size, smoothly enlarged to the whole picture. */
async function spots(roll: (sides: number) => number, cells: number): Promise<Buffer> {
  const height = Math.max(2, Math.round((cells * HEIGHT) / WIDTH));
  const small = Buffer.from(Array.from({ length: cells * height * 3 }, () => roll(256)));
  return sharp(small, { raw: { width: cells, height, channels: 3 } })
    .resize({ width: WIDTH, height: HEIGHT, fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
}

/** Large shapes, small ones on them, down to grain: each somewhat weaker, as in pictures of the world. */
async function picture(seed: number): Promise<Buffer> {
  const roll = dice(seed);
  const sum = new Float32Array(WIDTH * HEIGHT * 3).fill(128);
  let strength = 0.9;
  for (let cells = 4; cells <= 1_024; cells *= 2, strength *= 0.73) {
    const octave = await spots(roll, cells);
    for (const [i, value] of octave.entries()) sum[i] = (sum[i] ?? 0) + (value - 128) * strength;
  }
  return sharp(Buffer.from(Uint8ClampedArray.from(sum)), {
    raw: { width: WIDTH, height: HEIGHT, channels: 3 },
  })
    .jpeg({ quality: 90 })
    .toBuffer();
}

const [folder = '', count = '0'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (let n = 0; n < Number(count); n += 1) {
  const photo = await preparePhoto(await picture(n + 1));
  if (!photo.ok) throw new Error(JSON.stringify(photo.error));
  const name = join(folder, `${n}.webp`);
  writeFileSync(name, photo.value.bytes);
  for (const { width, bytes } of photo.value.small) writeFileSync(smallPath(name, width), bytes);
}
