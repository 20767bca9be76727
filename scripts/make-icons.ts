// Draws the app icons from public/icons/icon.svg: `npx tsx scripts/make-icons.ts`. The results are committed.
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = fileURLToPath(new URL('..', import.meta.url));
const icons = `${root}public/icons`;
const rounded = await readFile(`${icons}/icon.svg`, 'utf8');

// Phones cut their own corners: these variants fill the square.
const square = rounded.replace(/ rx="\d+"/, '');
// A maskable icon may be cut to a circle of 80 %: the mark steps back into it.
const maskable = square.replace(
  '<g id="mark"',
  '<g id="mark" transform="translate(56 56) scale(.78)"',
);

if (square === rounded || maskable === square) {
  throw new Error('public/icons/icon.svg needs a rounded ground (rx) and a group with id "mark"');
}

const outputs = [
  { file: 'icon-192.png', svg: rounded, size: 192 },
  { file: 'icon-512.png', svg: rounded, size: 512 },
  { file: 'icon-maskable-512.png', svg: maskable, size: 512 },
  { file: 'apple-touch-icon.png', svg: square, size: 180 },
];

for (const { file, svg, size } of outputs) {
  const png = await sharp(Buffer.from(svg), { density: 144 })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  await writeFile(`${icons}/${file}`, png);
  console.log(`${file} ${png.length} bytes`);
}
await copyFile(`${icons}/icon.svg`, `${root}app/icon.svg`);
