import { syntheticDigits, type Dataset } from '@manabi/datasets';
import { cnn, initializeModel, mlp, type Model, type ModelSpec } from '@manabi/models';
import { centralDifference, readGolden } from '@manabi/test-utils';
import {
  fit,
  optimizerNames,
  traceStep,
  type OptimizerSpec,
  type OptimizerState,
  type StepTrace,
  type TraceOptions,
  type TrainingSettings,
} from '@manabi/trainer';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { useBackend } from './backends-under-test.js';
import { clusters, clustersModel } from './clusters.js';
import { outcome } from './collect.js';

/** Features whose numbers are used as they are. */
function features(inputs: readonly number[], length: number, labels: readonly number[]): Dataset {
  return {
    ...{ name: 'by hand', inputs: Float32Array.from(inputs), inputShape: [length] },
    ...{ labels: Uint8Array.from(labels), classNames: ['a', 'b'] },
    normalization: { kind: 'scale', factor: 1 },
  };
}

function upTo(rows: number): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => row);
}

describe('a 2-2-2 network', () => {
  const model: Model = {
    spec: mlp({ inputShape: [2], hidden: [2], classes: 2 }),
    weights: {
      'dense1/kernel': Float32Array.of(1, -1, 0.5, 1),
      'dense1/bias': Float32Array.of(0, -2),
      'dense2/kernel': Float32Array.of(1, 0, 1, -1),
      'dense2/bias': Float32Array.of(-2, 0),
    },
  };
  const optimizer = { type: 'sgd', learningRate: 0.5 } as const;

  it('has the numbers that one reckons on paper', () => {
    const trace = traceStep(model, features([1, 2], 2, [0]), upTo(1), { optimizer });
    const [hidden, last] = trace.layers;

    // Forward: z1 = (1 + 2 * .5, -1 + 2 - 2) = (2, -1), cut at 0; logits (2 - 2, 0).
    expect(hidden!.input).toEqual(Float32Array.of(1, 2));
    expect(hidden!.preActivation).toEqual(Float32Array.of(2, -1));
    expect(hidden!.output).toEqual(Float32Array.of(2, 0));
    expect(trace.logits).toEqual(Float32Array.of(0, 0));
    expect(trace.probabilities).toEqual(Float32Array.of(0.5, 0.5));

    // Compare: one half was the probability of the truth.
    expect(trace.loss).toBeCloseTo(Math.LN2, 12);
    expect(trace.losses[0]).toBeCloseTo(Math.LN2, 12);
    expect(trace.logitsGradient).toEqual(Float32Array.of(-0.5, 0.5));

    // Backward: da = W2 dlogits; the second unit was cut off and hands nothing on.
    expect(last!.outputGradient).toEqual(Float32Array.of(-0.5, 0.5));
    expect(last!.preActivationGradient).toEqual(Float32Array.of(-0.5, 0.5));
    expect(last!.inputGradient).toEqual(Float32Array.of(-0.5, -1));
    expect(hidden!.outputGradient).toEqual(Float32Array.of(-0.5, -1));
    expect(hidden!.preActivationGradient).toEqual(Float32Array.of(-0.5, 0));
    expect(hidden!.inputGradient).toBeNull();

    // Adjust: input times gradient, times -.5.
    expect(trace.weights['dense1/kernel']).toEqual({
      shape: [2, 2],
      before: Float32Array.of(1, -1, 0.5, 1),
      gradient: Float32Array.of(-0.5, 0, -1, 0),
      change: Float32Array.of(0.25, 0, 0.5, 0),
      after: Float32Array.of(1.25, -1, 1, 1),
    });
    expect(trace.weights['dense1/bias']!.after).toEqual(Float32Array.of(0.25, -2));
    expect(trace.weights['dense2/kernel']!.gradient).toEqual(Float32Array.of(-1, 1, 0, 0));
    expect(trace.weights['dense2/kernel']!.after).toEqual(Float32Array.of(1.5, -0.5, 1, -1));
    expect(trace.weights['dense2/bias']!.after).toEqual(Float32Array.of(-1.75, -0.25));

    // And again, from there: z1 = (1.25 + 2 + .25, -1), logits (1.5 * 3.5 - 1.75, -.5 * 3.5 - .25).
    const again = traceStep(trace.next.model, features([1, 2], 2, [0]), upTo(1), { optimizer });
    expect(again.logits).toEqual(Float32Array.of(3.5, -2));
    expect(again.loss).toBeCloseTo(Math.log1p(Math.exp(-5.5)), 6);
  });

  it('divides the gradients by the examples of the batch', () => {
    const twice = features([1, 2, 1, 2], 2, [0, 0]);
    const trace = traceStep(model, twice, upTo(2), { optimizer });
    expect(trace.logitsGradient).toEqual(Float32Array.of(-0.25, 0.25, -0.25, 0.25));
    expect(trace.weights['dense2/kernel']!.gradient).toEqual(Float32Array.of(-1, 1, 0, 0));
    const opposed = traceStep(model, features([1, 2, 1, 2], 2, [0, 1]), upTo(2), { optimizer });
    expect(opposed.weights['dense1/kernel']!.gradient).toEqual(new Float32Array(4));
    expect(opposed.predicted).toEqual(Int32Array.of(0, 0));
    expect(opposed.labels).toEqual(Int32Array.of(0, 1));
  });

  it('leaves the model as it was', () => {
    const weights = structuredClone(model.weights);
    traceStep(model, features([1, 2], 2, [0]), upTo(1), { optimizer });
    expect(model.weights).toEqual(weights);
  });
});

describe('steps in a row', () => {
  beforeAll(() => useBackend('cpu'));

  const digits = syntheticDigits({ trainSize: 24, testSize: 1, seed: 3 }).train;
  const image: ModelSpec = {
    inputShape: [28, 28, 1],
    layers: [
      { type: 'averagePooling2d', poolSize: 4 },
      { type: 'conv2d', filters: 3, kernelSize: 2, activation: 'relu' },
      { type: 'dropout', rate: 0.3 },
      { type: 'maxPooling2d', poolSize: 2 },
      { type: 'conv2d', filters: 4, kernelSize: 2, useBias: false },
      { type: 'activation', activation: 'tanh' },
      { type: 'flatten' },
      { type: 'dense', units: 10, activation: 'softmax' },
    ],
  };

  /** The traces of one epoch of `fit` in the order of the data, the last batch short. */
  function traceEpoch(model: Model, data: Dataset, batchSize: number, options: TraceOptions) {
    const all = upTo(data.labels.length);
    const traces: StepTrace[] = [];
    for (let start = 0; start < all.length; start += batchSize) {
      const before = traces.at(-1)?.next ?? { model };
      const { optimizerState } = { optimizerState: undefined, ...before };
      traces.push(
        traceStep(before.model, data, all.subarray(start, start + batchSize), {
          ...options,
          ...(optimizerState !== undefined && { optimizerState }),
        }),
      );
    }
    return traces;
  }

  const cases = optimizerNames.flatMap((type) => [
    { what: 'an MLP with dropout', type, clipping: null },
    { what: 'an MLP with dropout', type, clipping: { type: 'norm', limit: 0.05 } as const },
    { what: 'a CNN', type, clipping: null },
  ]);
  it.each(cases)(
    'equal fit to the last bit: $what, $type, clipping $clipping',
    async ({ what, type, clipping }) => {
      const [model, data] =
        what === 'a CNN'
          ? [initializeModel(image, { seed: 2 }), digits]
          : [clustersModel(2), clusters(22)];
      const optimizer: OptimizerSpec = { type, learningRate: 0.05 };
      const options = { optimizer, seed: 7, gradientClipping: clipping };
      const settings: TrainingSettings = {
        ...options,
        ...{ epochs: 1, batchSize: 8, shuffle: false, engine: 'plan', logEvery: 1 },
      };
      const losses: number[] = [];
      const states: OptimizerState[] = [];
      const run = fit(model, { train: data }, settings, {
        callbacks: [
          (event) => {
            if (event.type === 'batchEnd') losses.push(event.loss);
          },
        ],
        checkpoints: { save: ({ optimizer: state }) => void states.push(state) },
      });
      const { model: trained } = await outcome(run);

      const traces = traceEpoch(model, data, 8, options);
      expect(traces.at(-1)!.next.model).toEqual(trained);
      expect(traces.at(-1)!.next.optimizerState).toEqual(states.at(-1));
      expect(states.at(-1)!.step).toBe(3);
      // `fit` tells the mean since the epoch began.
      const first = traces[0]!;
      expect(first.loss).toBe(losses[0]);
      // A mean of eight float64 numbers near 1: a few times 2^-53.
      const mean = first.losses.reduce((sum, loss) => sum + loss, 0) / first.losses.length;
      expect(Math.abs(mean - first.loss)).toBeLessThan(1e-14);
    },
  );

  it('hand each gradient from layer to layer', () => {
    const model = initializeModel(image, { seed: 2 });
    const { layers, logits, logitsGradient } = traceStep(model, digits, upTo(8), { seed: 7 });
    expect(layers.at(-1)!.output).toEqual(logits);
    expect(layers.at(-1)!.outputGradient).toEqual(logitsGradient);
    layers.slice(1).forEach((layer, before) => {
      expect(layer.input).toEqual(layers[before]!.output);
      expect(layer.inputGradient).toEqual(layers[before]!.outputGradient);
    });
    expect(layers.map(({ preActivation }) => preActivation !== null)).toEqual(
      layers.map(({ layer }) => layer.weights.length > 0),
    );
    // Pooling stands before the first weight, so nothing asks for its gradients.
    expect(layers[0]).toMatchObject({ outputGradient: null, inputGradient: null });
    expect(layers[1]!.inputGradient).toBeNull();
  });

  it('have the gradients that central differences of the loss give', () => {
    // tanh and sigmoid, whose corners do not spoil the differences.
    const spec: ModelSpec = {
      inputShape: [2],
      layers: [
        { type: 'dense', units: 4, activation: 'tanh' },
        { type: 'dense', units: 3, activation: 'sigmoid' },
        { type: 'dense', units: 3, activation: 'softmax' },
      ],
    };
    const model = initializeModel(spec, { seed: 4 });
    const data = clusters(6);
    const { weights } = traceStep(model, data, upTo(6));
    for (const [name, { before, gradient }] of Object.entries(weights)) {
      // h = 1e-2: truncation h^2 / 6 and rounding 2^-24 / h, both below 2e-5.
      const lossAt = (values: Float32Array) => {
        const changed = { spec, weights: { ...model.weights, [name]: values } };
        return { loss: traceStep(changed, data, upTo(6)).loss };
      };
      const expected = centralDifference((values) => lossAt(values).loss, before, 1e-2);
      gradient.forEach((value, i) => {
        expect(Math.abs(value - expected[i]!), `${name}[${i}]`).toBeLessThan(5e-5);
      });
    }
  });
});

const goldenModels: Readonly<Record<string, ModelSpec>> = {
  'mlp 12-7-10 relu': mlp({ inputShape: [12], hidden: [7], classes: 10 }),
  'cnn 10x10x1: conv4 conv5 pool2 dense6 dense10': cnn({
    ...{ inputShape: [10, 10, 1], filters: [4, 5], dense: 6, dropout: [0, 0], classes: 10 },
  }),
};

test.each(readGolden('training'))(
  'steps of $name under $optimizer give the losses and weights of PyTorch',
  (golden) => {
    const spec = goldenModels[golden.name]!;
    const type = golden.optimizer.split(' ')[0] as OptimizerSpec['type'];
    const optimizer: OptimizerSpec = type === 'adam' ? { type } : { type, learningRate: 0.1 };
    const data: Dataset = {
      ...{ name: golden.name, inputs: Float32Array.from(golden.x.data) },
      ...{ inputShape: spec.inputShape, labels: Uint8Array.from(golden.labels) },
      classNames: Array.from({ length: 10 }, (_, label) => String(label)),
      normalization: { kind: 'scale', factor: 1 },
    };
    let model: Model = {
      spec,
      weights: Object.fromEntries(
        Object.entries(golden.init).map(([name, { data }]) => [name, Float32Array.from(data)]),
      ),
    };
    let options: TraceOptions = { optimizer };
    // Float32 against PyTorch's float64: 6e-8 a number, some tens of operations, four steps.
    for (const expected of golden.losses) {
      const { loss, next } = traceStep(model, data, upTo(golden.labels.length), options);
      expect(Math.abs(loss - expected)).toBeLessThan(1e-5);
      model = next.model;
      options = { optimizer, optimizerState: next.optimizerState };
    }
    for (const [name, { data }] of Object.entries(golden.final)) {
      data.forEach((expected, i) => {
        expect(Math.abs(model.weights[name]![i]! - expected), name).toBeLessThan(1e-5);
      });
    }
  },
);

describe('what cannot be traced', () => {
  const model = clustersModel();
  const data = clusters(5);

  it('is a batch without examples or with strange ones', () => {
    const code = 'data-mismatch';
    expect(() => traceStep(model, data, upTo(0))).toThrow(expect.objectContaining({ code }));
    expect(() => traceStep(model, data, Uint32Array.of(1, 5))).toThrow(/got 5/);
  });

  it('is data of another shape, a setting that is none, and the state of another optimiser', () => {
    expect(() => traceStep(model, features([1], 1, [0]), upTo(1))).toThrow(
      expect.objectContaining({ code: 'data-mismatch' }),
    );
    const optimizer = { type: 'sgd', learningRate: -1 } as const;
    expect(() => traceStep(model, data, upTo(1), { optimizer })).toThrow(
      expect.objectContaining({ code: 'invalid-setting' }),
    );
    const { optimizerState } = traceStep(model, data, upTo(1)).next;
    const other = { optimizer: { type: 'sgd' }, optimizerState } as const;
    expect(() => traceStep(model, data, upTo(1), other)).toThrow(
      expect.objectContaining({ code: 'state-mismatch' }),
    );
  });
});
