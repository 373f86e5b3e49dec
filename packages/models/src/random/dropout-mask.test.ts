import { expect, it } from 'vitest';
import { dropoutMask } from './dropout-mask.js';
import { pcg4d } from './pcg4d.js';

const key = { seed: 5, step: 7, layerIndex: 2, rate: 0.25 };

it('keeps element i where word i mod 4 of its block reaches the threshold', () => {
  const words = new Uint32Array(4);
  const expected = Float32Array.from({ length: 10 }, (_, i) => {
    pcg4d(5, 7, 2, Math.floor(i / 4), words);
    return words[i % 4]! >= 0.25 * 2 ** 32 ? 1 / 0.75 : 0;
  });
  expect(dropoutMask(key, 10)).toEqual(expected);
});

it('is the same again for the same key, and a longer one begins with a shorter one', () => {
  expect(dropoutMask(key, 1000)).toEqual(dropoutMask(key, 1000));
  expect(dropoutMask(key, 1001).slice(0, 37)).toEqual(dropoutMask(key, 37));
});

it('drops the share it was asked to, within five standard deviations', () => {
  const size = 200_000;
  for (const rate of [0.1, 0.25, 0.5, 0.9]) {
    const dropped = dropoutMask({ ...key, rate }, size).filter((factor) => factor === 0).length;
    const deviation = Math.sqrt((rate * (1 - rate)) / size);
    expect(Math.abs(dropped / size - rate)).toBeLessThan(5 * deviation);
  }
});

it('keeps everything at rate 0', () => {
  expect(dropoutMask({ ...key, rate: 0 }, 9)).toEqual(new Float32Array(9).fill(1));
});

it.each([
  ['the next element', key, 1],
  ['the next block', key, 4],
  ['a row of 128', key, 128],
  ['the next step', { ...key, step: 8 }, 0],
  ['the next layer', { ...key, layerIndex: 3 }, 0],
  ['the next seed', { ...key, seed: 6 }, 0],
])('is independent of %s, within five standard deviations', (_, other, shift) => {
  const size = 100_000;
  const rate = 0.5;
  const a = dropoutMask({ ...key, rate }, size + shift);
  const b = dropoutMask({ ...other, rate }, size + shift);
  let equal = 0;
  for (let i = 0; i < size; i++) if (a[i] === b[i + shift]) equal++;
  expect(Math.abs(equal / size - 0.5)).toBeLessThan((5 * 0.5) / Math.sqrt(size));
});
