/** @file What is trained in the benchmark: 28 x 28 grey images, ten classes, Adam 1e-3. */
import { cnn, mlp } from '@manabi/models';

const shape = { inputShape: [28, 28, 1], classes: 10 };

/** By name: the specification, and the steps of one measured run, about a second's worth. */
export const networks = {
  mlp: { spec: mlp({ ...shape, hidden: [128] }), steps: 600 },
  cnn: { spec: cnn({ ...shape, dropout: [0, 0] }), steps: 12 },
};
