import { cast, Cast, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';

/** The same numbers in another type (tfjs' avgPool casts its result): `dL/dx = dL/dy`. */
export const castGradient: GradConfig = {
  kernelName: Cast,
  gradFunc: (dy) => ({ x: () => cast(dy as Tensor, 'float32') }),
};
