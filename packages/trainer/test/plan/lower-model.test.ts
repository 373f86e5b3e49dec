import { CpuPlanExecutor, describePlan, type KernelCall } from '@manabi/backends/plan';
import { dropoutMask, resolveModel, type ModelSpec } from '@manabi/models';
import { expect, test } from 'vitest';
import { resolveOptimizer } from '../../src/optimizers/resolve-optimizer.js';
import { lowerModel } from '../../src/plan/lower-model.js';
import { lowerTracedStep } from '../../src/plan/lower-traced-step.js';

const sgd = resolveOptimizer({ type: 'sgd' });

/** `kind reads -> writes` of each call. */
function flow(calls: readonly KernelCall[]): string[] {
  return calls.map(({ kind, reads, writes }) => {
    const [from, to] = [reads, writes].map((buffers) => Object.values(buffers).join(', '));
    return `${kind} ${from} -> ${to}`;
  });
}

test('lowers a dense layer to a forward pass, the loss, its gradients and updates', () => {
  const model = resolveModel({
    inputShape: [2, 2, 1],
    layers: [
      { type: 'flatten' },
      { type: 'dense', units: 3, activation: 'relu' },
      { type: 'dense', units: 2, activation: 'softmax', useBias: false },
    ],
  });
  const { train, evaluate, predict } = lowerModel(model, sgd, 4).procedures;
  const forward = [
    'gather  -> inputs, labels',
    'dense inputs, dense1/kernel, dense1/bias -> dense1/output',
    'dense dense1/output, dense2/kernel -> dense2/output',
  ];
  expect(flow(train!)).toEqual([
    ...forward,
    'softmaxCrossEntropy dense2/output, labels -> totals, gradient of dense2/output',
    'denseInputGradient dense2/kernel, gradient of dense2/output -> gradient of dense1/output',
    'denseWeightUpdate dense1/output, gradient of dense2/output -> dense2/kernel',
    'activationGradient dense1/output, gradient of dense1/output -> gradient of dense1/output',
    'denseWeightUpdate inputs, gradient of dense1/output -> dense1/kernel, gradient of dense1/bias',
    'update gradient of dense1/bias -> dense1/bias',
  ]);
  expect(flow(evaluate!)).toEqual([
    ...forward,
    'softmaxCrossEntropy dense2/output, labels -> totals',
  ]);
  expect(flow(predict!)).toEqual([...forward, 'softmax dense2/output -> probabilities']);
});

test('fuses nothing and overwrites nothing where all numbers of a step are to be read', () => {
  const model = resolveModel({
    inputShape: [4],
    layers: [
      { type: 'dense', units: 3, activation: 'relu' },
      { type: 'dropout', rate: 0.5 },
      { type: 'dense', units: 2, useBias: false },
      { type: 'activation', activation: 'tanh' },
    ],
  });
  const { plan } = lowerTracedStep(model, sgd, 2);
  expect(flow(plan.procedures.train!)).toEqual([
    'gather  -> inputs, labels',
    'dense inputs, dense1/kernel, dense1/bias -> dense1/sums',
    'activation dense1/sums -> dense1/output',
    'dropout dense1/output -> dropout1/output',
    'dense dropout1/output, dense2/kernel -> dense2/output',
    'activation dense2/output -> activation1/output',
    'softmax activation1/output -> probabilities',
    'softmaxCrossEntropy activation1/output, labels -> totals, gradient of activation1/output',
    'activationGradient activation1/output, gradient of activation1/output -> gradient of dense2/output',
    'denseWeightGradient dropout1/output, gradient of dense2/output -> gradient of dense2/kernel',
    'denseInputGradient dense2/kernel, gradient of dense2/output -> gradient of dropout1/output',
    'update gradient of dense2/kernel -> dense2/kernel',
    'dropout gradient of dropout1/output -> gradient of dense1/output',
    'activationGradient dense1/output, gradient of dense1/output -> gradient of dense1/sums',
    'denseWeightGradient inputs, gradient of dense1/sums -> gradient of dense1/kernel, gradient of dense1/bias',
    'update gradient of dense1/kernel -> dense1/kernel',
    'update gradient of dense1/bias -> dense1/bias',
  ]);
  expect(plan.buffers.filter(({ lifetime }) => lifetime !== 'kept')).toEqual([]);
});

test('drops in training only, with the mask of the layer on activations and on gradients', () => {
  const spec: ModelSpec = {
    inputShape: [6],
    layers: [
      { type: 'dense', units: 6, useBias: false },
      { type: 'dropout', rate: 0.4 },
      { type: 'dense', units: 2, useBias: false },
    ],
  };
  const plan = lowerModel(resolveModel(spec), sgd, 5);
  expect(flow(plan.procedures.evaluate!).join()).not.toContain('dropout');
  using executor = CpuPlanExecutor.create({
    ...plan,
    // Kept, so that the test can read them after the step.
    buffers: plan.buffers.map((buffer) => ({ ...buffer, lifetime: 'kept' })),
  });
  const identity = Array.from({ length: 36 }, (_, i) => (i % 7 === 0 ? 1 : 0));
  executor.write('dense1/kernel', identity);
  executor.write(
    'dense2/kernel',
    Float32Array.from({ length: 12 }, (_, i) => i % 2),
  );
  const examples = {
    ...{ inputs: new Float32Array(30).fill(1), labels: new Uint8Array(5) },
    ...{ scale: [1], offset: [0] },
  };
  const batch = { examples, indices: Uint32Array.of(0, 1, 2, 3, 4) };
  executor.run('train', { rows: 5, batch, learningRate: 0, step: 8, seed: 3 });

  const mask = dropoutMask({ seed: 3, step: 7, layerIndex: 1, rate: 0.4 }, 30);
  expect(executor.read('dropout1/output')).toEqual(mask);
  const gradient = executor.read('gradient of dropout1/output');
  expect(Array.from(gradient, (value) => value !== 0)).toEqual(
    Array.from(mask, (factor) => factor !== 0),
  );
});

test('pads as TensorFlow does: the odd row and column follow the image', () => {
  const model = resolveModel({
    inputShape: [6, 5, 2],
    layers: [
      { type: 'conv2d', filters: 3, kernelSize: [3, 2], strides: [2, 1], padding: 'same' },
      { type: 'averagePooling2d', poolSize: 2, padding: 'valid' },
      { type: 'flatten' },
      { type: 'dense', units: 2 },
    ],
  });
  const [, convolution, pooling] = lowerModel(model, sgd, 1).procedures.predict!;
  // Height: 3 outputs, (3 - 1) * 2 + 3 - 6 = 1 row missing, 0 before. Width: 5 outputs, 1 missing.
  expect(convolution).toMatchObject({
    geometry: {
      ...{ inHeight: 6, inWidth: 5, channels: 2, windowHeight: 3, windowWidth: 2 },
      ...{ strideHeight: 2, strideWidth: 1, padTop: 0, padLeft: 0, outHeight: 3, outWidth: 5 },
    },
  });
  expect(pooling).toMatchObject({
    geometry: { inHeight: 3, inWidth: 5, strideHeight: 2, outHeight: 1, outWidth: 2 },
  });
});

test('is described line by line', () => {
  const model = resolveModel({ inputShape: [4], layers: [{ type: 'dense', units: 3 }] });
  const text = describePlan(lowerModel(model, resolveOptimizer({ type: 'adam' }), 2));
  expect(text.split('\n').slice(0, 7)).toEqual([
    'train, up to 2 examples',
    '   1 gather                   -> inputs, labels  4 numbers an example',
    '   2 dense                    inputs, dense1/kernel, dense1/bias -> dense1/output  4 x 3, linear',
    '   3 softmaxCrossEntropy      dense1/output, labels -> totals, gradient of dense1/output  3 classes',
    '   4 denseWeightUpdate        inputs, gradient of dense1/output -> dense1/kernel, m/dense1/kernel, v/dense1/kernel, gradient of dense1/bias  4 x 3, adam',
    '   5 update                   gradient of dense1/bias -> dense1/bias, m/dense1/bias, v/dense1/bias  adam, 3 numbers',
    '',
  ]);
  expect(text).toContain('kept     m/dense1/kernel  [4,3] float32');
});
