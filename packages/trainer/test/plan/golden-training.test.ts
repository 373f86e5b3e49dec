import { CpuPlanExecutor } from '@manabi/backends/plan';
import { cnn, mlp, resolveModel, type ModelSpec } from '@manabi/models';
import { readGolden } from '@manabi/test-utils';
import { expect, test } from 'vitest';
import { resolveOptimizer } from '../../src/optimizers/resolve-optimizer.js';
import { lowerModel } from '../../src/plan/lower-model.js';

const models: Readonly<Record<string, ModelSpec>> = {
  'mlp 12-7-10 relu': mlp({ inputShape: [12], hidden: [7], classes: 10 }),
  'cnn 10x10x1: conv4 conv5 pool2 dense6 dense10': cnn({
    ...{ inputShape: [10, 10, 1], filters: [4, 5], dense: 6, dropout: [0, 0], classes: 10 },
  }),
};

const optimizers = {
  'adam lr=0.001 beta1=0.9 beta2=0.999 epsilon=1e-7': resolveOptimizer({ type: 'adam' }),
  'sgd lr=0.1': resolveOptimizer({ type: 'sgd', learningRate: 0.1 }),
  'momentum lr=0.1 momentum=0.9': resolveOptimizer({ type: 'momentum', learningRate: 0.1 }),
};

// Float32 against PyTorch's float64: 6e-8 a number, some tens of operations, four steps.
const tolerance = 1e-5;

test.each(readGolden('training'))(
  'four steps of a lowered $name under $optimizer give the losses and weights of PyTorch',
  (golden) => {
    const optimizer = optimizers[golden.optimizer as keyof typeof optimizers];
    const model = resolveModel(models[golden.name]!);
    const rows = golden.labels.length;
    using executor = CpuPlanExecutor.create(lowerModel(model, optimizer, rows));
    for (const [name, { data }] of Object.entries(golden.init)) executor.write(name, data);
    const batch = {
      examples: {
        inputs: Float32Array.from(golden.x.data),
        labels: Uint8Array.from(golden.labels),
        scale: [1],
        offset: [0],
      },
      indices: Uint32Array.from(golden.labels, (_, index) => index),
    };
    const loss = () => {
      const [samples, sum] = executor.read('totals');
      executor.write('totals', [0, 0, 0]);
      return sum! / samples!;
    };

    const { learningRate } = optimizer;
    const losses = golden.losses.map((_, index) => {
      executor.run('train', { rows, batch, learningRate, step: index + 1, seed: 0 });
      return loss();
    });
    executor.run('evaluate', { rows, batch });
    const final = [...losses, loss()];

    [...golden.losses, golden.finalLoss].forEach((expected, index) => {
      expect(Math.abs(final[index]! - expected)).toBeLessThan(tolerance);
    });
    for (const [name, { data }] of Object.entries(golden.final)) {
      const weights = executor.read(name);
      data.forEach((expected, i) => {
        expect(Math.abs(weights[i]! - expected), `${name}[${i}]`).toBeLessThan(tolerance);
      });
    }
  },
);
