import { readGolden, type GoldenTensor } from '@manabi/test-utils';
import { describe, expect, test } from 'vitest';
import type { KernelCall } from '../../src/plan/kernel-call.js';
import { executors } from './executors.js';
import { expectClose } from './expect-close.js';
import { runKernels } from './run-kernel.js';
import { squareWindow } from './windows.js';

const image = ({ shape }: GoldenTensor) => shape.slice(1) as [number, number, number];
const filled = ({ shape, data }: GoldenTensor) => ({ shape, values: data });
const empty = ({ shape }: GoldenTensor) => ({ shape });

describe.each(executors)('kernels of $name give the numbers of PyTorch', (executor) => {
  test.each(readGolden('conv2d'))(
    'conv2d and its gradients, x=$x.shape filter=$filter.shape s=$strides p=$padding',
    async (golden) => {
      const size = golden.filter.shape[0]!;
      const geometry = squareWindow(image(golden.x), size, golden.strides, golden.padding);
      const sizes = { geometry, filters: golden.filter.shape[3]! };
      const calls: KernelCall[] = [
        {
          kind: 'conv2d',
          reads: { input: 'x', filter: 'filter', bias: 'bias' },
          writes: { output: 'y' },
          activation: 'linear',
          ...sizes,
        },
        {
          kind: 'conv2dFilterGradient',
          reads: { input: 'x', outputGradient: 'dy' },
          writes: { filterGradient: 'dfilter', biasGradient: 'dbias' },
          ...sizes,
        },
        {
          kind: 'conv2dInputGradient',
          reads: { filter: 'filter', outputGradient: 'dy' },
          writes: { inputGradient: 'dx' },
          ...sizes,
        },
      ];
      const { x, filter, bias, y, dy, dx, dfilter, dbias } = golden;
      const result = await runKernels(
        executor,
        calls,
        {
          ...{ x: filled(x), filter: filled(filter), bias: filled(bias), dy: filled(dy) },
          ...{ y: empty(y), dx: empty(dx), dfilter: empty(dfilter), dbias: empty(dbias) },
        },
        { rows: x.shape[0]! },
      );
      expectClose(result.y!, y.data);
      expectClose(result.dfilter!, dfilter.data);
      expectClose(result.dbias!, dbias.data);
      expectClose(result.dx!, dx.data);
    },
  );

  test.each(readGolden('pooling'))(
    '$kind pooling and its gradient, x=$x.shape size=$poolSize s=$strides',
    async ({ kind, x, y, dy, dx, poolSize, strides, padding }) => {
      const geometry = squareWindow(image(x), poolSize, strides, padding);
      const writes = { inputGradient: 'dx' };
      const forward = { reads: { input: 'x' }, writes: { output: 'y' }, geometry };
      const calls: KernelCall[] =
        kind === 'max'
          ? [
              { kind: 'maxPooling2d', ...forward },
              {
                kind: 'maxPooling2dGradient',
                reads: { input: 'x', outputGradient: 'dy' },
                ...{ writes, geometry },
              },
            ]
          : [
              { kind: 'averagePooling2d', ...forward },
              {
                kind: 'averagePooling2dGradient',
                reads: { outputGradient: 'dy' },
                ...{ writes, geometry },
              },
            ];
      const buffers = { x: filled(x), y: empty(y), dy: filled(dy), dx: empty(dx) };
      const result = await runKernels(executor, calls, buffers, { rows: x.shape[0]! });
      expectClose(result.y!, y.data);
      expectClose(result.dx!, dx.data);
    },
  );

  test('takes the largest of windows whose numbers are all negative', async () => {
    const result = await runKernels(
      executor,
      [
        {
          kind: 'maxPooling2d',
          reads: { input: 'x' },
          writes: { output: 'y' },
          geometry: squareWindow([2, 2, 1], 2, 2, 'valid'),
        },
      ],
      { x: { shape: [1, 2, 2, 1], values: [-4, -8, -1, -7] }, y: { shape: [1, 1, 1, 1] } },
      { rows: 1 },
    );
    expect([...result.y!]).toEqual([-1]);
  });
});
