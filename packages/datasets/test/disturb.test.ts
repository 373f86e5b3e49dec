import {
  DatasetError,
  disturb,
  iris,
  selectExamples,
  syntheticDigits,
  type Dataset,
} from '@manabi/datasets';
import { describe, expect, it } from 'vitest';

/** Two images of 2x3 pixels. */
const tiny: Dataset = {
  name: 'tiny',
  inputShape: [2, 3, 1],
  inputs: Uint8Array.from([1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60]),
  labels: Uint8Array.from([0, 1]),
  classNames: ['a', 'b'],
  normalization: { kind: 'scale', factor: 1 / 255 },
};

describe('disturb', () => {
  it('moves each image by itself and fills with the background', () => {
    const { inputs } = disturb(tiny, { shift: [1, 0] });
    expect([...inputs]).toEqual([0, 1, 2, 0, 4, 5, 0, 10, 20, 0, 40, 50]);
    expect([...disturb(tiny, { shift: [-1, 1] }).inputs.subarray(0, 6)]).toEqual([
      0, 0, 0, 2, 3, 0,
    ]);
    expect([...disturb(tiny, { shift: [3, 0] }).inputs]).toEqual(new Array(12).fill(0));
  });

  it('moves all channels of a pixel together', () => {
    const colored = { ...tiny, inputShape: [1, 2, 3], inputs: tiny.inputs.subarray(0, 6) };
    const { inputs } = disturb({ ...colored, labels: Uint8Array.of(0) }, { shift: [1, 0] });
    expect([...inputs]).toEqual([0, 0, 0, 1, 2, 3]);
  });

  it('adds noise up to its share of 255, the same for the same seed and index', () => {
    const { test } = syntheticDigits({ trainSize: 0, testSize: 30 });
    const noisy = disturb(test, { noise: 0.2 });
    const differences = Array.from(noisy.inputs, (value, i) => value - test.inputs[i]!);
    expect(Math.max(...differences)).toBe(51);
    expect(Math.min(...differences)).toBe(-51);
    expect(disturb(test, { noise: 0.2 }).inputs).toEqual(noisy.inputs);
    expect(disturb(test, { noise: 0.2, seed: 2 }).inputs).not.toEqual(noisy.inputs);
    expect(Math.max(...noisy.inputs)).toBe(255);
  });

  it('spoils a selected image as in its set, where the index is given', () => {
    const { test } = syntheticDigits({ trainSize: 0, testSize: 30 });
    const indices = [7, 2];
    const selected = disturb(selectExamples(test, indices), { noise: 0.2 }, indices);
    const whole = disturb(test, { noise: 0.2 });
    expect(selected.inputs).toEqual(selectExamples(whole, indices).inputs);
  });

  it('leaves images alone that nothing disturbs', () => {
    expect(disturb(tiny, {}).inputs).toEqual(tiny.inputs);
  });

  it('adds to features what a ruler adds, and noise of the same size either way', () => {
    const { test } = iris();
    const longer = disturb(test, { offset: 0.5 });
    expect([...longer.inputs]).toEqual([...test.inputs].map((cm) => Math.fround(cm + 0.5)));
    const noisy = disturb(test, { noise: 0.3 });
    const moves = Array.from(noisy.inputs, (value, i) => value - test.inputs[i]!);
    // 120 even draws: the largest of them lies within a tenth of the end.
    expect(Math.max(...moves)).toBeGreaterThan(0.27);
    expect(Math.min(...moves)).toBeLessThan(-0.27);
    expect(Math.max(...moves.map(Math.abs))).toBeLessThan(0.3 + 1e-6);
    const indices = [7, 2];
    expect(disturb(selectExamples(test, indices), { noise: 0.3 }, indices).inputs).toEqual(
      selectExamples(noisy, indices).inputs,
    );
    expect(test.inputs).toEqual(iris().test.inputs);
  });

  it('refuses what does not fit: too much noise, half pixels, a shift of features', () => {
    expect(() => disturb(iris().train, { shift: [1, 0] })).toThrow(DatasetError);
    expect(() => disturb(iris().train, { noise: -1 })).toThrow(/noise of 0 or more/);
    expect(() => disturb(tiny, { offset: 1 })).toThrow(/no offset of images/);
    expect(() => disturb(tiny, { noise: 1.5 })).toThrow(/noise in \[0, 1\]/);
    expect(() => disturb(tiny, { shift: [0.5, 0] })).toThrow(/whole pixels/);
  });
});
