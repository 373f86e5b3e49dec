import {
  engine,
  getKernel,
  getKernelsForBackend,
  memory,
  setBackend,
  tensor,
  tidy,
  type DataType,
} from '@tensorflow/tfjs-core';
import { registerWasmTrainingKernels } from '@manabi/backends/tfjs-wasm-training';
import { beforeAll, describe, expect, it } from 'vitest';
import { runOn } from './kernel-call.js';

describe('importing @manabi/backends/tfjs-wasm-training', () => {
  beforeAll(() => setBackend('wasm'));

  it('gives the wasm backend the kernels that tfjs lacks there', () => {
    const names = getKernelsForBackend('wasm').map(({ kernelName }) => kernelName);
    expect(names).toContain('Conv2DBackpropFilter');
    expect(names).toContain('DepthwiseConv2dNativeBackpropFilter');
    expect(names).toContain('DepthwiseConv2dNativeBackpropInput');
    expect(names).toContain('UnsortedSegmentSum');
  });

  it('changes nothing when it registers again', () => {
    const before = getKernel('BatchMatMul', 'wasm');
    registerWasmTrainingKernels();
    expect(getKernel('BatchMatMul', 'wasm')).toBe(before);
  });

  it('leaves rows of no segment out of segment sums', async () => {
    const { values } = await runOn('wasm', {
      kernel: 'UnsortedSegmentSum',
      inputs: {
        x: { shape: [4, 1], values: [1, 2, 4, 8] },
        segmentIds: { shape: [4], values: [1, -1, 2, 1], dtype: 'int32' },
      },
      attrs: { numSegments: 2 },
    });
    expect(Array.from(values)).toEqual([0, 9]);
  });

  it('sums rows by ids that lie in a matrix, as TensorFlow does', async () => {
    const { values, shape } = await runOn('wasm', {
      kernel: 'UnsortedSegmentSum',
      inputs: {
        x: { shape: [2, 2, 2], values: [1, 2, 3, 4, 5, 6, 7, 8] },
        segmentIds: { shape: [2, 2], values: [2, 0, 2, 2], dtype: 'int32' },
      },
      attrs: { numSegments: 3 },
    });
    expect(shape).toEqual([3, 2]);
    expect(Array.from(values)).toEqual([3, 4, 0, 0, 1 + 5 + 7, 2 + 6 + 8]);
  });

  it('pools with windows that lie in the padding alone, which get and give nothing', async () => {
    const attrs = {
      filterSize: 1,
      strides: 1,
      pad: [
        [0, 0],
        [2, 2],
        [2, 2],
        [0, 0],
      ],
    };
    const input = { shape: [1, 1, 1, 1], values: [-3] };
    const dy = { shape: [1, 5, 5, 1], values: Array.from({ length: 25 }, (_, i) => i) };
    for (const kernel of ['MaxPoolGrad', 'AvgPoolGrad']) {
      const { values } = await runOn('wasm', { kernel, inputs: { dy, input, output: dy }, attrs });
      expect(Array.from(values)).toEqual([12]);
    }
  });

  it('passes the gradient on through windows of negatives, where tfjs drops it', async () => {
    const { values } = await runOn('wasm', {
      kernel: 'MaxPoolGrad',
      inputs: {
        dy: { shape: [1, 1, 1, 1], values: [5] },
        input: { shape: [1, 2, 2, 1], values: [-4, -1, -2, -3] },
        output: { shape: [1, 1, 1, 1], values: [-1] },
      },
      attrs: { filterSize: 2, strides: 2, pad: 'valid' },
    });
    expect(Array.from(values)).toEqual([0, 5, 0, 0]);
  });

  it('refuses channels-first gradients with what to do', () => {
    const x = tensor([1], [1, 1, 1, 1]);
    const attrs = { strides: 1, pad: 'valid', dataFormat: 'NCHW', filterShape: [1, 1, 1, 1] };
    expect(() => engine().runKernel('Conv2DBackpropFilter', { x, dy: x }, attrs)).toThrow(
      'Conv2DBackpropFilter: expects dataFormat NHWC on the wasm backend, got NCHW; transpose x and dy',
    );
    x.dispose();
  });

  it.each([
    ['Conv2DBackpropFilter', { x: 'int32', dy: 'float32' }, 'x as float32, got int32'],
    ['Conv2DBackpropInput', { dy: 'float32', filter: 'int32' }, 'filter as float32, got int32'],
    [
      'DepthwiseConv2dNativeBackpropFilter',
      { x: 'float32', dy: 'bool' },
      'dy as float32, got bool',
    ],
    ['DepthwiseConv2dNativeBackpropInput', { dy: 'int32', filter: 'float32' }, 'dy as float32'],
    ['MaxPoolGrad', { dy: 'float32', input: 'int32' }, 'input as float32, got int32'],
    ['AvgPoolGrad', { dy: 'int32', input: 'float32' }, 'dy as float32, got int32'],
    ['BatchMatMul', { a: 'float32', b: 'int32' }, 'b as float32, got int32'],
    ['UnsortedSegmentSum', { x: 'int32', segmentIds: 'int32' }, 'x as float32, got int32'],
    [
      'UnsortedSegmentSum',
      { x: 'float32', segmentIds: 'float32' },
      'segmentIds as int32, got float32',
    ],
  ] as const)('%s of %j expects %s', (kernel, dtypes, words) => {
    const before = memory().numTensors;
    tidy(() => {
      const inputs = Object.entries(dtypes).map(([name, dtype]: [string, DataType]) => {
        return [name, tensor([1], [1, 1, 1, 1], dtype)] as const;
      });
      expect(() => engine().runKernel(kernel, Object.fromEntries(inputs), {})).toThrow(
        `${kernel}: expects ${words}`,
      );
    });
    expect(memory().numTensors).toBe(before);
  });
});
