import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KernelCall } from '../../src/plan/kernel-call.js';
import { normBlock, normBlocks } from '../../src/plan/norm-block.js';
import { WasmPlanExecutor, type Plan } from '@manabi/backends/plan';
import { executors } from './executors.js';
import { numbers, runKernels } from './run-kernel.js';

const step = { rows: 1 };

/** Two gradients clipped together. */
function clipping(lengths: readonly [number, number], limit: number): KernelCall[] {
  const partials = normBlocks(lengths[0]) + normBlocks(lengths[1]);
  return [
    ...lengths.map((length, i): KernelCall => {
      const first = i === 0 ? 0 : normBlocks(lengths[0]);
      const buffers = { reads: { gradient: `g${i}` }, writes: { partials: 'partials' } };
      return { kind: 'sumOfSquares', ...buffers, first, length };
    }),
    ...lengths.map((length, i): KernelCall => {
      const buffers = { reads: { partials: 'partials' }, writes: { gradient: `g${i}` } };
      return { kind: 'clipByNorm', ...buffers, length, partials, limit };
    }),
  ];
}

const buffersFor = (lengths: readonly [number, number]) => ({
  g0: numbers([lengths[0]], 1),
  g1: numbers([lengths[1]], 2),
  partials: { shape: [normBlocks(lengths[0]) + normBlocks(lengths[1])], dtype: 'float64' as const },
});

const norm = (...arrays: ArrayLike<number>[]) =>
  Math.sqrt(arrays.flatMap((array) => Array.from(array)).reduce((sum, x) => sum + x * x, 0));

describe.each(executors)('gradient clipping of $name', (executor) => {
  test('shortens all gradients together to the limit, and keeps their direction', async () => {
    // 3 and 4 make 5; a limit of 1 leaves a fifth.
    const buffers = {
      g0: { shape: [2], values: [3, 0] },
      g1: { shape: [1], values: [-4] },
      partials: { shape: [2], dtype: 'float64' as const },
    };
    const { g0, g1 } = await runKernels(executor, clipping([2, 1], 1), buffers, step);
    expect([...g0!, ...g1!]).toEqual([
      Math.fround(3 * Math.fround(0.2)),
      0,
      -Math.fround(4 * Math.fround(0.2)),
    ]);
    const loose = await runKernels(executor, clipping([2, 1], 5), buffers, step);
    expect([...loose.g0!, ...loose.g1!]).toEqual([3, 0, -4]);
  });

  test('reaches the limit for gradients of any length', async () => {
    const length = fc.integer({ min: 1, max: 3 * normBlock });
    await fc.assert(
      fc.asyncProperty(length, length, async (...lengths) => {
        const buffers = buffersFor(lengths);
        const before = norm(buffers.g0.values, buffers.g1.values);
        const clipped = await runKernels(executor, clipping(lengths, before / 3), buffers, step);
        // float32 keeps seven digits of each number.
        expect(norm(clipped.g0!, clipped.g1!) / before).toBeCloseTo(1 / 3, 6);
      }),
      { numRuns: 10 },
    );
  });

  test('moves single numbers into the limits, and leaves what is no number', async () => {
    const values = [-2, -0.5, 0, 0.25, 7, Number.NaN, Infinity];
    const call: KernelCall = {
      ...{ kind: 'clipByValue', reads: {}, writes: { gradient: 'g' } },
      ...{ length: 7, limit: 0.5 },
    };
    const { g } = await runKernels(executor, [call], { g: { shape: [7], values } }, step);
    expect([...g!]).toEqual([-0.5, -0.5, 0, 0.25, 0.5, Number.NaN, 0.5]);
  });
});

test('is the same to the last bit with any number of threads', async () => {
  const lengths = [10_007, 4097] as const;
  const clipped = await Promise.all(
    [1, 2, 3].map((threads) => {
      const create = (plan: Plan) => WasmPlanExecutor.create(plan, { threads });
      const executor = { name: `wasm with ${threads}`, create };
      return runKernels(executor, clipping(lengths, 0.7), buffersFor(lengths), step);
    }),
  );
  expect(clipped[1]).toEqual(clipped[0]);
  expect(clipped[2]).toEqual(clipped[0]);
});
