import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { describeOnEveryBackend, useBackend } from './backends-under-test.js';
import { dot, runOn, wave } from './kernel-call.js';
import { cases, outputShape, slidingWindow } from './random-windows.js';

/** Of a sum of up to a thousand float32 products of size 1. */
const tolerance = 1e-3;

describeOnEveryBackend('gradients of linear kernels are their adjoints', (name) => {
  beforeAll(() => useBackend(name));

  // <A x, dy> = <x, A' dy> for every x and dy says that A' is the derivative of the linear map A.
  it('for average pooling, padded edges included', async () => {
    await fc.assert(
      fc.asyncProperty(slidingWindow, async (window) => {
        const { inputShape, size, strides, pad } = window;
        const x = wave(inputShape, 0);
        const dy = wave(outputShape(window, inputShape[3]), 1);
        const attrs = { filterSize: size, strides, pad };
        const y = await runOn(name, { kernel: 'AvgPool', inputs: { x }, attrs });
        const dx = await runOn(name, { kernel: 'AvgPoolGrad', inputs: { dy, input: x }, attrs });
        const difference = dot(y.values, dy.values) - dot(x.values, dx.values);
        expect(Math.abs(difference)).toBeLessThan(tolerance);
      }),
      cases(name),
    );
  });
});
