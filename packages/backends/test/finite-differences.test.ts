import { centralDifference } from '@manabi/test-utils';
import { engine, tensor, tidy, type NamedTensorMap, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from './backends-under-test.js';
import { dot, wave, type KernelCall, type Numbers } from './kernel-call.js';

/** centralDifference reads results at once, which WebGPU cannot; it is checked by other suites. */
describe.each(['wasm', 'cpu'] as const)('gradients on %s are limits of differences', (name) => {
  beforeAll(() => useBackend(name));

  /** The derivative of `<kernel(input), dy>` in one input, by differences. */
  function differences(call: KernelCall, input: string, dy: Numbers, step: number): Float64Array {
    const at = call.inputs[input]!;
    const loss = (values: Float32Array): number => {
      const inputs = { ...call.inputs, [input]: { ...at, values } };
      return dot(run({ ...call, inputs }), dy.values);
    };
    return centralDifference(loss, Float32Array.from(at.values), step);
  }

  function expectGradient(gradient: Float32Array, expected: Float64Array): void {
    expect(gradient.length).toBe(expected.length);
    // float32 results near 10 carry errors of 1e-6, which a step of 0.01 turns into 1e-4.
    gradient.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 2);
    });
  }

  const x = wave([2, 5, 4, 3], 0);

  it('in the filter and the input of a strided convolution with same padding', () => {
    const filter = wave([3, 2, 3, 2], 1);
    const dy = wave([2, 3, 2, 2], 2);
    const attrs = { strides: 2, pad: 'same', dilations: 1, dataFormat: 'NHWC' };
    const forward = { kernel: 'Conv2D', inputs: { x, filter }, attrs };
    const dFilter = run({
      kernel: 'Conv2DBackpropFilter',
      inputs: { x, dy },
      attrs: { ...attrs, filterShape: filter.shape },
    });
    const dx = run({
      kernel: 'Conv2DBackpropInput',
      inputs: { dy, filter },
      attrs: { ...attrs, inputShape: x.shape },
    });
    // Linear in each, so a large step is exact but for rounding.
    expectGradient(dFilter, differences(forward, 'filter', dy, 0.5));
    expectGradient(dx, differences(forward, 'x', dy, 0.5));
  });

  it('in the input of max pooling over overlapping windows', () => {
    const attrs = { filterSize: 2, strides: 1, pad: 'valid' };
    const dy = wave([2, 4, 3, 3], 1);
    const forward = { kernel: 'MaxPool', inputs: { x }, attrs };
    const output = { shape: dy.shape, values: run(forward) };
    const dx = run({ kernel: 'MaxPoolGrad', inputs: { dy, input: x, output }, attrs });
    // A step this small changes no maximum: the closest two values differ by more.
    expectGradient(dx, differences(forward, 'x', dy, 1e-3));
  });
});

function run({ kernel, inputs, attrs }: KernelCall): Float32Array {
  return tidy(() => {
    const tensors: NamedTensorMap = {};
    for (const [name, { values, shape }] of Object.entries(inputs)) {
      tensors[name] = tensor(Array.from(values), shape);
    }
    return engine()
      .runKernel<Tensor>(kernel, tensors, { ...attrs })
      .dataSync<'float32'>();
  });
}
