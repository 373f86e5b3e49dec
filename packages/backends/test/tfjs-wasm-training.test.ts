import { getKernel, getKernelsForBackend, memory, setBackend, tensor } from '@tensorflow/tfjs-core';
import { engine } from '@tensorflow/tfjs-core';
import { registerWasmTrainingKernels } from '@manabi/backends/tfjs-wasm-training';
import { beforeAll, describe, expect, it } from 'vitest';
import { held, runOn, wave } from './kernel-call.js';

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

  it('frees the intermediates of a kernel that throws on its way', () => {
    const x = tensor(Array.from(wave([1, 4, 4, 1], 0).values), [1, 4, 4, 1]);
    const before = { ...held(), bytes: memory().numBytes };
    const native = getKernel('Conv2D', 'wasm');
    const kernelFunc = native.kernelFunc;
    native.kernelFunc = () => {
      throw new Error('out of memory');
    };
    const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC' };
    try {
      expect(() =>
        engine().runKernel(
          'Conv2DBackpropFilter',
          { x, dy: x },
          { ...attrs, filterShape: [3, 3, 1, 1] },
        ),
      ).toThrow('out of memory');
      expect(() =>
        engine().runKernel(
          'Conv2DBackpropInput',
          { dy: x, filter: x },
          { ...attrs, inputShape: [1, 4, 4, 1] },
        ),
      ).toThrow('out of memory');
      expect({ ...held(), bytes: memory().numBytes }).toEqual(before);
    } finally {
      native.kernelFunc = kernelFunc;
      x.dispose();
    }
  });
});
