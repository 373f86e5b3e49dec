/** @file Whatever the height of the kernels' tiles, the numbers have the same bits. */
import {
  singleCallPlan,
  tileHeights,
  tileTimings,
  WasmPlanExecutor,
  type MatrixProductCall,
  type TileHeight,
} from '@manabi/backends/plan';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbers } from './run-kernel.js';
import { squareWindow } from './windows.js';

/** The bits of all that a call leaves in its buffers. @param zeros - tenths of all numbers, spread. */
async function bitsAfter(
  call: MatrixProductCall,
  rows: number,
  tileHeight: TileHeight,
  { threads = 1, zeros = 0 } = {},
): Promise<Readonly<Record<string, number[]>>> {
  const plan = singleCallPlan(call, rows);
  using executor = await WasmPlanExecutor.create(plan, { threads, tileHeight });
  expect(executor.tileHeight).toBe(tileHeight);
  plan.buffers.forEach(({ name, shape }, index) => {
    const { values } = numbers(shape, index + 1);
    executor.write(
      name,
      Float32Array.from(values, (value, i) => ((i * 7) % 10 < zeros ? 0 : value)),
    );
  });
  executor.run('call', { rows });
  return Object.fromEntries(
    Object.values<string>(call.writes).map((name) => {
      return [name, [...new Int32Array(executor.read(name).buffer)]];
    }),
  );
}

async function expectSameBits(calls: readonly MatrixProductCall[], rows: number): Promise<void> {
  for (const call of calls) {
    const expected = await bitsAfter(call, rows, 4);
    for (const height of tileHeights.slice(1)) {
      expect(await bitsAfter(call, rows, height)).toEqual(expected);
    }
  }
}

const runs = { numRuns: 25 };
const activation = fc.constantFrom('linear' as const, 'relu' as const);

const denseCalls = (
  features: number,
  units: number,
  act: 'linear' | 'relu',
): MatrixProductCall[] => [
  {
    ...{ kind: 'dense', features, units, activation: act },
    ...{ reads: { input: 'x', kernel: 'w', bias: 'b' }, writes: { output: 'y' } },
  },
  {
    ...{ kind: 'denseWeightGradient', features, units },
    reads: { input: 'x', outputGradient: 'dz' },
    writes: { kernelGradient: 'dw', biasGradient: 'db' },
  },
  {
    ...{ kind: 'denseInputGradient', features, units },
    ...{ reads: { kernel: 'w', outputGradient: 'dz' }, writes: { inputGradient: 'dx' } },
  },
];

test('dense products have the same bits with tiles of every height', () =>
  fc.assert(
    fc.asyncProperty(
      ...[fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 90 })],
      ...[fc.integer({ min: 1, max: 40 }), activation],
      (rows, features, units, act) => expectSameBits(denseCalls(features, units, act), rows),
    ),
    runs,
  ));

test('so have those of 28 units, whose panels of 8 take more room than the wide one', () =>
  expectSameBits(denseCalls(79, 28, 'linear'), 62));

test('so have products whose sums are longer than a block', () =>
  expectSameBits(denseCalls(600, 300, 'relu'), 270));

test('so have convolutions, those by Winograd too', () =>
  fc.assert(
    fc.asyncProperty(
      fc.record({
        rows: fc.integer({ min: 1, max: 3 }),
        size: fc.integer({ min: 5, max: 15 }),
        channels: fc.integer({ min: 1, max: 20 }),
        filters: fc.integer({ min: 1, max: 20 }),
        window: fc.constantFrom(3, 3, 5),
        stride: fc.constantFrom(1, 1, 2),
        padding: fc.constantFrom('valid', 'same'),
      }),
      activation,
      async ({ rows, size, channels, filters, window, stride, padding }, act) => {
        const geometry = squareWindow([size, size, channels], window, stride, padding);
        await expectSameBits(
          [
            {
              ...{ kind: 'conv2d', geometry, filters, activation: act },
              ...{ reads: { input: 'x', filter: 'f', bias: 'b' }, writes: { output: 'y' } },
            },
            {
              ...{ kind: 'conv2dFilterGradient', geometry, filters },
              reads: { input: 'x', outputGradient: 'dz' },
              writes: { filterGradient: 'df', biasGradient: 'db' },
            },
            {
              ...{ kind: 'conv2dInputGradient', geometry, filters },
              reads: { filter: 'f', outputGradient: 'dz' },
              writes: { inputGradient: 'dx' },
            },
          ],
          rows,
        );
      },
    ),
    runs,
  ));

test('all threads take the height that is asked for, and the bits stay', async () => {
  // Fewer rows than units and more: threads share the greater number. Of zeros some and most.
  const calls = [100, 30].flatMap((units) => denseCalls(300, units, 'relu'));
  for (const call of calls) {
    for (const zeros of [0, 6]) {
      const expected = await bitsAfter(call, 33, 4, { zeros });
      for (const height of tileHeights) {
        expect(await bitsAfter(call, 33, height, { threads: 3, zeros })).toEqual(expected);
      }
    }
  }
});

test('a plan with work enough tries all heights and keeps one for all executors', async () => {
  const [call] = denseCalls(512, 256, 'linear');
  const plan = singleCallPlan(call!, 64);
  using first = await WasmPlanExecutor.create(plan, { threads: 1 });
  using second = await WasmPlanExecutor.create(plan, { threads: 2 });
  expect(first.tileHeight).toBe(4);
  const before = await tileTimings();
  first.run('call', { rows: 64 });
  expect(before.every(({ gflops }) => gflops === 0)).toBe(true);
  const after = await tileTimings();
  expect(after.map(({ height }) => height)).toEqual([...tileHeights]);
  expect(after.every(({ gflops }) => gflops > 0)).toBe(true);
  expect(second.tileHeight).toBe(first.tileHeight);
});

test('a clock that stands still holds no run up and leaves tiles 4 high', async () => {
  const [call] = denseCalls(512, 256, 'linear');
  const plan = singleCallPlan(call!, 64);
  using executor = await WasmPlanExecutor.create(plan, { threads: 1, clock: () => 0 });
  for (let i = 0; i < 30; i++) executor.run('call', { rows: 64 });
  expect(executor.tileHeight).toBe(4);
});
