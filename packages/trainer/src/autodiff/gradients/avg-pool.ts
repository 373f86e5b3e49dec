import {
  AvgPool,
  AvgPoolGrad,
  backend_util,
  engine,
  mul,
  pad,
  slice,
  tensor,
  type AvgPoolAttrs,
  type GradConfig,
  type NamedAttrMap,
  type Tensor,
} from '@tensorflow/tfjs-core';

/**
 * `y = mean of the n inputs in a window`: each of them gets `dL/dy / n`; padding is not counted in n.
 *
 * tfjs' cpu and webgpu kernels take n for the whole window at padded edges too, so there the
 * padding is made part of the input, each gradient is scaled to its own n, and the padding cut off.
 */
export const avgPoolGradient: GradConfig = {
  kernelName: AvgPool,
  inputsToSave: ['x'],
  gradFunc: (gradient, [x], attributes) => {
    const {
      filterSize,
      strides,
      pad: padding,
      dimRoundingMode,
    } = attributes as unknown as AvgPoolAttrs;
    const pool = backend_util.computePool2DInfo(
      x!.shape as [number, number, number, number],
      filterSize,
      strides,
      1,
      padding,
      dimRoundingMode,
    );
    const { top, bottom, left, right } = pool.padInfo;
    const share = (dy: Tensor, input: Tensor, attrs: NamedAttrMap): Tensor =>
      engine().runKernel<Tensor>(AvgPoolGrad, { dy, input }, attrs);
    if (top + bottom + left + right === 0) {
      return { x: () => share(gradient as Tensor, x!, attributes) };
    }
    return {
      x: () => {
        const padded = pad(x!, [
          [0, 0],
          [top, bottom],
          [left, right],
          [0, 0],
        ]);
        const dy = mul(gradient as Tensor, windowScale(pool));
        return slice(
          share(dy, padded, { filterSize, strides, pad: 'valid' }),
          [0, top, left, 0],
          x!.shape,
        );
      },
    };
  },
};

/** Size of a window over the inputs it really has, [1, outHeight, outWidth, 1]. */
function windowScale(pool: backend_util.Conv2DInfo): Tensor {
  const { filterHeight, filterWidth, outHeight, outWidth, inHeight, inWidth, padInfo } = pool;
  const scale = new Float32Array(outHeight * outWidth);
  for (let row = 0; row < outHeight; row++) {
    const rows = covered(row * pool.strideHeight - padInfo.top, filterHeight, inHeight);
    for (let column = 0; column < outWidth; column++) {
      const columns = covered(column * pool.strideWidth - padInfo.left, filterWidth, inWidth);
      scale[row * outWidth + column] = (filterHeight * filterWidth) / (rows * columns);
    }
  }
  return tensor(scale, [1, outHeight, outWidth, 1]);
}

/** How much of [start, start + length) lies in [0, end). */
function covered(start: number, length: number, end: number): number {
  return Math.min(start + length, end) - Math.max(start, 0);
}
