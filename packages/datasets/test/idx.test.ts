import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatasetError, encodeIdx, idxDataset, parseIdx } from '@manabi/datasets';

/** [2, 1, 3] unsigned bytes, written by hand from the format's description. */
const file = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 10, 20, 30, 40, 50, 60);

describe('parseIdx', () => {
  it('reads shape and bytes', () => {
    const { shape, data } = parseIdx(file, 'a');
    expect(shape).toEqual([2, 1, 3]);
    expect([...data]).toEqual([10, 20, 30, 40, 50, 60]);
  });

  it('reads back what encodeIdx wrote, from any offset in memory', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shapes, fc.nat(7), fc.nat(255), (shape, offset, start) => {
        const length = shape.reduce((product, extent) => product * extent, 1);
        const data = Uint8Array.from({ length }, (_, i) => (start + 7 * i) % 256);
        const bytes = encodeIdx({ shape, data });
        const moved = new Uint8Array(bytes.length + offset).subarray(offset);
        moved.set(bytes);
        expect(parseIdx(moved, 'a')).toEqual({ shape, data });
      }),
    );
    expect(encodeIdx({ shape: [2, 1, 3], data: file.subarray(16) })).toEqual(file);
  });

  it.each([
    ['nothing', new Uint8Array(0), 'two zero bytes, got an empty file'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'two zero bytes, got 1f 8b 08 00'],
    ['floats', file.with(2, 13), 'expected IDX type 8 (unsigned bytes), got type 13'],
    ['no dimension', Uint8Array.of(0, 0, 8, 0), 'expected at least one dimension, got none'],
    ['half a header', file.subarray(0, 9), 'expected a header of 16 bytes, got a file of 9 bytes'],
    [
      'missing bytes',
      file.subarray(0, 20),
      '22 bytes for shape [2, 1, 3], got 20 bytes, which is cut short',
    ],
    [
      'trailing bytes',
      Uint8Array.of(...file, 0),
      '22 bytes for shape [2, 1, 3], got 23 bytes, which is too long',
    ],
    ['huge dimensions', file.with(4, 255).with(8, 255), 'which is cut short'],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => parseIdx(bytes, 'train-images')).toThrow(message);
    expect(() => parseIdx(bytes, 'train-images')).toThrow(/^train-images: /);
  });

  it('answers any bytes with an array or a DatasetError', () => {
    const header = fc.tuple(fc.constant([0, 0]), fc.uint8Array({ maxLength: 40 }));
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      header.map(([zeros, rest]) => Uint8Array.of(...zeros, ...rest)),
      fc.tuple(fc.nat(21), fc.nat(255)).map(([at, value]) => file.with(at, value)),
    );
    fc.assert(
      fc.property(hostile, (bytes) => {
        try {
          const { shape, data } = parseIdx(bytes, 'a');
          expect(data.length).toBe(shape.reduce((product, extent) => product * extent, 1));
        } catch (error) {
          expect(error).toBeInstanceOf(DatasetError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('encodeIdx', () => {
  it('refuses data that does not fill the shape', () => {
    expect(() => encodeIdx({ shape: [2, 2], data: new Uint8Array(3) })).toThrow(
      'encodeIdx: expected 4 bytes for shape [2, 2], got 3 bytes',
    );
  });
});

describe('idxDataset', () => {
  const images = (...shape: number[]) => ({
    path: 'images',
    bytes: encodeIdx({ shape, data: new Uint8Array(shape.reduce((a, b) => a * b, 1)) }),
  });
  const labels = (...data: number[]) => ({
    path: 'labels',
    bytes: encodeIdx({ shape: [data.length], data: Uint8Array.from(data) }),
  });

  it('reads three dimensions as grey and four as given, and names classes by number', () => {
    const grey = idxDataset({ name: 'a', images: images(2, 4, 5), labels: labels(0, 2) });
    expect(grey.inputShape).toEqual([4, 5, 1]);
    expect(grey.classNames).toEqual(['0', '1', '2']);
    const color = idxDataset({ name: 'a', images: images(2, 4, 5, 3), labels: labels(0, 2) });
    expect(color.inputShape).toEqual([4, 5, 3]);
  });

  it.each([
    ['two dimensions', images(2, 4), labels(0, 1), 'images: expected images of shape'],
    ['two channels', images(2, 4, 4, 2), labels(0, 1), 'got [2, 4, 4, 2]'],
    ['no pixels', images(2, 0, 4), labels(0, 1), 'got [2, 0, 4]'],
    [
      'fewer labels',
      images(2, 4, 4),
      labels(0),
      'labels: expected 2 labels, one for each image of images, got [1]',
    ],
    [
      'an unknown class',
      images(2, 4, 4),
      labels(0, 7),
      'labels: expected labels from 0 to 1, got label 7 at index 1',
    ],
  ])('refuses %s', (_, images, labels, message) => {
    expect(() => idxDataset({ name: 'a', images, labels, classNames: ['x', 'y'] })).toThrow(
      message,
    );
  });
});
