import { engine, tensor, tidy, type NamedTensorMap, type Tensor } from '@tensorflow/tfjs-core';
import { checkProblem } from './check-problem.js';

/**
 * Float32 sums of a few dozen products of size 1 round to about 1e-6; graphics cards that fuse or
 * reorder them differ a little more. A wrong kernel misses by the size of the numbers.
 */
const tolerance = 1e-4;

/**
 * Runs the kernels that training leans on (products, a convolution and its gradients, max pooling
 * and its gradient) on tfjs' current backend and compares with plain loops.
 *
 * @returns what differs, undefined when nothing does. Leaves no tensors behind.
 */
export async function findWrongKernel(): Promise<string | undefined> {
  for (const { kernel, inputs, attrs, expected } of checkProblem()) {
    const output = tidy(() => {
      const named: NamedTensorMap = {};
      for (const [name, { values, shape }] of Object.entries(inputs)) {
        named[name] = tensor(values, shape);
      }
      return engine().runKernel<Tensor>(kernel, named, attrs);
    });
    try {
      const got = await output.data<'float32'>();
      const wrong = expected.findIndex((value, i) => !(Math.abs(got[i]! - value) <= tolerance));
      if (wrong >= 0 || got.length !== expected.length) {
        return `${kernel} gives ${got[wrong]} where ${expected[wrong]} is right`;
      }
    } finally {
      output.dispose();
    }
  }
  return undefined;
}
