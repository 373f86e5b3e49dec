import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pcg4d } from './pcg4d.js';

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** The published listing, word for word, in exact integers. */
function listing(input: readonly [number, number, number, number]): number[] {
  const u32 = (value: bigint) => BigInt.asUintN(32, value);
  let [x, y, z, w] = input.map((value) => u32(BigInt(value) * 1664525n + 1013904223n)) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const mix = () => {
    x = u32(x + y * w);
    y = u32(y + z * x);
    z = u32(z + x * y);
    w = u32(w + y * z);
  };
  mix();
  [x, y, z, w] = [x ^ (x >> 16n), y ^ (y >> 16n), z ^ (z >> 16n), w ^ (w >> 16n)];
  mix();
  return [x, y, z, w].map(Number);
}

it('gives the words of the published listing', () => {
  const out = new Uint32Array(4);
  fc.assert(
    fc.property(fc.tuple(word, word, word, word), (input) => {
      pcg4d(...input, out);
      expect([...out]).toEqual(listing(input));
    }),
  );
});

it('flips each of the high output bits half of the time when one input bit flips', () => {
  const before = new Uint32Array(4);
  const after = new Uint32Array(4);
  const trials = 2000;
  for (let lane = 0; lane < 4; lane++) {
    // The two highest input bits reach the high output bits only in part.
    for (let inputBit = 0; inputBit < 30; inputBit++) {
      const flips = new Uint32Array(4);
      for (let n = 0; n < trials; n++) {
        const input: [number, number, number, number] = [(n % 7) + 1, n * 3, 3 + (n % 4), n * 5];
        pcg4d(...input, before);
        input[lane] = input[lane]! ^ (1 << inputBit);
        pcg4d(...input, after);
        for (let i = 0; i < 4; i++) flips[i]! += (before[i]! ^ after[i]!) >>> 31;
      }
      // Five standard deviations of a fair coin.
      const tolerance = (5 * 0.5) / Math.sqrt(trials);
      for (const count of flips) expect(Math.abs(count / trials - 0.5)).toBeLessThan(tolerance);
    }
  }
});
