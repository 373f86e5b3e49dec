/**
 * @file What a PNG file promises (W3C PNG, third edition, sections 5 and 11), checked before the
 * decoder, which unpacks whatever it is given, sees the file.
 */
import { Unzlib } from 'fflate';
import { concatenate } from '../bytes/concatenate.js';
import { DatasetError } from '../dataset-error.js';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether the bytes begin as PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colorType: number;
  readonly isInterlaced: boolean;
}

const indexed = 3;

/** Samples a pixel by colour type: grey, RGB, indexed, grey with alpha, RGBA. */
const samplesByColorType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Checks the size that the header states and that the image data unpacks to exactly that.
 *
 * @returns The file with the chunks that shape its pixels and no others, which could unpack to any
 * size or, like a palette beside true colour, mislead.
 * @throws DatasetError `corrupt` or `too-large`.
 */
export function trimPng(bytes: Uint8Array, maxPixels: number, where: string): Uint8Array {
  const fail: Fail = (expected, got, code = 'corrupt') => {
    throw new DatasetError(code, { where, expected, got, path: where });
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(view, maxPixels, fail);
  const used = ['IHDR', 'IDAT', 'IEND', ...(header.colorType === indexed ? ['PLTE', 'tRNS'] : [])];
  const kept = [bytes.subarray(0, signature.length)];
  const packed: Uint8Array[] = [];
  let type = '';
  for (let offset = signature.length; type !== 'IEND';) {
    if (offset + 12 > bytes.length) fail('an IEND chunk at the end', 'a file that is cut short');
    const end = offset + 12 + view.getUint32(offset);
    type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    if (end > bytes.length) fail(`all of chunk ${type}`, 'a file that is cut short');
    if (used.includes(type)) kept.push(bytes.subarray(offset, end));
    if (type === 'IDAT') packed.push(bytes.subarray(offset + 8, end - 4));
    offset = end;
  }
  requireUnpacked(packed, unpackedLength(header), fail);
  return concatenate(kept);
}

type Fail = (expected: string, got: string, code?: 'corrupt' | 'too-large') => never;

function readHeader(view: DataView, maxPixels: number, fail: Fail): Header {
  const ihdr = 0x49484452;
  if (view.byteLength < 33 || view.getUint32(8) !== 13 || view.getUint32(12) !== ihdr) {
    return fail('an IHDR chunk of 13 bytes first', 'none');
  }
  const header = {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: view.getUint8(24),
    colorType: view.getUint8(25),
    isInterlaced: view.getUint8(28) === 1,
  };
  const { width, height, depth, colorType } = header;
  if (width === 0 || height === 0 || width * height > maxPixels) {
    const code = width * height > maxPixels ? 'too-large' : 'corrupt';
    return fail(`an image of 1 to ${maxPixels} pixels`, `${width} x ${height}`, code);
  }
  if (![1, 2, 4, 8, 16].includes(depth) || samplesByColorType[colorType] === undefined) {
    return fail('a known depth and colour type', `depth ${depth}, colour type ${colorType}`);
  }
  // The decoder mixes such pixels up instead of refusing them.
  if (header.isInterlaced && depth < 8) {
    return fail('at least 8 bits a sample in an interlaced image', `${depth}`);
  }
  return header;
}

/** Origin and step of Adam7's seven passes, [x, y, stepX, stepY]. */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Each row of each pass: one filter byte, then its samples packed into bytes. */
function unpackedLength({ width, height, depth, colorType, isInterlaced }: Header): number {
  const bits = depth * samplesByColorType[colorType]!;
  const passes = isInterlaced ? adam7 : ([[0, 0, 1, 1]] as const);
  let length = 0;
  for (const [x, y, stepX, stepY] of passes) {
    const columns = Math.ceil((width - x) / stepX);
    const rows = Math.ceil((height - y) / stepY);
    if (columns > 0 && rows > 0) length += rows * (1 + Math.ceil((columns * bits) / 8));
  }
  return length;
}

function requireUnpacked(packed: readonly Uint8Array[], expected: number, fail: Fail): void {
  let unpacked = 0;
  const unzip = new Unzlib((chunk) => {
    unpacked += chunk.length;
  });
  // Deflate grows at most 1032 times, so a piece of 4 KiB unpacks to a few MiB before the check.
  const piece = 4096;
  for (const part of packed) {
    for (let start = 0; start < part.length && unpacked <= expected; start += piece) {
      unzip.push(part.subarray(start, start + piece), false);
    }
  }
  if (unpacked !== expected) {
    const got = unpacked > expected ? 'more' : `${unpacked}`;
    fail(`${expected} bytes of unpacked image data`, got);
  }
}
