import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePalettePng, encodeRgbPng } from './encode-png.js';

/** Chunks of a PNG, checked with zlib's own CRC. */
function chunks(png: Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(png);
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const found = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    found.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += length + 12;
  }
  return found;
}

describe('PNG', () => {
  it('keeps palette indices, row by row', () => {
    const indices = Uint8Array.of(0, 1, 2, 2, 1, 0);
    const palette = Uint8Array.of(0, 0, 0, 128, 128, 128, 255, 255, 255);
    const found = chunks(encodePalettePng({ columns: 3, rows: 2, indices, palette }));
    expect([...found.get('IHDR')!]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
    expect([...found.get('PLTE')!]).toEqual([...palette]);
    expect([...inflateSync(found.get('IDAT')!)]).toEqual([0, 0, 1, 2, 0, 2, 1, 0]);
  });

  it('keeps colours, also of images larger than one stored block of 65,535 bytes', () => {
    const [columns, rows] = [200, 150];
    const bytes = Uint8Array.from({ length: columns * rows * 3 }, (_, i) => (i * 7) % 256);
    const lines = inflateSync(chunks(encodeRgbPng(columns, rows, bytes)).get('IDAT')!);
    expect(lines).toHaveLength(rows * (columns * 3 + 1));
    const second = lines.subarray(601 + 1, 601 + 601);
    expect(second.equals(Buffer.from(bytes.subarray(600, 1200)))).toBe(true);
  });
});
