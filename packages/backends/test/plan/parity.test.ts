/**
 * @file Every kernel of every executor against the reference, over random shapes and the edges that
 * tiles have: one row, one column, channel counts that vectors do not divide, sums longer than a block.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convolutionAlgorithm } from '../../src/plan/convolution-algorithm.js';
import type { KernelActivation, KernelCall, UpdateRule } from '../../src/plan/kernel-call.js';
import type { PlanStep } from '../../src/plan/plan-executor.js';
import { cpu, executors } from './executors.js';
import { expectClose } from './expect-close.js';
import { numbers, runKernels, type TestBuffer } from './run-kernel.js';
import { squareWindow } from './windows.js';

/** A tolerance that grows with the largest of the expected numbers. */
const ofLargest = (tolerance: number) => (expected: ArrayLike<number>) =>
  tolerance * Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 1);

const runs = { numRuns: 40 };

/**
 * Of the largest number. Winograd's transforms add and subtract numbers up to 25 times as large as
 * the result in each dimension, so that up to three of float32's seven digits cancel.
 */
const winogradTolerance = 1e-4;

const activationName = fc.constantFrom<KernelActivation>('linear', 'relu', 'sigmoid', 'tanh');

const tested = executors.filter((executor) => executor !== cpu);

describe.each(tested)('kernels of $name agree with the reference', (executor) => {
  async function compare(
    calls: readonly KernelCall[],
    buffers: Readonly<Record<string, TestBuffer>>,
    step: PlanStep,
    tolerance?: number | ((expected: ArrayLike<number>) => number),
  ): Promise<void> {
    const expected = await runKernels(cpu, calls, buffers, step);
    const actual = await runKernels(executor, calls, buffers, step);
    for (const name of Object.keys(buffers)) {
      const most = typeof tolerance === 'function' ? tolerance(expected[name]!) : tolerance;
      expectClose(actual[name]!, expected[name]!, most);
    }
  }

  const dense = (
    { rows, features, units }: Record<'rows' | 'features' | 'units', number>,
    activation: KernelActivation,
    useBias: boolean,
    zeros: number,
  ) => {
    const sizes = { features, units };
    const calls: KernelCall[] = [
      {
        kind: 'dense',
        reads: { input: 'x', kernel: 'kernel', ...(useBias && { bias: 'bias' }) },
        ...{ writes: { output: 'y' }, activation, ...sizes },
      },
      {
        kind: 'denseWeightGradient',
        reads: { input: 'x', outputGradient: 'dz' },
        writes: { kernelGradient: 'dkernel', ...(useBias && { biasGradient: 'dbias' }) },
        ...sizes,
      },
      {
        kind: 'denseInputGradient',
        reads: { kernel: 'kernel', outputGradient: 'dz' },
        ...{ writes: { inputGradient: 'dx' }, ...sizes },
      },
    ];
    const x = numbers([rows, features], 1);
    // Runs of zeros, as images have them: kernels may skip what adds nothing.
    const values = Float32Array.from(x.values, (value, i) =>
      Math.sin(i / 9) < 2 * zeros - 1 ? 0 : value,
    );
    const buffers = {
      ...{ x: { ...x, values }, kernel: numbers([features, units], 2) },
      ...{ bias: numbers([units], 3), dz: numbers([rows, units], 4) },
      ...{ y: { shape: [rows, units] }, dkernel: { shape: [features, units] } },
      ...{ dbias: { shape: [units] }, dx: { shape: [rows, features] } },
    };
    return compare(calls, buffers, { rows });
  };

  test('dense and its gradients, any size and activation', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({
          rows: fc.integer({ min: 1, max: 40 }),
          features: fc.integer({ min: 1, max: 60 }),
          units: fc.integer({ min: 1, max: 40 }),
        }),
        activationName,
        fc.boolean(),
        fc.constantFrom(0, 0.5, 0.9, 1),
        dense,
      ),
      runs,
    ));

  const large = [
    { rows: 7, features: 784, units: 128 },
    { rows: 300, features: 5, units: 9 },
    { rows: 270, features: 21, units: 45 },
    { rows: 2, features: 3, units: 600 },
  ];

  test.each(large.flatMap((sizes) => [0, 0.5, 0.9].map((zeros) => ({ ...sizes, zeros }))))(
    'dense beyond one block: $rows x $features x $units, zeros $zeros',
    ({ zeros, ...sizes }) => dense(sizes, 'relu', true, zeros),
  );

  const rules: readonly UpdateRule[] = [
    { type: 'sgd' },
    { type: 'momentum', momentum: 0.9 },
    { type: 'rmsprop', rho: 0.9, epsilon: 1e-7 },
    { type: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  ];

  /** A dense kernel's gradient and update, in one call and in two. */
  const weightUpdates = (
    rule: UpdateRule,
    { rows, features, units }: Record<'rows' | 'features' | 'units', number>,
    zeros: number,
  ) => {
    const sizes = { features, units };
    const reads = { input: 'x', outputGradient: 'dz' };
    const target = {
      ...{ sgd: {}, momentum: { velocity: 's1' }, rmsprop: { meanSquare: 's1' } },
      adam: { m: 's0', v: 's1' },
    }[rule.type];
    const writes = { parameter: 'p', ...target };
    const fused: KernelCall[] = [
      {
        kind: 'denseWeightUpdate',
        ...{ reads, writes: { ...writes, biasGradient: 'db' }, ...sizes, rule },
      },
    ];
    const apart: KernelCall[] = [
      {
        kind: 'denseWeightGradient',
        ...{ reads, writes: { kernelGradient: 'dp', biasGradient: 'db' }, ...sizes },
      },
      { kind: 'update', reads: { gradient: 'dp' }, writes, length: features * units, rule },
    ];
    const shape = [features, units];
    const x = numbers([rows, features], 1);
    const values = Float32Array.from(x.values, (value, i) =>
      Math.sin(i / 5) < 2 * zeros - 1 ? 0 : value,
    );
    const positive = numbers(shape, 14).values as Float32Array;
    const buffers = {
      ...{ x: { ...x, values }, dz: numbers([rows, units], 4), db: { shape: [units] } },
      ...{ p: numbers(shape, 11), dp: { shape }, s0: numbers(shape, 13) },
      // Mean squares are positive.
      s1: { shape, values: positive.map(Math.abs) },
    };
    return { fused, apart, buffers, step: { rows, learningRate: 0.01, step: 3 } };
  };

  test.each(rules)('a dense gradient used up by $type, any size', (rule) =>
    fc.assert(
      fc.asyncProperty(
        fc.record({
          rows: fc.integer({ min: 1, max: 40 }),
          features: fc.integer({ min: 1, max: 40 }),
          units: fc.integer({ min: 1, max: 70 }),
        }),
        fc.constantFrom(0, 0.5, 0.9, 1),
        async (sizes, zeros) => {
          const { fused, apart, buffers, step } = weightUpdates(rule, sizes, zeros);
          await compare(fused, buffers, step, 2e-5);
          // On one executor a gradient that is used up and one that is stored have the same bits.
          const [one, two] = [
            await runKernels(executor, fused, buffers, step),
            await runKernels(executor, apart, buffers, step),
          ];
          for (const name of ['p', 's0', 's1', 'db']) expect(one[name]).toEqual(two[name]);
        },
      ),
      runs,
    ),
  );

  test('a dense gradient used up beyond one block of rows', async () => {
    const sizes = { rows: 600, features: 7, units: 40 };
    for (const zeros of [0, 0.9]) {
      const { fused, apart, buffers, step } = weightUpdates(rules[3]!, sizes, zeros);
      await compare(fused, buffers, step, 2e-5);
      const one = await runKernels(executor, fused, buffers, step);
      expect(one.p).toEqual((await runKernels(executor, apart, buffers, step)).p);
    }
  });

  const convolution = (
    rows: number,
    image: readonly [number, number, number],
    window: { readonly size: number; readonly stride: number; readonly padding: string },
    filters: number,
    activation: KernelActivation = 'linear',
  ) => {
    const geometry = squareWindow(image, window.size, window.stride, window.padding);
    const output = [rows, geometry.outHeight, geometry.outWidth, filters];
    const filterShape = [window.size, window.size, image[2], filters];
    const sizes = { geometry, filters };
    const calls: KernelCall[] = [
      {
        kind: 'conv2d',
        reads: { input: 'x', filter: 'filter', bias: 'bias' },
        ...{ writes: { output: 'y' }, activation, ...sizes },
      },
      {
        kind: 'conv2dFilterGradient',
        reads: { input: 'x', outputGradient: 'dz' },
        writes: { filterGradient: 'dfilter', biasGradient: 'dbias' },
        ...sizes,
      },
      {
        kind: 'conv2dInputGradient',
        reads: { filter: 'filter', outputGradient: 'dz' },
        ...{ writes: { inputGradient: 'dx' }, ...sizes },
      },
    ];
    const buffers = {
      ...{ x: numbers([rows, ...image], 1), filter: numbers(filterShape, 2) },
      ...{ bias: numbers([filters], 3), dz: numbers(output, 4), y: { shape: output } },
      ...{ dfilter: { shape: filterShape }, dbias: { shape: [filters] } },
      dx: { shape: [rows, ...image] },
    };
    const isWinograd = convolutionAlgorithm(geometry, filters) === 'winograd';
    return compare(calls, buffers, { rows }, isWinograd ? ofLargest(winogradTolerance) : undefined);
  };

  const anyImage = fc.tuple(
    fc.integer({ min: 5, max: 12 }),
    fc.integer({ min: 5, max: 12 }),
    fc.integer({ min: 1, max: 9 }),
  );
  const anyWindow = fc.record({
    size: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.constantFrom('valid', 'same'),
  });

  test('conv2d and its gradients, any size, stride, padding and activation', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        anyImage,
        anyWindow,
        fc.integer({ min: 1, max: 20 }),
        activationName,
        convolution,
      ),
      runs,
    ));

  test('3x3 convolutions by Winograd, any size, padding and number of channels', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.tuple(
          fc.integer({ min: 5, max: 14 }),
          fc.integer({ min: 5, max: 14 }),
          fc.integer({ min: 8, max: 21 }),
        ),
        fc.constantFrom('valid', 'same'),
        fc.integer({ min: 8, max: 40 }),
        activationName,
        (rows, image, padding, filters, activation) => {
          const window = { size: 3, stride: 1, padding };
          const geometry = squareWindow(image, 3, 1, padding);
          fc.pre(convolutionAlgorithm(geometry, filters) === 'winograd');
          return convolution(rows, image, window, filters, activation);
        },
      ),
      runs,
    ));

  test.each([
    ['1x1 windows', 1, [4, 4, 3], { size: 1, stride: 1, padding: 'valid' }, 5],
    ['a window as large as the image', 2, [5, 5, 2], { size: 5, stride: 1, padding: 'valid' }, 3],
    ['a window larger than the image', 1, [2, 2, 3], { size: 5, stride: 1, padding: 'same' }, 4],
    [
      'a window of more numbers than a block',
      1,
      [6, 6, 70],
      { size: 3, stride: 1, padding: 'same' },
      8,
    ],
    ['more filters than a block', 1, [3, 3, 2], { size: 3, stride: 1, padding: 'same' }, 520],
    ['3x3 on even sizes', 2, [8, 8, 4], { size: 3, stride: 1, padding: 'same' }, 8],
    [
      '3x3 over several blocks of tiles',
      7,
      [26, 26, 32],
      { size: 3, stride: 1, padding: 'valid' },
      64,
    ],
    ['3x3 on odd sizes', 3, [9, 7, 8], { size: 3, stride: 1, padding: 'valid' }, 12],
  ] as const)('conv2d with %s', (_, rows, image, window, filters) =>
    convolution(rows, image, window, filters),
  );

  const pooling = (
    rows: number,
    image: readonly [number, number, number],
    { size, stride, padding }: { size: number; stride: number; padding: string },
    hasEqualNumbers: boolean,
  ) => {
    const geometry = squareWindow(image, size, stride, padding);
    const output = [rows, geometry.outHeight, geometry.outWidth, image[2]];
    const [large, dx] = [{ input: 'x' }, { inputGradient: 'dxMax' }];
    const calls: KernelCall[] = [
      { kind: 'maxPooling2d', reads: large, writes: { output: 'largest' }, geometry },
      { kind: 'averagePooling2d', reads: large, writes: { output: 'mean' }, geometry },
      {
        kind: 'maxPooling2dGradient',
        reads: { input: 'x', outputGradient: 'dy' },
        ...{ writes: dx, geometry },
      },
      {
        kind: 'averagePooling2dGradient',
        reads: { outputGradient: 'dy' },
        ...{ writes: { inputGradient: 'dxMean' }, geometry },
      },
    ];
    const x = numbers([rows, ...image], 5);
    const values = Float32Array.from(x.values, (value) =>
      hasEqualNumbers ? Math.round(value * 2) : value,
    );
    const buffers = {
      ...{ x: { ...x, values }, dy: numbers(output, 6) },
      ...{ largest: { shape: output }, mean: { shape: output } },
      // What a gradient is written to holds other numbers before.
      ...{ dxMax: numbers([rows, ...image], 7), dxMean: numbers([rows, ...image], 8) },
    };
    return compare(calls, buffers, { rows });
  };

  test('pooling and its gradients, any size, stride and padding, with equal numbers', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), anyImage, anyWindow, fc.boolean(), pooling),
      runs,
    ));

  test('pooling of 2x2 windows that touch, any size, with equal numbers', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.tuple(
          fc.integer({ min: 2, max: 9 }),
          fc.integer({ min: 2, max: 9 }),
          fc.constantFrom(4, 8, 12),
        ),
        fc.constantFrom('valid', 'same'),
        fc.boolean(),
        (rows, image, padding, hasEqualNumbers) =>
          pooling(rows, image, { size: 2, stride: 2, padding }, hasEqualNumbers),
      ),
      runs,
    ));

  test('activations and their gradients, small and large numbers', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 70 }),
        activationName,
        fc.constantFrom(0.1, 1, 30, 200),
        (length, activation, size) => {
          const calls: KernelCall[] = [
            {
              kind: 'activation',
              reads: { input: 'x' },
              ...{ writes: { output: 'y' }, activation, length },
            },
            {
              kind: 'activationGradient',
              reads: { output: 'y', outputGradient: 'dy' },
              ...{ writes: { inputGradient: 'dy' }, activation, length },
            },
          ];
          const x = numbers([1, length], 7);
          const values = Float32Array.from(x.values, (value) => value * size);
          const buffers = {
            ...{ x: { ...x, values }, y: { shape: [1, length] } },
            dy: numbers([1, length], 8),
          };
          return compare(calls, buffers, { rows: 1 }, 1e-6);
        },
      ),
      runs,
    ));

  test('dropout drops the same numbers, any rate, seed, step and layer', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 130 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 50 }),
        (length, rate, seed, step, layer) => {
          const [reads, writes] = [{ input: 'x' }, { output: 'y' }];
          const call: KernelCall = { kind: 'dropout', reads, writes, length, rate, layer };
          const shape = [2, length];
          const buffers = { x: numbers(shape, 9), y: { shape } };
          return compare([call], buffers, { rows: 2, seed, step }, 1e-6);
        },
      ),
      runs,
    ));

  test('softmax, cross-entropy and its gradient, any number of classes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(1, 50),
        (rows, classes, size) => {
          const calls: KernelCall[] = [
            { kind: 'softmax', reads: { input: 'x' }, writes: { output: 'p' }, classes },
            {
              kind: 'softmaxCrossEntropy',
              reads: { logits: 'x', labels: 'labels' },
              ...{ writes: { totals: 'totals', logitsGradient: 'dx' }, classes },
            },
            {
              kind: 'softmaxCrossEntropy',
              reads: { logits: 'x', labels: 'labels' },
              ...{ writes: { totals: 'totals' }, classes },
            },
          ];
          const x = numbers([rows, classes], 10);
          const values = Float32Array.from(x.values, (value) => value * size);
          const labels = Array.from({ length: rows }, (_, row) => (row * 7) % classes);
          const buffers: Record<string, TestBuffer> = {
            ...{ x: { ...x, values }, p: { shape: x.shape }, dx: { shape: x.shape } },
            labels: { shape: [rows], values: labels, dtype: 'int32' },
            totals: { shape: [3], dtype: 'float64' },
          };
          return compare(calls, buffers, { rows }, 2e-6);
        },
      ),
      runs,
    ));

  test.each(rules)('update by $type, any length and step', (rule) =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 20_000 }),
        (length, step) => {
          const slots = {
            ...{ sgd: {}, momentum: { velocity: 's1' }, rmsprop: { meanSquare: 's1' } },
            adam: { m: 's0', v: 's1' },
          }[rule.type];
          const writes = { parameter: 'p', ...slots };
          const call: KernelCall = {
            kind: 'update',
            reads: { gradient: 'g' },
            writes,
            length,
            rule,
          };
          const shape = [length];
          // Mean squares are positive.
          const positive = numbers(shape, 14).values as Float32Array;
          const buffers = {
            ...{ p: numbers(shape, 11), g: numbers(shape, 12), s0: numbers(shape, 13) },
            s1: { shape, values: positive.map(Math.abs) },
          };
          return compare([call], buffers, { rows: 1, learningRate: 0.01, step }, 1e-6);
        },
      ),
      runs,
    ),
  );
});
