import { engine, ones, setBackend, sum, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import '@manabi/backends/tfjs-wasm-training';
import { beforeAll, describe, expect, it } from 'vitest';
import { allocator, leftBehind, type Held } from './heap.js';
import { wave } from './kernel-call.js';

interface Case {
  readonly kernel: string;
  readonly inputs: Readonly<Record<string, number[]>>;
  readonly attrs: object;
}

const image = [2, 9, 9, 8];
const convolved = [2, 7, 7, 8];
const convolution = {
  strides: 1,
  pad: 'valid',
  dilations: 1,
  dataFormat: 'NHWC',
  inputShape: image,
};
const pooling = { filterSize: 3, strides: 1, pad: 'valid' };

/** Every kernel once, convolutions by both algorithms: 3 x 3 filters and others. */
const cases: readonly Case[] = [
  ...[3, 5].flatMap((size) => {
    const filter = [size, size, 8, 8];
    const dy = [2, 10 - size, 10 - size, 8];
    const attrs = { ...convolution, filterShape: filter };
    return [
      { kernel: 'Conv2DBackpropFilter', inputs: { x: image, dy }, attrs },
      { kernel: 'Conv2DBackpropInput', inputs: { dy, filter }, attrs },
    ];
  }),
  {
    kernel: 'DepthwiseConv2dNativeBackpropFilter',
    inputs: { x: image, dy: [2, 7, 7, 16] },
    attrs: { ...convolution, filterShape: [3, 3, 8, 2] },
  },
  {
    kernel: 'DepthwiseConv2dNativeBackpropInput',
    inputs: { dy: [2, 7, 7, 16], filter: [3, 3, 8, 2] },
    attrs: convolution,
  },
  {
    kernel: 'MaxPoolGrad',
    inputs: { dy: convolved, input: image, output: convolved },
    attrs: pooling,
  },
  { kernel: 'AvgPoolGrad', inputs: { dy: convolved, input: image }, attrs: pooling },
  {
    kernel: 'BatchMatMul',
    inputs: { a: [3, 5, 7], b: [7, 9] },
    attrs: { transposeA: false, transposeB: false },
  },
  { kernel: 'Tile', inputs: { x: [1, 1, 1, 8] }, attrs: { reps: [2, 7, 7, 1] } },
  {
    kernel: 'UnsortedSegmentSum',
    inputs: { x: [6, 4], segmentIds: [6] },
    attrs: { numSegments: 3 },
  },
];

const nothing: Held = { tensors: 0, bytes: 0, buffers: 0, pieces: 0 };

describe.each(cases)('$kernel of $inputs on the wasm heap', ({ kernel, inputs, attrs }) => {
  beforeAll(() => setBackend('wasm'));

  function run(): Tensor {
    const tensors = Object.entries(inputs).map(([name, shape]) => {
      const isId = name === 'segmentIds';
      return [name, isId ? tensor([0, 1, 2, 0, 1, 2], shape, 'int32') : ones(shape)] as const;
    });
    return engine().runKernel<Tensor>(kernel, Object.fromEntries(tensors), { ...attrs });
  }

  it('leaves nothing behind', () => {
    expect(leftBehind(run)).toEqual(nothing);
  });

  it('says so when the heap is full, whichever request it refuses, and leaves nothing behind', () => {
    const givenInputs = Object.keys(inputs).length;
    let granted = givenInputs;
    let refusals = 0;
    for (; refusals === granted - givenInputs; granted++) {
      const left = leftBehind(() => {
        try {
          run();
        } catch (error) {
          refusals++;
          expect((error as Error).message).toMatch(
            new RegExp(
              `^${kernel}: expected \\d+ bytes of the wasm heap, got none since it is full;`,
            ),
          );
        }
      }, granted);
      expect(left).toEqual(nothing);
    }
    // At least its result; then there was enough.
    expect(refusals).toBeGreaterThan(0);
  });
});

describe('a heap that grows under a kernel', () => {
  beforeAll(() => setBackend('wasm'));

  it('gives the same numbers, its tensors being where they were', () => {
    const { values } = wave([2, 300, 300, 8], 0);
    const gradient = () =>
      tidy(() => {
        const dy = tensor(Array.from(values), [2, 300, 300, 8]);
        const filter = ones([3, 3, 8, 8]);
        const attrs = { ...convolution, pad: 'same', inputShape: [2, 300, 300, 8] };
        const dx = engine().runKernel<Tensor>('Conv2DBackpropInput', { dy, filter }, attrs);
        return sum(dx).dataSync()[0];
      });
    // The heap starts with 16 MiB; the tensors of one call take 12.
    const sizeBytes = allocator().HEAPU8.length;
    const inTheWay = ones([Math.floor((sizeBytes - 7e6) / 4)]);
    const grown = allocator().HEAPU8.length;
    const first = gradient();
    expect(allocator().HEAPU8.length).toBeGreaterThan(grown);
    inTheWay.dispose();
    expect(gradient()).toBe(first);
  });
});
