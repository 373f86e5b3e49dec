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

  it('refuses features, too much noise and half pixels', () => {
    expect(() => disturb(iris().train, {})).toThrow(DatasetError);
    expect(() => disturb(tiny, { noise: 1.5 })).toThrow(/noise in \[0, 1\]/);
    expect(() => disturb(tiny, { shift: [0.5, 0] })).toThrow(/whole pixels/);
  });
});
