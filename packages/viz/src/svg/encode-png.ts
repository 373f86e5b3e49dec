/**
 * @file A PNG writer for the small rasters of charts (PNG specification, third edition). Data is
 * stored, not compressed: a 28x28 image stays under two kilobytes and needs no library.
 */

/** What a palette image is made of. */
export interface PaletteImage {
  readonly columns: number;
  readonly rows: number;
  /** [rows * columns], row-major indices into the palette. */
  readonly indices: Uint8Array;
  /** Up to 256 colours, three bytes each. */
  readonly palette: Uint8Array;
}

const signature = [137, 80, 78, 71, 13, 10, 26, 10];

/** PNG file with an 8-bit palette. */
export function encodePalettePng(image: PaletteImage): Uint8Array {
  const palette = chunk('PLTE', image.palette);
  return encode(image.columns, image.rows, 3, 1, image.indices, palette);
}

/** PNG file with three bytes a pixel, [rows * columns * 3], row-major. */
export function encodeRgbPng(columns: number, rows: number, bytes: Uint8Array): Uint8Array {
  return encode(columns, rows, 2, 3, bytes, new Uint8Array());
}

function encode(
  columns: number,
  rows: number,
  colorType: number,
  channels: number,
  bytes: Uint8Array,
  palette: Uint8Array,
): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, columns);
  view.setUint32(4, rows);
  header.set([8, colorType, 0, 0, 0], 8);
  const stride = columns * channels;
  // Each row starts with its filter: 0, none.
  const scanlines = new Uint8Array(rows * (stride + 1));
  for (let row = 0; row < rows; row++) {
    scanlines.set(bytes.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  }
  return concat([
    Uint8Array.from(signature),
    chunk('IHDR', header),
    palette,
    chunk('IDAT', storeZlib(scanlines)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Zlib stream (RFC 1950) of stored blocks (RFC 1951, section 3.2.4). */
function storeZlib(data: Uint8Array): Uint8Array {
  const largest = 0xffff;
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let start = 0; start < data.length; start += largest) {
    const block = data.subarray(start, start + largest);
    const last = start + largest >= data.length ? 1 : 0;
    const { length } = block;
    parts.push(
      Uint8Array.of(last, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255),
      block,
    );
  }
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  parts.push(Uint8Array.of(b >> 8, b & 255, a >> 8, a & 255));
  return concat(parts);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
