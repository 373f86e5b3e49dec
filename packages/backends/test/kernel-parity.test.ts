import { setBackend } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { describeOnEveryBackend, useBackend } from './backends-under-test.js';
import { expectClose } from './expect-close.js';
import { held, runOn, wave, type KernelCall, type Numbers } from './kernel-call.js';
import { cases, outputShape, slidingWindow } from './random-windows.js';

const phase = fc.double({ min: 0, max: 6, noNaN: true });
const outChannels = fc.integer({ min: 1, max: 6 });

describeOnEveryBackend("tfjs' cpu kernels agree with those", (name) => {
  beforeAll(async () => {
    await useBackend('cpu');
    await useBackend(name);
  });

  async function expectParity(call: KernelCall): Promise<void> {
    const expected = await runOn('cpu', call);
    await setBackend(name);
    const before = held();
    expectClose(await runOn(name, call), expected);
    expect(held()).toEqual(before);
  }

  it('for convolutions, strides beyond the filter included', async () => {
    await fc.assert(
      fc.asyncProperty(slidingWindow, outChannels, phase, async (window, channels, seed) => {
        const { inputShape, size, strides, pad } = window;
        const x = wave(inputShape, seed);
        const filter = wave([...size, inputShape[3], channels], seed + 1);
        const attrs = { strides, pad, dilations: 1, dataFormat: 'NHWC' };
        await expectParity({ kernel: 'Conv2D', inputs: { x, filter }, attrs });
      }),
      cases(name),
    );
  });

  it('for depthwise convolutions', async () => {
    await fc.assert(
      fc.asyncProperty(slidingWindow, outChannels, phase, async (window, multiplier, seed) => {
        const { inputShape, size, pad } = window;
        const strides = [window.strides[0], window.strides[0]];
        const x = wave(inputShape, seed);
        const filter = wave([...size, inputShape[3], multiplier], seed + 1);
        const attrs = { strides, pad, dilations: 1, dataFormat: 'NHWC' };
        await expectParity({ kernel: 'DepthwiseConv2dNative', inputs: { x, filter }, attrs });
      }),
      cases(name),
    );
  });

  it('for the gradients of convolutions of any stride, padding and size', async () => {
    await fc.assert(
      fc.asyncProperty(slidingWindow, outChannels, phase, async (window, channels, seed) => {
        const { inputShape, size, strides, pad } = window;
        const filterShape = [...size, inputShape[3], channels];
        const x = wave(inputShape, seed);
        const filter = wave(filterShape, seed + 1);
        const dy = wave(outputShape(window, channels), seed + 2);
        const attrs = { strides, pad, dataFormat: 'NHWC', filterShape, inputShape };
        await expectParity({ kernel: 'Conv2DBackpropFilter', inputs: { x, dy }, attrs });
        await expectParity({ kernel: 'Conv2DBackpropInput', inputs: { dy, filter }, attrs });
      }),
      cases(name),
    );
  });

  it('for the gradients of depthwise convolutions', async () => {
    await fc.assert(
      fc.asyncProperty(
        slidingWindow,
        fc.integer({ min: 1, max: 3 }),
        phase,
        async (window, multiplier, seed) => {
          const { inputShape, size, pad } = window;
          // tfjs' cpu gradient is the reference for equal strides only.
          const strides: [number, number] = [window.strides[0], window.strides[0]];
          const filterShape = [...size, inputShape[3], multiplier];
          const x = wave(inputShape, seed);
          const filter = wave(filterShape, seed + 1);
          const yShape = outputShape({ ...window, strides }, inputShape[3] * multiplier, true);
          const dy = wave(yShape, seed + 2);
          const attrs = { strides, dilations: 1, pad, filterShape, inputShape };
          await expectParity({
            kernel: 'DepthwiseConv2dNativeBackpropFilter',
            inputs: { x, dy },
            attrs,
          });
          await expectParity({
            kernel: 'DepthwiseConv2dNativeBackpropInput',
            inputs: { dy, filter },
            attrs,
          });
        },
      ),
      cases(name),
    );
  });

  it('for the gradient of max pooling of negative numbers', async () => {
    await fc.assert(
      fc.asyncProperty(slidingWindow, phase, async (window, seed) => {
        const { inputShape, size, strides, pad } = window;
        const negatives = Array.from(wave(inputShape, seed).values, (v) => v - 2);
        const input = { shape: inputShape, values: negatives };
        const dy = wave(outputShape(window, inputShape[3]), seed + 1);
        const attrs = { filterSize: size, strides, pad };
        const output = await runOn('cpu', { kernel: 'MaxPool', inputs: { x: input }, attrs });
        await expectParity({ kernel: 'MaxPoolGrad', inputs: { dy, input, output }, attrs });
      }),
      cases(name),
    );
  });

  it.skipIf(name === 'webgpu')(
    "for the gradient of max pooling with ties: the first gets it (tfjs' webgpu gives it to the last)",
    async () => {
      await fc.assert(
        fc.asyncProperty(slidingWindow, phase, async (window, seed) => {
          const { inputShape, size, strides, pad } = window;
          const steps = Array.from(wave(inputShape, seed).values, (v) => Math.round(v));
          const input = { shape: inputShape, values: steps };
          const dy = wave(outputShape(window, inputShape[3]), seed + 1);
          const attrs = { filterSize: size, strides, pad };
          const output = await runOn('cpu', { kernel: 'MaxPool', inputs: { x: input }, attrs });
          await expectParity({ kernel: 'MaxPoolGrad', inputs: { dy, input, output }, attrs });
        }),
        cases(name),
      );
    },
  );

  it('for the gradient of average pooling without padding', async () => {
    await fc.assert(
      fc.asyncProperty(slidingWindow, phase, async (window, seed) => {
        const { inputShape, size, strides } = window;
        const input = wave(inputShape, seed);
        const dy = wave(outputShape({ ...window, pad: 'valid' }, inputShape[3]), seed + 1);
        const attrs = { filterSize: size, strides, pad: 'valid' };
        await expectParity({ kernel: 'AvgPoolGrad', inputs: { dy, input }, attrs });
      }),
      cases(name),
    );
  });

  it('for products of matrices transposed in every way', async () => {
    const length = fc.integer({ min: 1, max: 9 });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(fc.integer({ min: 1, max: 3 }), length, length, length),
        fc.boolean(),
        fc.boolean(),
        phase,
        async ([batch, rows, inner, columns], transposeA, transposeB, seed) => {
          const a = wave(transposeA ? [batch, inner, rows] : [batch, rows, inner], seed);
          const b = wave(transposeB ? [batch, columns, inner] : [batch, inner, columns], seed + 1);
          const attrs = { transposeA, transposeB };
          await expectParity({ kernel: 'BatchMatMul', inputs: { a, b }, attrs });
        },
      ),
      cases(name),
    );
  });

  it('for tensors that are repeated along their axes', async () => {
    const axis = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(axis, { minLength: 1, maxLength: 4 }),
        phase,
        async (axes, seed) => {
          const x = wave(
            axes.map(([length]) => length),
            seed,
          );
          await expectParity({
            kernel: 'Tile',
            inputs: { x },
            attrs: { reps: axes.map(([, times]) => times) },
          });
        },
      ),
      cases(name),
    );
  });

  it('for sums of rows by segment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
        phase,
        async (ids, rowShape, seed) => {
          const x = wave([ids.length, ...rowShape], seed);
          const segmentIds: Numbers = { shape: [ids.length], values: ids, dtype: 'int32' };
          const attrs = { numSegments: 5 };
          await expectParity({ kernel: 'UnsortedSegmentSum', inputs: { x, segmentIds }, attrs });
        },
      ),
      cases(name),
    );
  });
});
