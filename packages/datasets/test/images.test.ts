import fc from 'fast-check';
import { type DecodedPng, encode as encodePng } from 'fast-png';
import { zlibSync } from 'fflate';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { DatasetError } from '@manabi/datasets';
import {
  decodeImage,
  explainDigit,
  prepareDigit,
  resizeImage,
  toColor,
  toGrey,
} from '@manabi/datasets/images';

function png(
  width: number,
  height: number,
  channels: number,
  data: number[],
  depth = 8,
): Uint8Array {
  const samples = depth === 16 ? Uint16Array.from(data) : Uint8Array.from(data);
  return encodePng({ width, height, channels, data: samples, depth: depth as DecodedPng['depth'] });
}

/** A PNG file from raw chunks, for what no encoder writes. */
function rawPng(chunks: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const parts = chunks.flatMap(([type, data]) => {
    const body = Uint8Array.of(...new TextEncoder().encode(type), ...data);
    return [uint32(data.length), body, uint32(crc32(body))];
  });
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Uint8Array.from([signature, ...parts].flatMap((part) => [...part]));
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** CRC-32 by its definition (PNG, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function header(width: number, height: number, depth: number, colorType: number, interlace = 0) {
  const bytes = [...uint32(width), ...uint32(height), depth, colorType, 0, 0, interlace];
  return ['IHDR', Uint8Array.from(bytes)] as const;
}

const end = ['IEND', new Uint8Array(0)] as const;

function message(bytes: Uint8Array, maxPixels?: number): string {
  try {
    decodeImage(bytes, { where: 'x.png', ...(maxPixels !== undefined && { maxPixels }) });
  } catch (error) {
    expect(error).toBeInstanceOf(DatasetError);
    return (error as DatasetError).message;
  }
  return 'no error';
}

describe('decodeImage of PNG', () => {
  it.each([
    ['grey', png(2, 1, 1, [0, 200]), 1, [0, 200]],
    ['16-bit grey', png(2, 1, 1, [0, 65535], 16), 1, [0, 255]],
    ['colour', png(1, 1, 3, [1, 2, 3]), 3, [1, 2, 3]],
    // Alpha 51 is 0.2: 0.2 * 100 + 0.8 * 255 = 224; 0.2 * 0 + 204 = 204; 0.2 * 255 + 204 = 255.
    ['colour on white', png(1, 1, 4, [100, 0, 255, 51]), 3, [224, 204, 255]],
    ['grey on white', png(1, 1, 2, [100, 51]), 1, [224]],
    [
      'black and white',
      rawPng([
        header(3, 2, 1, 0),
        ['IDAT', zlibSync(Uint8Array.of(0, 0b10100000, 0, 0b01000000))],
        end,
      ]),
      1,
      [255, 0, 255, 0, 255, 0],
    ],
    [
      'palette',
      rawPng([
        header(2, 1, 8, 3),
        ['PLTE', Uint8Array.of(9, 8, 7, 6, 5, 4)],
        ['IDAT', zlibSync(Uint8Array.of(0, 1, 0))],
        end,
      ]),
      3,
      [6, 5, 4, 9, 8, 7],
    ],
    [
      'colour with a suggested palette',
      rawPng([
        header(1, 1, 8, 2),
        ['PLTE', Uint8Array.of(9, 8, 7)],
        ['IDAT', zlibSync(Uint8Array.of(0, 1, 2, 3))],
        end,
      ]),
      3,
      [1, 2, 3],
    ],
  ])('reads %s', (_, bytes, channels, data) => {
    const image = decodeImage(bytes);
    expect(image.channels).toBe(channels);
    expect([...image.data]).toEqual(data);
  });

  const idat = (length: number) => ['IDAT', zlibSync(new Uint8Array(length))] as const;

  it.each([
    [
      'too many pixels',
      rawPng([header(5000, 5000, 8, 0), idat(1), end]),
      'expected an image of 1 to 16777216 pixels, got 5000 x 5000',
    ],
    ['no pixels', rawPng([header(0, 5, 8, 0), idat(1), end]), 'got 0 x 5'],
    [
      'a bomb',
      rawPng([header(10, 10, 8, 0), idat(50_000_000), end]),
      'expected 110 bytes of unpacked image data, got more',
    ],
    [
      'too little data',
      rawPng([header(10, 10, 8, 0), idat(100), end]),
      'expected 110 bytes of unpacked image data, got 100',
    ],
    ['no data', rawPng([header(10, 10, 8, 0), end]), 'got 0'],
    ['no end', rawPng([header(10, 10, 8, 0), idat(110)]), 'expected an IEND chunk at the end'],
    [
      'an unknown colour type',
      rawPng([header(10, 10, 8, 5), idat(110), end]),
      'got depth 8, colour type 5',
    ],
    [
      'another format',
      new TextEncoder().encode('GIF89a'),
      'expected a PNG or JPEG file, got another format; convert it first',
    ],
    [
      'a wrong checksum',
      png(2, 1, 1, [0, 200]).map((b, i, all) => (i === all.length - 20 ? b ^ 1 : b)),
      'x.png: expected',
    ],
  ])('refuses %s', (_, bytes, expected) => {
    expect(message(bytes)).toContain(expected);
    expect(message(bytes)).toMatch(/^x\.png: /);
  });

  it('does not unpack profiles and texts', () => {
    const profile = Uint8Array.of(
      ...new TextEncoder().encode('a\0\0'),
      ...zlibSync(new Uint8Array(5_000_000)),
    );
    const bytes = rawPng([
      header(1, 1, 8, 0),
      ['iCCP', profile],
      ['IDAT', zlibSync(Uint8Array.of(0, 7))],
      end,
    ]);
    expect([...decodeImage(bytes).data]).toEqual([7]);
  });
});

describe('decodeImage of JPEG', () => {
  const flat = jpeg.encode(
    { width: 16, height: 8, data: new Uint8Array(16 * 8 * 4).fill(100) },
    100,
  ).data;

  it('reads colour', () => {
    const image = decodeImage(flat);
    expect([image.width, image.height, image.channels]).toEqual([16, 8, 3]);
    for (const value of image.data) expect(Math.abs(value - 100)).toBeLessThanOrEqual(1);
  });

  it('refuses too many pixels and a file that is cut short', () => {
    expect(message(flat, 100)).toBe('x.png: expected an image of 1 to 100 pixels, got more');
    expect(message(flat.subarray(0, flat.length / 2))).toContain('x.png: expected an intact JPEG');
  });
});

describe('decodeImage of what it refuses', () => {
  const jpegFile = jpeg.encode({ width: 8, height: 8, data: new Uint8Array(256) }, 80).data;

  it.each([
    ['a text', new TextEncoder().encode('GIF89a'), 'unsupported'],
    ['a large PNG', png(20, 10, 1, Array<number>(200).fill(0)), 'too-large'],
    ['a large JPEG', jpegFile, 'too-large'],
    ['a PNG that is cut short', png(5, 2, 1, Array<number>(10).fill(0)).subarray(0, 40), 'corrupt'],
  ])('tells %s by its code', (_, bytes, code) => {
    expect(() => decodeImage(bytes, { maxPixels: 50 })).toThrow(expect.objectContaining({ code }));
  });
});

describe('decodeImage of hostile bytes', () => {
  it('answers any damage with an image or a DatasetError', () => {
    const files = [
      png(
        5,
        4,
        3,
        Array.from({ length: 60 }, (_, i) => i * 4),
      ),
      new Uint8Array(
        jpeg.encode({ width: 8, height: 8, data: new Uint8Array(256).fill(90) }, 80).data,
      ),
    ];
    const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...files), damage, fc.nat(40), (file, changes, cut) => {
        const bytes = file.slice(0, cut < 20 ? file.length : file.length - cut);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        try {
          const { width, height, channels, data } = decodeImage(bytes, { maxPixels: 10_000 });
          expect(data).toHaveLength(width * height * channels);
        } catch (error) {
          expect(error).toBeInstanceOf(DatasetError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('toGrey and toColor', () => {
  it('weighs channels by BT.601 and repeats grey', () => {
    const color = {
      width: 2,
      height: 1,
      channels: 3,
      data: Uint8Array.of(255, 0, 0, 0, 0, 255),
    } as const;
    // 0.299 * 255 = 76.2; 0.114 * 255 = 29.1.
    expect([...toGrey(color).data]).toEqual([76, 29]);
    expect([...toColor(toGrey(color)).data]).toEqual([76, 76, 76, 29, 29, 29]);
    expect(toColor(color)).toBe(color);
  });
});

describe('resizeImage', () => {
  const row = (...values: number[]) =>
    ({ width: values.length, height: 1, channels: 1, data: Uint8Array.from(values) }) as const;

  it('averages under a triangle when it shrinks', () => {
    // Output 0 lies at 1 between inputs at 0.5, 1.5, 2.5 with weights .75, .75, .25 of 1.75.
    expect([...resizeImage(row(0, 70, 140, 210), 2, 1).data]).toEqual([50, 160]);
  });

  it('interpolates when it grows', () => {
    // Outputs at 0.25, 0.75, 1.25, 1.75 between inputs at 0.5 and 1.5.
    expect([...resizeImage(row(0, 100), 4, 1).data]).toEqual([0, 25, 75, 100]);
  });

  it('keeps a flat image flat and channels apart at any size', () => {
    const sizes = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(sizes, sizes, sizes, sizes, (width, height, toWidth, toHeight) => {
        const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => 40 * (i % 3));
        const resized = resizeImage({ width, height, channels: 3, data }, toWidth, toHeight);
        expect(resized.data).toHaveLength(toWidth * toHeight * 3);
        resized.data.forEach((value, i) => {
          expect(value).toBe(40 * (i % 3));
        });
      }),
    );
  });

  it('refuses a size below one pixel', () => {
    expect(() => resizeImage(row(1), 0, 1)).toThrow(
      'resizeImage: width: expected a whole number of pixels, got 0',
    );
  });
});

describe('prepareDigit', () => {
  /** A canvas of zeros with a filled rectangle. */
  function rectangle(size: number, left: number, top: number, width: number, height: number) {
    const data = new Uint8Array(size * size);
    for (let y = top; y < top + height; y++)
      data.fill(255, y * size + left, y * size + left + width);
    return { data, width: size, height: size };
  }

  it('fits the longer side into 20 pixels, keeps the aspect, and centres the mass', () => {
    const digit = prepareDigit(rectangle(280, 30, 7, 100, 200));
    for (let y = 0; y < 28; y++) {
      for (let x = 0; x < 28; x++) {
        const inside = x >= 10 && x < 20 && y >= 5 && y < 25;
        expect(digit[y * 28 + x]).toBe(inside ? 255 : 0);
      }
    }
  });

  it('keeps the mean of what it averages', () => {
    // A 40 x 40 chequerboard of 255 and 0: every 2 x 2 block has mean 127.5.
    const data = Uint8Array.from({ length: 1600 }, (_, i) => ((i + Math.floor(i / 40)) % 2) * 255);
    const digit = prepareDigit({ data, width: 40, height: 40 });
    expect(new Set(digit)).toEqual(new Set([0, 128]));
  });

  it('keeps all ink of a drawing whose mass is at one end', () => {
    // A bar at the top and one faint pixel far below: centring the bar would push the pixel out.
    const data = new Uint8Array(100);
    data.fill(255, 0, 10);
    data[90] = 255;
    const digit = prepareDigit({ data, width: 10, height: 10 });
    const rows = Array.from({ length: 28 }, (_, y) => digit.subarray(y * 28, (y + 1) * 28));
    const inked = rows.map((row) => row.some((value) => value > 0));
    // The bar covers two rows and the pixel two, 20 rows apart, against the lower edge.
    expect(inked.map((yes, y) => (yes ? y : -1)).filter((y) => y >= 0)).toEqual([8, 9, 26, 27]);
  });

  it('moves the centre of mass to the middle of pixel 14, within half a pixel, where no edge is in the way', () => {
    const edge = Array.from({ length: 28 }, (_, i) => [i, 27 * 28 + i, i * 28, i * 28 + 27]).flat();
    fc.assert(
      fc.property(fc.array(fc.nat(99), { minLength: 12, maxLength: 60 }), (ink) => {
        const data = new Uint8Array(100);
        for (const at of ink) data[at] = 255;
        const digit = prepareDigit({ data, width: 10, height: 10 });
        fc.pre(edge.every((at) => digit[at] === 0));
        let mass = 0;
        let momentX = 0;
        let momentY = 0;
        digit.forEach((value, i) => {
          mass += value;
          momentX += value * ((i % 28) + 0.5);
          momentY += value * (Math.floor(i / 28) + 0.5);
        });
        // Half a pixel, and the rounding of the bytes.
        expect(Math.abs(momentX / mass - 14.5)).toBeLessThan(0.52);
        expect(Math.abs(momentY / mass - 14.5)).toBeLessThan(0.52);
      }),
    );
  });

  it('explains its steps: the crop, the place of the 20 pixels, the centre of mass', () => {
    const image = rectangle(280, 30, 7, 100, 200);
    const steps = explainDigit(image)!;
    expect(steps.digit).toEqual(prepareDigit(image));
    expect(steps.crop).toEqual({ left: 30, top: 7, width: 100, height: 200 });
    expect(steps.place).toEqual({ left: 10, top: 5, width: 10, height: 20 });
    // A flat rectangle balances in its middle; whole pixels put that at 15, not at 14.5.
    expect(steps.mass).toEqual({ x: 15, y: 15 });
    expect(explainDigit(rectangle(28, 0, 0, 0, 0))).toBeUndefined();
  });

  it('returns zeros without ink', () => {
    expect(prepareDigit(rectangle(28, 0, 0, 0, 0))).toEqual(new Uint8Array(784));
  });
});
