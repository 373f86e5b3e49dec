import { backend_util } from '@tensorflow/tfjs-core';
import type { BackendName } from '@manabi/backends';
import fc from 'fast-check';

export type Padding = 'valid' | 'same' | [[0, 0], [number, number], [number, number], [0, 0]];

/** A window that slides over images, as convolutions and poolings have it. */
export interface SlidingWindow {
  readonly inputShape: [number, number, number, number];
  readonly size: [number, number];
  readonly strides: [number, number];
  readonly pad: Padding;
}

const side = fc.integer({ min: 1, max: 4 });
const stride = fc.integer({ min: 1, max: 3 });

/** Explicit padding stays below the window's size, so that no window lies outside the image. */
function padding([height, width]: [number, number]): fc.Arbitrary<Padding> {
  const vertical = fc.integer({ min: 0, max: height - 1 });
  const horizontal = fc.integer({ min: 0, max: width - 1 });
  const explicit = fc
    .tuple(fc.tuple(vertical, vertical), fc.tuple(horizontal, horizontal))
    .map(([rows, columns]): Padding => [[0, 0], rows, columns, [0, 0]]);
  return fc.oneof(fc.constant<Padding>('valid'), fc.constant<Padding>('same'), explicit);
}

/** Odd and even sizes, batch of one included, channels mostly not divisible by four. */
export const slidingWindow: fc.Arbitrary<SlidingWindow> = fc
  .record({
    batch: fc.integer({ min: 1, max: 3 }),
    rows: fc.integer({ min: 4, max: 9 }),
    columns: fc.integer({ min: 4, max: 9 }),
    channels: fc.integer({ min: 1, max: 6 }),
    size: fc.tuple(side, side),
    strides: fc.tuple(stride, stride),
  })
  .chain(({ batch, rows, columns, channels, size, strides }) =>
    padding(size).map((pad) => ({
      inputShape: [batch, rows, columns, channels] as [number, number, number, number],
      size,
      strides,
      pad,
    })),
  );

/** [batch, rows, columns, outChannels] of what the window gives. */
export function outputShape(
  window: SlidingWindow,
  outChannels: number,
  depthwise = false,
): [number, number, number, number] {
  const { inputShape, size, strides, pad } = window;
  const perChannel = depthwise ? outChannels / inputShape[3] : outChannels;
  return backend_util.computeConv2DInfo(
    inputShape,
    [...size, inputShape[3], perChannel],
    strides,
    1,
    pad,
    undefined,
    depthwise,
  ).outShape;
}

/** The same cases in every run; few on WebGPU, where each new shape compiles shaders. */
export function cases(backendName: BackendName): { seed: number; numRuns: number } {
  return { seed: 20261121, numRuns: backendName === 'webgpu' ? 3 : 100 };
}
