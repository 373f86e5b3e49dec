/** @file What the shapes of the suite for every backend leave out, on wasm. */
import { setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@manabi/backends/tfjs-wasm-training';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectClose } from './expect-close.js';
import { dot, runOn, wave } from './kernel-call.js';
import { cases, outputShape, slidingWindow, type SlidingWindow } from './random-windows.js';

/** Of a sum of a few thousand float32 products of size 1. */
const tolerance = 1e-3;

const dilation = fc.integer({ min: 1, max: 3 });
const runs = cases('wasm');

function window(inputShape: SlidingWindow['inputShape'], pad: SlidingWindow['pad']): SlidingWindow {
  return { inputShape, size: [3, 3], strides: [1, 1], pad };
}

describe('gradients of convolutions on wasm', () => {
  beforeAll(() => setBackend('wasm'));

  it("agree with tfjs' cpu kernels for 3 x 3 filters over many channels (Winograd)", async () => {
    const side = fc.integer({ min: 4, max: 14 });
    const many = fc.integer({ min: 8, max: 21 });
    const pads = fc.constantFrom<SlidingWindow['pad']>('same', 'valid', [
      [0, 0],
      [2, 1],
      [0, 2],
      [0, 0],
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(fc.integer({ min: 1, max: 3 }), side, side, many),
        many,
        pads,
        async (inputShape, filters, pad) => {
          const filterShape = [3, 3, inputShape[3], filters];
          const x = wave(inputShape, 0);
          const filter = wave(filterShape, 1);
          const dy = wave(outputShape(window(inputShape, pad), filters), 2);
          const attrs = { strides: 1, pad, dataFormat: 'NHWC', filterShape, inputShape };
          for (const call of [
            { kernel: 'Conv2DBackpropFilter', inputs: { x, dy }, attrs },
            { kernel: 'Conv2DBackpropInput', inputs: { dy, filter }, attrs },
          ]) {
            expectClose(await runOn('wasm', call), await runOn('cpu', call));
          }
        },
      ),
      { ...runs, numRuns: 30 },
    );
  });

  it('agree with them under padding that is wider than the window', async () => {
    const wide = fc.integer({ min: 0, max: 7 });
    const pads = fc.tuple(wide, wide, wide, wide);
    const channels = fc.constantFrom(1, 3, 8);
    await fc.assert(
      fc.asyncProperty(channels, pads, async (depth, [top, bottom, left, right]) => {
        const inputShape: SlidingWindow['inputShape'] = [2, 6, 5, depth];
        const pad: SlidingWindow['pad'] = [
          [0, 0],
          [top, bottom],
          [left, right],
          [0, 0],
        ];
        const filterShape = [3, 3, depth, 8];
        const x = wave(inputShape, 0);
        const filter = wave(filterShape, 1);
        const dy = wave(outputShape(window(inputShape, pad), 8), 2);
        const attrs = { strides: 1, pad, dataFormat: 'NHWC', filterShape, inputShape };
        for (const call of [
          { kernel: 'Conv2DBackpropFilter', inputs: { x, dy }, attrs },
          { kernel: 'Conv2DBackpropInput', inputs: { dy, filter }, attrs },
        ]) {
          expectClose(await runOn('wasm', call), await runOn('cpu', call));
        }
      }),
      runs,
    );
  });

  // tfjs' cpu gradients take no dilation and one stride for both sides, so the forward pass is the
  // reference: <A x, dy> = <x, A' dy> says that A' is the derivative of the linear map A.
  it('of depthwise convolutions are adjoint to them for any strides, dilations and multiplier', async () => {
    await fc.assert(
      fc.asyncProperty(
        slidingWindow,
        fc.tuple(dilation, dilation),
        fc.constantFrom(1, 2, 3, 8),
        fc.constantFrom(0, 3, 16),
        async ({ inputShape, size, strides, pad }, spread, multiplier, more) => {
          const [batch, rows, columns, few] = inputShape;
          const shape: SlidingWindow['inputShape'] = [batch, rows + 6, columns + 6, few + more];
          const isStrided = strides[0] * strides[1] > 1;
          const dilations = isStrided ? [1, 1] : spread;
          const filterShape = [...size, shape[3], multiplier];
          const attrs = { strides, pad, dilations, dataFormat: 'NHWC', filterShape };
          const x = wave(shape, 0);
          const filter = wave(filterShape, 1);
          const forward = { kernel: 'DepthwiseConv2dNative', inputs: { x, filter }, attrs };
          const y = await runOn('wasm', forward);
          const dy = wave(y.shape, 2);
          const dFilter = await runOn('wasm', {
            kernel: 'DepthwiseConv2dNativeBackpropFilter',
            inputs: { x, dy },
            attrs,
          });
          const dx = await runOn('wasm', {
            kernel: 'DepthwiseConv2dNativeBackpropInput',
            inputs: { dy, filter },
            attrs: { ...attrs, inputShape: shape },
          });
          const expected = dot(y.values, dy.values);
          expect(dFilter.shape).toEqual(filterShape);
          expect(dx.shape).toEqual(shape);
          expect(Math.abs(dot(filter.values, dFilter.values) - expected)).toBeLessThan(tolerance);
          expect(Math.abs(dot(x.values, dx.values) - expected)).toBeLessThan(tolerance);
        },
      ),
      runs,
    );
  });
});
