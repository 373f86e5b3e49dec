import {
  cnn,
  createWeightTensors,
  dropoutMask,
  forward,
  initializeModel,
  mlp,
  ModelArgumentError,
  resolveModel,
  type LayerSpec,
  type ModelSpec,
  type Weights,
} from '@manabi/models';
import { readGolden, type GoldenTensor } from '@manabi/test-utils';
import '@tensorflow/tfjs-backend-cpu';
import {
  dispose,
  memory,
  ones,
  randomUniform,
  setBackend,
  tensor,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let tensorsBefore = 0;
beforeAll(() => setBackend('cpu'));
beforeEach(() => {
  tensorsBefore = memory().numTensors;
});
afterEach(() => {
  expect(memory().numTensors).toBe(tensorsBefore);
});

/** The numbers that a model gives for a batch. */
function run(spec: ModelSpec, weights: Weights, x: GoldenTensor, options = {}): number[] {
  return tidy(() => {
    const model = resolveModel(spec);
    const tensors = createWeightTensors(model, weights);
    return [...forward(model, tensors, tensor(x.data, x.shape), options).dataSync()];
  });
}

function features(rows: number[][]): GoldenTensor {
  return { shape: [rows.length, rows[0]!.length], data: rows.flat() };
}

/** float32 sums of up to 100 products near 1: about 100 * 2^-24 off the float64 reference. */
const float32Digits = 5;

function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, float32Digits);
  });
}

describe('forward against PyTorch in float64', () => {
  it.each(readGolden('conv2d'))(
    'convolves x=$x.shape with f=$filter.shape s=$strides p=$padding',
    ({ x, filter, bias, y, strides, padding }) => {
      const [height, width, , filters] = filter.shape as [number, number, number, number];
      const layer = { type: 'conv2d', filters, kernelSize: [height, width] } as const;
      const spec: ModelSpec = {
        inputShape: x.shape.slice(1),
        layers: [{ ...layer, strides, padding }, { type: 'flatten' }],
      };
      const weights = {
        'conv1/filter': new Float32Array(filter.data),
        'conv1/bias': new Float32Array(bias.data),
      };
      expectClose(run(spec, weights, x), y.data);
    },
  );

  it.each(readGolden('pooling'))(
    'pools x=$x.shape by $kind k=$poolSize s=$strides p=$padding',
    ({ kind, poolSize, strides, padding, x, y }) => {
      const type = kind === 'max' ? 'maxPooling2d' : 'averagePooling2d';
      const spec: ModelSpec = {
        inputShape: x.shape.slice(1),
        layers: [{ type, poolSize, strides, padding }, { type: 'flatten' }],
      };
      expectClose(run(spec, {}, x), y.data);
    },
  );
});

describe('forward on examples to compute by hand', () => {
  const inputs = features([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);

  it('adds up one neuron with ReLU', () => {
    const spec: ModelSpec = {
      inputShape: [2],
      layers: [{ type: 'dense', units: 1, activation: 'relu' }],
    };
    const weights = {
      'dense1/kernel': new Float32Array([1, 1]),
      'dense1/bias': new Float32Array([-0.5]),
    };
    expect(run(spec, weights, inputs)).toEqual([0, 0.5, 0.5, 1.5]);
  });

  it('weights the inputs 1, 0 and 0.5 with 1, 0.4 and 0.1 as 1.05 in sum', () => {
    const spec: ModelSpec = {
      inputShape: [3],
      layers: [{ type: 'dense', units: 1, useBias: false }],
    };
    const weights = { 'dense1/kernel': new Float32Array([1, 0.4, 0.1]) };
    expectClose(run(spec, weights, features([[1, 0, 0.5]])), [1 + 0 + 0.05]);
  });

  it('answers XNOR with two layers', () => {
    const spec: ModelSpec = {
      inputShape: [2],
      layers: [
        { type: 'dense', units: 2, activation: 'relu' },
        { type: 'dense', units: 1, activation: 'relu' },
      ],
    };
    // n1 = relu(x1 + x2), n2 = relu(x1 + x2 - 1), n3 = relu(-n1 + 2 n2 + 1)
    const weights = {
      'dense1/kernel': new Float32Array([1, 1, 1, 1]),
      'dense1/bias': new Float32Array([0, -1]),
      'dense2/kernel': new Float32Array([-1, 2]),
      'dense2/bias': new Float32Array([1]),
    };
    expect(run(spec, weights, inputs)).toEqual([1, 0, 0, 1]);
  });

  it('convolves without flipping the kernel: every row 4 3 5', () => {
    const spec: ModelSpec = {
      inputShape: [5, 5, 1],
      layers: [{ type: 'conv2d', filters: 1, kernelSize: 3, useBias: false }, { type: 'flatten' }],
    };
    const weights = { 'conv1/filter': new Float32Array([1, 0, 1, 1, 1, 1, 0, 0, 1]) };
    const image = { shape: [1, 5, 5, 1], data: Array(5).fill([0, 1, 1, 0, 1]).flat() as number[] };
    expect(run(spec, weights, image)).toEqual([4, 3, 5, 4, 3, 5, 4, 3, 5]);
  });

  it.each<[LayerSpec & { type: 'activation' }, (x: number) => number]>([
    [{ type: 'activation', activation: 'linear' }, (x) => x],
    [{ type: 'activation', activation: 'relu' }, (x) => Math.max(0, x)],
    [{ type: 'activation', activation: 'sigmoid' }, (x) => 1 / (1 + Math.exp(-x))],
    [{ type: 'activation', activation: 'tanh' }, Math.tanh],
  ])('applies %j to every element', (layer, f) => {
    const x = [-2, -1, 0, 1, 2];
    expectClose(run({ inputShape: [5], layers: [layer] }, {}, features([x])), x.map(f));
  });

  it('leaves a final softmax out of the logits and puts it into the probabilities', () => {
    const x = [0, Math.log(2), Math.log(5)];
    const softmaxed: ModelSpec = {
      inputShape: [3],
      layers: [{ type: 'activation', activation: 'softmax' }],
    };
    expectClose(run(softmaxed, {}, features([x])), x);
    const probabilities = { output: 'probabilities' };
    expectClose(run(softmaxed, {}, features([x]), probabilities), [1 / 8, 2 / 8, 5 / 8]);
    const plain: ModelSpec = {
      inputShape: [3],
      layers: [{ type: 'activation', activation: 'linear' }],
    };
    expectClose(run(plain, {}, features([x]), probabilities), [1 / 8, 2 / 8, 5 / 8]);
  });
});

describe('forward with capture', () => {
  it('returns every layer, with the sums before an activation', () => {
    const model = resolveModel(cnn({ inputShape: [8, 8, 1], classes: 3, filters: [2], dense: 4 }));
    const { weights } = initializeModel(model.spec, { seed: 1 });
    const tensors = createWeightTensors(model, weights);
    const inputs = randomUniform([2, 8, 8, 1], -1, 1, 'float32', 5);
    const options = { capture: true, output: 'probabilities' } as const;
    const result = forward(model, tensors, inputs, options);
    const plain = forward(model, tensors, inputs, { output: 'probabilities' });

    expect(Object.keys(result.activations)).toEqual(model.layers.map((layer) => layer.name));
    for (const layer of model.layers) {
      const { output, preActivation } = result.activations[layer.name]!;
      expect(output.shape).toEqual([2, ...layer.outputShape]);
      const hasActivation = layer.weights.length > 0;
      expect(preActivation?.shape).toEqual(hasActivation ? [2, ...layer.outputShape] : undefined);
    }
    const conv = result.activations.conv1!;
    const sums = [...conv.preActivation!.dataSync()];
    expect([...conv.output.dataSync()]).toEqual(sums.map((sum) => Math.max(0, sum)));
    expect(Math.min(...sums)).toBeLessThan(0);
    const last = result.activations.dense2!;
    expect(last.output.dataSync()).toEqual(result.output.dataSync());
    expect(result.output.dataSync()).toEqual(plain.dataSync());
    dispose([result, plain, tensors, inputs]);
  });

  it('includes the final softmax among the activations while the output stays the logits', () => {
    const model = resolveModel(mlp({ inputShape: [2], classes: 2, hidden: [] }));
    const weights = {
      'dense1/kernel': new Float32Array([0, Math.log(3), 0, 0]),
      'dense1/bias': new Float32Array(2),
    };
    const tensors = createWeightTensors(model, weights);
    const inputs = ones([1, 2]);
    const { output, activations } = forward(model, tensors, inputs, { capture: true });
    expectClose([...output.dataSync()], [0, Math.log(3)]);
    expectClose([...activations.dense1!.output.dataSync()], [0.25, 0.75]);
    expectClose([...activations.dense1!.preActivation!.dataSync()], [0, Math.log(3)]);
    dispose([output, activations, tensors, inputs]);
  });
});

describe('forward with dropout', () => {
  const spec: ModelSpec = {
    inputShape: [6],
    layers: [
      { type: 'activation', activation: 'linear' },
      { type: 'dropout', rate: 0.5 },
    ],
  };
  const x = features(Array.from({ length: 20 }, (_, n) => [1, 2, 3, 4, 5, n]));

  it('does nothing in inference', () => {
    expect(run(spec, {}, x)).toEqual(x.data);
  });

  it('multiplies by the mask of the seed, the step and the layer in training', () => {
    const mask = dropoutMask({ seed: 3, step: 9, layerIndex: 1, rate: 0.5 }, 120);
    const training = { seed: 3, step: 9 };
    expect(run(spec, {}, x, { training })).toEqual(x.data.map((value, i) => value * mask[i]!));
  });

  it('drops other inputs in the next step', () => {
    const first = run(spec, {}, x, { training: { seed: 3, step: 0 } });
    expect(run(spec, {}, x, { training: { seed: 3, step: 0 } })).toEqual(first);
    expect(run(spec, {}, x, { training: { seed: 3, step: 1 } })).not.toEqual(first);
  });
});

describe('what forward owns', () => {
  const model = resolveModel(mlp({ inputShape: [2], classes: 2, dropout: 0.5 }));
  const { weights } = initializeModel(model.spec, { seed: 1 });

  it('allocates one tensor, the result', () => {
    const tensors = createWeightTensors(model, weights);
    const inputs = ones([3, 2]);
    const before = memory().numTensors;
    const result = forward(model, tensors, inputs, { training: { seed: 1, step: 0 } });
    expect(memory().numTensors).toBe(before + 1);
    dispose([result, inputs, tensors]);
  });

  it('returns a tensor apart from the inputs, also when no layer changes them', () => {
    const identity = resolveModel({ inputShape: [2], layers: [{ type: 'flatten' }] });
    const inputs = ones([3, 2]);
    dispose(forward(identity, {}, inputs));
    expect(inputs.isDisposed).toBe(false);
    dispose(inputs);
  });

  it('copies the weights, so that later changes to the arrays do not reach the tensors', () => {
    const kernel = weights['dense1/kernel']!.slice();
    const tensors = createWeightTensors(model, { ...weights, 'dense1/kernel': kernel });
    kernel.fill(7);
    expect(tensors['dense1/kernel']!.dataSync()).toEqual(weights['dense1/kernel']);
    dispose(tensors);
  });

  it('keeps nothing when a kernel fails half way', () => {
    const tensors = createWeightTensors(model, weights);
    const gone = { ...tensors, 'dense2/bias': zeros([2]) };
    const inputs = ones([3, 2]);
    dispose(gone['dense2/bias']);
    const before = memory().numTensors;
    expect(() => forward(model, gone, inputs)).toThrow();
    expect(memory().numTensors).toBe(before);
    dispose([tensors, inputs]);
  });

  it.each<[code: string, message: string, attempt: () => unknown]>([
    [
      'inputShape',
      "forward: inputs expects [batch,2], got [3,5]; reshape the inputs, or set the model's inputShape",
      () => tidy(() => forward(model, createWeightTensors(model, weights), ones([3, 5]))),
    ],
    [
      'missingWeight',
      'weight "dense1/kernel": expects an array of shape [2,128], got nothing; use the weights of this specification',
      () => tidy(() => forward(model, {}, ones([3, 2]))),
    ],
    [
      'weightShape',
      'forward: weight "dense1/kernel" expects [2,128], got [128,2]; use the weights of this specification',
      () => tidy(() => forward(model, { 'dense1/kernel': ones([128, 2]) }, ones([3, 2]))),
    ],
    [
      'seed',
      'forward: training.step expects an integer from 0 to 4294967295, got -1',
      () =>
        tidy(() => {
          const training = { seed: 1, step: -1 };
          return forward(model, createWeightTensors(model, weights), ones([3, 2]), { training });
        }),
    ],
    [
      'weightShape',
      'weight "dense1/bias": expects 128 numbers [128], got 1; use the weights of this specification',
      () => createWeightTensors(model, { ...weights, 'dense1/bias': new Float32Array(1) }),
    ],
    [
      'unknownWeight',
      'weight "dense9/bias": expects to be one of dense1/kernel, dense1/bias, dense2/kernel, dense2/bias; remove it, or use the specification that it belongs to',
      () => createWeightTensors(model, { ...weights, 'dense9/bias': new Float32Array(1) }),
    ],
  ])('refuses with %s: %s', (code, message, attempt) => {
    expect(attempt).toThrow(ModelArgumentError);
    expect(attempt).toThrow(expect.objectContaining({ code, message }) as Error);
  });
});
