// Draws color.png and outline.png: a rail that rises, on three posts. Run it after changing the mark:
//   node manifests/teams/draw-icons.mjs [SIZE FOLDER]
// Microsoft asks for 192×192 in full colour without transparency, the mark within the middle two thirds (Teams
// rounds the corners), and for 32×32 in white on nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

/** Strokes in a square of 32 units, as in the console's icon.svg: from, until, width. */
const rail = [[6, 24, 26, 10, 3.4]];
const posts = [
  [10, 21.4, 10, 27, 2.2],
  [16, 17.2, 16, 27, 2.2],
  [22, 13, 22, 27, 2.2],
];

const green = [23, 98, 79];
const deepGreen = [15, 74, 60];
const white = [255, 255, 255];
const mint = [191, 227, 213];

/** How far a point is inside a stroke with round ends; negative outside. */
function depth([x1, y1, x2, y2, width], x, y) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return width / 2 - Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

/** How much of the pixel around a point the strokes cover, from 0 to 1. `pixel` is its size in units. */
function cover(strokes, [x, y], pixel) {
  const deepest = Math.max(...strokes.map(stroke => depth(stroke, x, y)));
  return Math.min(1, Math.max(0, deepest / pixel + 0.5));
}

function mix(under, over, share) {
  return under.map((value, index) => value + (over[index] - value) * share);
}

/** The whole square in green, the mark in its middle. */
function colorPixel(x, y, pixel) {
  const scale = 1.3;
  const at = [16 + (x - 16) * scale, 17.6 + (y - 16) * scale];
  const ground = mix(green, deepGreen, y / 32);
  const posted = mix(ground, mint, cover(posts, at, pixel * scale));
  return [...mix(posted, white, cover(rail, at, pixel * scale)), 255];
}

/** The same mark for 32 pixels: its posts stand on whole pixels, so that they are sharp. */
const outline = [
  [4.5, 22.5, 27.5, 6.5, 3.6],
  [9, 19, 9, 26, 2],
  [16, 15, 16, 26, 2],
  [23, 10, 23, 26, 2],
];

function outlinePixel(x, y, pixel) {
  return [...white, 255 * cover(outline, [x, y], pixel)];
}

function png(size, pixelAt) {
  const unit = 32 / size;
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.from([
      0,
      ...Array.from({ length: size }, (_, column) =>
        pixelAt((column + 0.5) * unit, (row + 0.5) * unit, unit).map(Math.round),
      ).flat(),
    ]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits of red, green, blue and alpha.
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

const [big, folder = fileURLToPath(new URL('.', import.meta.url))] = process.argv.slice(2);
writeFileSync(join(folder, 'color.png'), png(Number(big ?? 192), colorPixel));
writeFileSync(join(folder, 'outline.png'), png(Number(big ?? 32), outlinePixel));
