import type { Conv2dTerms } from '@manabi/models';
import { describe, expect, it } from 'vitest';
import { offeredIndices } from './input/offered-examples.js';
import { fitted } from './input/read-image.js';
import { above, pathOf, readLevel, type Level } from './levels/level.js';
import type { Column } from './network/columns.js';
import { imagePlaces, indexOfPlace, placeOfIndex } from './network/flat-index.js';
import { shownConvolution } from './numbers/shown-sums.js';
import { strongest } from './numbers/strongest.js';
import { explorerSchema } from './state.js';

/** Whole units of the last digit shown. */
const units = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + Math.round(value * 10_000), 0);

describe('the strongest terms of a sum', () => {
  it('are those of largest size, of equal ones the earlier first', () => {
    expect(strongest([1, -3, 2, 3, 0, -2, 2], 4)).toEqual([1, 3, 2, 5]);
    expect(strongest([1, -3, 2], 5)).toEqual([1, 2, 0]);
    expect(strongest([], 5)).toEqual([]);
  });

  it('are some also where no term is a number', () => {
    expect(strongest([NaN, NaN, NaN], 2)).toEqual([0, 1]);
  });
});

describe('a convolution as it is shown', () => {
  it('adds up to the last digit, for any numbers', () => {
    for (let trial = 0; trial < 50; trial++) {
      const number = (i: number) => Math.sin(trial * 31 + i * i + 1) * 3;
      const channels = Array.from({ length: 1 + (trial % 5) }, (_, c) => {
        const terms = Array.from({ length: 9 }, (_, i) => {
          const [input, weight] = [number(9 * c + i), number(100 + 9 * c + i) / 7];
          return { row: 0, column: 0, padding: false, input, weight, product: input * weight };
        });
        return { terms, sum: terms.reduce((sum, { product }) => sum + product, 0) };
      });
      const bias = number(500) / 10;
      const sum = channels.reduce((total, channel) => total + channel.sum, bias);
      const terms: Conv2dTerms = { channels, bias, sum };
      const shown = shownConvolution(terms);
      expect(shown.sum).toBe(Number(sum.toFixed(4)));
      expect(units([...shown.channels.map((one) => one.sum), shown.bias])).toBe(units([shown.sum]));
      shown.channels.forEach((channel, c) => {
        expect(units(channel.products)).toBe(units([channel.sum]));
        channel.products.forEach((product, i) => {
          const exact = channels[c]!.terms[i]!.product;
          expect(Math.abs(product - exact)).toBeLessThan(0.000_101);
        });
      });
    }
  });
});

describe('a row of numbers', () => {
  it('is walked map by map, then column by column, then row by row', () => {
    const shape = [3, 4, 5];
    const places = Array.from({ length: 60 }, (_, i) => placeOfIndex(shape, i));
    expect(places[1]).toEqual({ row: 0, column: 0, channel: 1 });
    expect(places[5]).toEqual({ row: 0, column: 1, channel: 0 });
    expect(places[20]).toEqual({ row: 1, column: 0, channel: 0 });
    expect(places.map((place) => indexOfPlace(shape, place))).toEqual(places.map((_, i) => i));
  });
});

const column = (name: string, shape: readonly number[], type?: string) =>
  ({ name, shape, layer: type === undefined ? undefined : { type } }) as unknown as Column;
const columns = [
  column('input', [28, 28, 1]),
  column('conv1', [26, 26, 8], 'conv2d'),
  column('flatten1', [5408], 'flatten'),
  column('dense1', [10], 'dense'),
];

describe('levels in the address', () => {
  it('come back as they were written', () => {
    const levels: readonly Level[] = [
      { kind: 'overview' },
      { kind: 'layer', column: 1, map: 5 },
      { kind: 'cell', column: 1, map: 5 },
      { kind: 'layer', column: 3, map: 9 },
    ];
    for (const level of levels) {
      expect(readLevel(['cnn', ...pathOf(level, columns)], columns)).toEqual(level);
    }
  });

  it('take what the network has of an address that asks for more', () => {
    expect(readLevel(['cnn', 'conv7', '1'], columns)).toEqual({ kind: 'overview' });
    expect(readLevel(['cnn', 'conv1', '99', 'cell'], columns)).toEqual({
      ...{ kind: 'cell', column: 1, map: 7 },
    });
    expect(readLevel(['cnn', 'conv1', 'x'], columns)).toEqual({ kind: 'layer', column: 1, map: 0 });
    // A dense unit has no cells.
    expect(readLevel(['cnn', 'dense1', '2', 'cell'], columns)).toMatchObject({ kind: 'layer' });
  });

  it('lead up one by one', () => {
    const cell = { kind: 'cell', column: 1, map: 5 } as const;
    expect(above(cell)).toEqual({ ...cell, kind: 'layer' });
    expect(above({ ...cell, kind: 'layer' })).toEqual({ kind: 'overview' });
    expect(above({ kind: 'overview' })).toBeUndefined();
  });

  it('find the maps behind a row of numbers', () => {
    expect(imagePlaces(columns, 2)).toEqual({ name: 'conv1', shape: [26, 26, 8] });
    expect(imagePlaces(columns, 3)).toBeUndefined();
  });
});

describe('examples on offer', () => {
  const labels = Uint8Array.from({ length: 100 }, (_, i) => i % 10);
  const predicted = Int32Array.from(labels, (label, i) => (i === 42 ? 7 : label));

  it('are those of a class, those answered wrongly, or the first ones', () => {
    expect(offeredIndices(3, labels, undefined, 0)).toEqual(
      Array.from({ length: 10 }, (_, i) => 10 * i + 3),
    );
    expect(offeredIndices('wrong', labels, predicted, 0)).toEqual([42]);
    expect(offeredIndices('wrong', labels, undefined, 0)).toEqual([]);
    expect(offeredIndices('all', labels, predicted, 5)).toHaveLength(24);
    expect(offeredIndices('all', undefined, predicted, 5)).toEqual([]);
  });

  it('hold the chosen one', () => {
    expect(offeredIndices('all', labels, undefined, 77)[0]).toBe(77);
  });

  it('are written into the address as a word or a class', () => {
    const { offer } = explorerSchema;
    for (const value of ['all', 'wrong', 7] as const) {
      expect(offer.read(offer.write(value))).toBe(value);
    }
    expect(offer.read('many')).toBeUndefined();
    expect(explorerSchema.run.read('../other')).toBeUndefined();
  });
});

describe('a picture of the reader’s', () => {
  const size = { rows: 3, columns: 3, channels: 1 };
  const rgba = (pixel: (i: number) => readonly number[]) =>
    Array.from({ length: 9 }, (_, i) => [...pixel(i), 255]).flat();

  it('becomes bright on dark when it is dark on paper', () => {
    const { bytes, inverted } = fitted(
      rgba((i) => (i === 4 ? [0, 0, 0] : [255, 255, 255])),
      size,
    );
    expect(inverted).toBe(true);
    expect([...bytes]).toEqual([0, 0, 0, 0, 255, 0, 0, 0, 0]);
  });

  it('keeps its brightness when its rim is dark', () => {
    const { bytes, inverted } = fitted(
      rgba((i) => (i === 4 ? [255, 0, 0] : [0, 0, 0])),
      size,
    );
    expect(inverted).toBe(false);
    // 0.299 * 255
    expect(bytes[4]).toBe(76);
  });

  it('keeps its colours where the network reads three channels', () => {
    const { bytes } = fitted(
      rgba((i) => [i, 2 * i, 3 * i]),
      { ...size, channels: 3 },
    );
    expect([...bytes.subarray(3, 9)]).toEqual([1, 2, 3, 2, 4, 6]);
  });
});
