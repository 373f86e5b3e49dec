import {
  AvgPoolGrad,
  backend_util,
  type AvgPoolGradAttrs,
  type AvgPoolGradInputs,
} from '@tensorflow/tfjs-core';
import { compose } from '../kernels/compose.js';
import { existing, type TfjsKernel } from '../kernels/tfjs-kernel.js';

/**
 * Gradient of average pooling on the backends where tfjs shares every output's gradient by the
 * whole window, though the mean was taken over the inputs inside the image. At padded edges each
 * gradient is scaled by (window size)/(inputs inside) before tfjs' kernel shares it.
 */
export function avgPoolGrad(backendName: string): TfjsKernel<AvgPoolGradInputs, AvgPoolGradAttrs> {
  return {
    name: AvgPoolGrad,
    create: (native) => (call) => {
      const { inputs, attrs, backend } = call;
      const pool = backend_util.computePool2DInfo(
        inputs.input.shape as [number, number, number, number],
        attrs.filterSize,
        attrs.strides,
        1,
        attrs.pad,
      );
      const { top, bottom, left, right } = pool.padInfo;
      if (top + bottom + left + right === 0) return existing(native)(call);
      const shape = [1, pool.outHeight, pool.outWidth, 1];
      const scale = { dataId: backend.write(edgeScale(pool), shape, 'float32'), shape };
      try {
        return compose(backendName, backend, (run) => {
          const b = { ...scale, dtype: 'float32' as const };
          const dy = run('Multiply', { a: inputs.dy, b });
          return existing(native)({ ...call, inputs: { ...inputs, dy } });
        });
      } finally {
        backend.disposeData(scale.dataId);
      }
    },
  };
}

/** [outHeight, outWidth]: the size of the window over the part of it that lies inside the image. */
function edgeScale(pool: backend_util.Conv2DInfo): Float32Array {
  const rows = inside(
    pool.outHeight,
    pool.strideHeight,
    pool.filterHeight,
    pool.padInfo.top,
    pool.inHeight,
  );
  const columns = inside(
    pool.outWidth,
    pool.strideWidth,
    pool.filterWidth,
    pool.padInfo.left,
    pool.inWidth,
  );
  const size = pool.filterHeight * pool.filterWidth;
  return Float32Array.from(rows.flatMap((row) => columns.map((column) => size / (row * column))));
}

/** For every window along one side, how many of its inputs lie inside the image. */
function inside(
  windows: number,
  stride: number,
  size: number,
  before: number,
  length: number,
): number[] {
  return Array.from({ length: windows }, (_, i) => {
    const first = i * stride - before;
    return Math.min(first + size, length) - Math.max(first, 0);
  });
}
