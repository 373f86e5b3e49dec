import { BatchMatMul, matMul, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';

/**
 * `Y = A B`: `dL/dA = dL/dY B^T` and `dL/dB = A^T dL/dY` (Goodfellow et al. 2016, section 6.5.6),
 * and the same with A or B stored transposed.
 */
export const batchMatMulGradient: GradConfig = {
  kernelName: BatchMatMul,
  inputsToSave: ['a', 'b'],
  gradFunc: (gradient, saved, { transposeA, transposeB }) => {
    const dy = gradient as Tensor;
    const [a, b] = saved as [Tensor, Tensor];
    return {
      a: () =>
        transposeA === true
          ? matMul(b, dy, transposeB === true, true)
          : matMul(dy, b, false, transposeB !== true),
      b: () =>
        transposeB === true
          ? matMul(dy, a, true, transposeA === true)
          : matMul(a, dy, transposeA !== true, false),
    };
  },
};
