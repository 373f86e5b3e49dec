import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DatasetError,
  batches,
  fillBatch,
  gatherBatch,
  selectExamples,
  shuffledIndices,
  stratifiedSplit,
} from '@manabi/datasets';
import { toyDataset } from './toy-dataset.js';

const seeds = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const ascending = (n: number): number[] => Array.from({ length: n }, (_, index) => index);

describe('shuffledIndices', () => {
  it('holds every index exactly once', () => {
    fc.assert(
      fc.property(fc.nat(300), seeds, fc.nat(50), (n, seed, epoch) => {
        expect([...shuffledIndices(n, seed, epoch)].sort((a, b) => a - b)).toEqual(ascending(n));
      }),
    );
  });

  it('repeats for the same arguments and differs between epochs and seeds', () => {
    const order = shuffledIndices(100, 7, 3);
    expect(shuffledIndices(100, 7, 3)).toEqual(order);
    expect(shuffledIndices(100, 7, 4)).not.toEqual(order);
    expect(shuffledIndices(100, 8, 3)).not.toEqual(order);
    expect(shuffledIndices(100, 7 + 2 ** 32, 3)).not.toEqual(order);
  });

  it('reaches all six orders of three examples about equally often', () => {
    const counts = new Map<string, number>();
    for (let epoch = 1; epoch <= 6000; epoch++) {
      const order = shuffledIndices(3, 1, epoch).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Binomial(6000, 1/6) has deviation 28.9; five of them hold for any honest generator.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(145);
  });

  it('refuses a seed that is no whole number', () => {
    expect(() => shuffledIndices(3, 0.5, 1)).toThrow('seed: expected a whole number, got 0.5');
    expect(() => shuffledIndices(-1, 1, 1)).toThrow(DatasetError);
  });
});

describe('stratifiedSplit', () => {
  const labels = fc.array(fc.nat(4), { maxLength: 120 });
  const fractions = fc.double({ min: 0, max: 1, noNaN: true });

  it('holds every index exactly once, ascending, and round(n * fraction) of them out', () => {
    fc.assert(
      fc.property(labels, fractions, seeds, (labels, fraction, seed) => {
        const split = stratifiedSplit({ labels: Uint8Array.from(labels) }, { fraction, seed });
        const indices = [...split.train, ...split.heldOut];
        expect(indices.sort((a, b) => a - b)).toEqual(ascending(labels.length));
        expect(split.heldOut).toHaveLength(Math.round(labels.length * fraction));
        expect([...split.heldOut]).toEqual([...split.heldOut].sort((a, b) => a - b));
        expect([...split.train]).toEqual([...split.train].sort((a, b) => a - b));
      }),
    );
  });

  it('gives each class its share to within one example', () => {
    fc.assert(
      fc.property(labels, fractions, seeds, (labels, fraction, seed) => {
        const split = stratifiedSplit({ labels: Uint8Array.from(labels) }, { fraction, seed });
        for (let label = 0; label < 5; label++) {
          const size = labels.filter((l) => l === label).length;
          const held = [...split.heldOut].filter((index) => labels[index] === label).length;
          expect(Math.abs(held - size * fraction)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('depends on the seed', () => {
    const labels = Uint8Array.from({ length: 100 }, (_, i) => i % 3);
    const heldOut = (seed: number) => stratifiedSplit({ labels }, { fraction: 0.3, seed }).heldOut;
    expect(heldOut(1)).toEqual(heldOut(1));
    expect(heldOut(1)).not.toEqual(heldOut(2));
  });

  it('refuses a fraction outside [0, 1]', () => {
    expect(() => stratifiedSplit({ labels: new Uint8Array(2) }, { fraction: 10, seed: 1 })).toThrow(
      'stratifiedSplit: expected a fraction between 0 and 1, got 10; use 0.1 to hold out a tenth',
    );
  });
});

describe('batches', () => {
  it('keeps the order and a short last batch', () => {
    const cut = [...batches(Uint32Array.of(5, 4, 3, 2, 1), 2)].map((batch) => [...batch]);
    expect(cut).toEqual([[5, 4], [3, 2], [1]]);
  });

  it('refuses a batch size below 1', () => {
    expect(() => [...batches(new Uint32Array(1), 0)]).toThrow(
      'batches: expected a batch size of at least 1, got 0; use a whole number such as 32',
    );
  });
});

describe('selectExamples', () => {
  it('copies the named rows in the order asked for', () => {
    const part = selectExamples(toyDataset([0, 1, 2]), [2, 0, 2]);
    expect([...part.labels]).toEqual([2, 0, 2]);
    expect([...part.inputs]).toEqual([2, 253, 0, 255, 2, 253]);
    expect(part.inputs).toBeInstanceOf(Uint8Array);
  });

  it('refuses an index outside the set', () => {
    expect(() => selectExamples(toyDataset([0, 1]), [2])).toThrow(
      'selectExamples of "toy": expected an index in [0, 2), got 2',
    );
  });
});

describe('gatherBatch', () => {
  it('scales bytes to [0, 1]', () => {
    const { inputs, labels } = gatherBatch(toyDataset([0, 1, 2]), [0, 2]);
    expect(inputs).toEqual(Float32Array.of(0, 1, 2 / 255, 253 / 255));
    expect(labels).toEqual(Uint8Array.of(0, 2));
  });

  it('standardises by the last axis', () => {
    const dataset = {
      ...toyDataset([0, 1]),
      inputs: Float32Array.of(1, 10, 3, 30),
      inputShape: [2],
      normalization: { kind: 'standardize', mean: [2, 20], deviation: [1, 10] },
    } as const;
    expect([...gatherBatch(dataset, [1, 0]).inputs]).toEqual([1, 1, -1, -1]);
  });

  it('fills the start of larger buffers and leaves the rest', () => {
    const buffers = { inputs: new Float32Array(6).fill(-1), labels: new Int32Array(3).fill(-1) };
    fillBatch(toyDataset([0, 1, 2]), [1], buffers);
    expect([...buffers.labels]).toEqual([1, -1, -1]);
    expect([...buffers.inputs.subarray(2)]).toEqual([-1, -1, -1, -1]);
  });

  it('refuses inputs that are not as many as the labels say', () => {
    const dataset = { ...toyDataset([0, 1]), inputs: new Uint8Array(3) };
    expect(() => gatherBatch(dataset, [0])).toThrow(
      'fillBatch of "toy": expected inputs of 4 numbers, 2 for each of 2 labels, got 3',
    );
  });

  it.each([
    { mean: [0], deviation: [1] },
    { mean: [0, 0], deviation: [1, 0] },
  ])('refuses a normalisation that does not fit: %o', ({ mean, deviation }) => {
    const normalization = { kind: 'standardize', mean, deviation } as const;
    const dataset = { ...toyDataset([0, 1]), inputShape: [2], normalization };
    expect(() => gatherBatch(dataset, [0])).toThrow(
      'normalization of "toy": expected 2 means and 2 deviations above 0, as the last axis of [2]',
    );
  });

  it('refuses buffers that are too small and an index outside the set', () => {
    const buffers = { inputs: new Float32Array(3), labels: new Uint8Array(2) };
    expect(() => {
      fillBatch(toyDataset([0, 1]), [0, 1], buffers);
    }).toThrow(
      'fillBatch of "toy": expected room for 2 examples of 2 numbers, got 3 inputs and 2 labels',
    );
    expect(() => gatherBatch(toyDataset([0, 1]), [7])).toThrow(
      'expected an index in [0, 2), got 7',
    );
  });
});
