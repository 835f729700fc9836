import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue, opacity, each from 0 to 255. */
type Colour = readonly [number, number, number, number];

const BRAND: Colour = [0x4f, 0x52, 0xb2, 255];
const WHITE: Colour = [255, 255, 255, 255];
const CLEAR: Colour = [255, 255, 255, 0];
/** Each pixel is looked at in this many places across and down, so that edges are smooth. */
const SAMPLES = 4;

type Point = readonly [number, number];

/** A tick in an open ring, in a square of side 1. Only what lies inside the square's middle two thirds is drawn on. */
function isMark([x, y]: Point, stroke: number, radius: number): boolean {
  const tick = Math.min(
    distanceToLine([x, y], [0.5 - radius * 0.46, 0.5 + radius * 0.02], [0.5 - radius * 0.1, 0.5 + radius * 0.38]),
    distanceToLine([x, y], [0.5 - radius * 0.1, 0.5 + radius * 0.38], [0.5 + radius * 0.92, 0.5 - radius * 0.72]),
  );
  if (tick <= stroke / 2) return true;
  const angle = Math.atan2(0.5 - y, x - 0.5);
  // The ring is open at the top right, where the tick leaves it.
  const isOpen = angle > 0.12 && angle < 1.15;
  return !isOpen && Math.abs(Math.hypot(x - 0.5, y - 0.5) - radius) <= stroke / 2;
}

function distanceToLine([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const share = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX ** 2 + alongY ** 2);
  const clamped = Math.max(0, Math.min(1, share));
  return Math.hypot(x - fromX - clamped * alongX, y - fromY - clamped * alongY);
}

type Look = {
  /** In pixels. */
  readonly side: number;
  readonly ground: Colour;
  /** Widths as shares of the side. */
  readonly stroke: number;
  readonly radius: number;
};

/** A square PNG. */
export function drawIcon({ side, ground, stroke, radius }: Look): Uint8Array {
  const rows = Buffer.alloc(side * (side * 4 + 1));
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const share = shareOfMark([column, row], side, (point) => isMark(point, stroke, radius));
      const colour = WHITE.map((value, channel) => Math.round(value * share + (ground[channel] ?? 0) * (1 - share)));
      // Each row begins with a byte that says how it was filtered: not at all.
      rows.set(colour, row * (side * 4 + 1) + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits a channel, red, green, blue and opacity.
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function shareOfMark([column, row]: Point, side: number, isDrawn: (point: Point) => boolean): number {
  let hits = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / side;
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / side;
    if (isDrawn([x, y])) hits += 1;
  }
  return hits / (SAMPLES * SAMPLES);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** The two icons that Teams asks for: in colour on the brand, and a white outline on nothing. */
export const icons = {
  'color.png': () => drawIcon({ side: 192, ground: BRAND, stroke: 0.062, radius: 0.25 }),
  'outline.png': () => drawIcon({ side: 32, ground: CLEAR, stroke: 0.085, radius: 0.38 }),
};

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../../manifest/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, draw] of Object.entries(icons)) writeFileSync(join(folder, name), draw());
}
