/** @file What an answer rests on, against the same recomputed in another way. */
import {
  exampleLength,
  iris,
  selectExamples,
  shuffledIndices,
  syntheticDigits,
  type Dataset,
} from '@manabi/datasets';
import {
  createWeightTensors,
  forward,
  initializeModel,
  mlp,
  resolveModel,
  type Model,
  type ModelSpec,
} from '@manabi/models';
import { hiddenFeatures, inputGradients, nearestExamples, occlude, predict } from '@manabi/trainer';
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeOnEveryBackend, useBackend } from './backends-under-test.js';
import { clusters, clustersModel } from './clusters.js';
import { expectNoTensorsLeft } from './expect-no-tensors-left.js';

const everyLayer: ModelSpec = {
  inputShape: [14, 14, 1],
  layers: [
    { type: 'conv2d', filters: 6, kernelSize: 3, padding: 'same', activation: 'relu' },
    { type: 'maxPooling2d', poolSize: 2 },
    { type: 'conv2d', filters: 5, kernelSize: 3, strides: 2, activation: 'tanh' },
    { type: 'averagePooling2d', poolSize: 2 },
    { type: 'dropout', rate: 0.5 },
    { type: 'flatten' },
    { type: 'dense', units: 9 },
    { type: 'activation', activation: 'sigmoid' },
    { type: 'dropout', rate: 0.5 },
    { type: 'dense', units: 10, activation: 'softmax' },
  ],
};
/** With weights as large as learning makes them: slopes then stand out from rounding. */
const { weights } = initializeModel(everyLayer, { seed: 5 });
const model: Model = {
  spec: everyLayer,
  weights: Object.fromEntries(
    Object.entries(weights).map(([name, values]) => [name, values.map((value) => 3 * value)]),
  ),
};
/** Every second pixel of drawn digits. */
const images = ((): Dataset => {
  const { test } = syntheticDigits({ trainSize: 0, testSize: 40, seed: 3 });
  const inputs = test.inputs.filter((_, i) => i % 2 === 0 && Math.floor(i / 28) % 2 === 0);
  return { ...test, inputs, inputShape: [14, 14, 1] };
})();

/**
 * An image without two equal pixels, as a network reads it: where sums are exactly 0, as on a
 * black background, ReLU and maxima have no slope that differences could find.
 */
const uneven: Dataset = {
  ...selectExamples(images, [0]),
  inputs: Float32Array.from({ length: 196 }, (_, i) => 0.5 + 0.5 * Math.sin(12.9898 * i)),
  normalization: { kind: 'scale', factor: 1 },
};

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, within: number): void {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < found.length; i++) {
    expect(Math.abs(found[i]! - expected[i]!)).toBeLessThan(within);
  }
}

/** [n, classes], by tfjs. */
async function logitsOf(
  { spec, weights }: Model,
  inputs: Float32Array,
  rows: number,
): Promise<Float32Array> {
  const resolved = resolveModel(spec);
  const logits = tidy(() => {
    const batch = tensor(inputs, [rows, ...resolved.inputShape]);
    return forward(resolved, createWeightTensors(resolved, weights), batch);
  });
  const values = Float32Array.from(await logits.data());
  logits.dispose();
  return values;
}

describeOnEveryBackend('what an answer rests on', (backend) => {
  beforeAll(() => useBackend(backend));
  expectNoTensorsLeft();

  it('covers a square around each pixel and asks again', async () => {
    const index = 7;
    const { rows, columns, classes, whole, covered } = await occlude(model, images, index);
    expect([rows, columns, classes]).toEqual([14, 14, 10]);
    const places = [0, 13, 14 * 13, 195, ...shuffledIndices(196, 4, 0).slice(0, 40)];
    const copies = selectExamples(images, new Uint32Array(1 + places.length).fill(index));
    places.forEach((place, n) => {
      for (let i = 0; i < 196; i++) {
        const down = Math.floor(i / 14) - Math.floor(place / 14);
        const right = (i % 14) - (place % 14);
        if (Math.abs(down) <= 2 && Math.abs(right) <= 2) copies.inputs[(n + 1) * 196 + i] = 0;
      }
    });
    const { probabilities } = await predict(model, copies);
    const found = [...whole, ...places.flatMap((at) => [...covered.slice(10 * at, 10 * at + 10)])];
    expectClose(found, probabilities, 1e-6);
    // Somewhere it matters what is seen.
    expect(Math.max(...covered.map((p, i) => Math.abs(p - whole[i % 10]!)))).toBeGreaterThan(0.01);
  });

  it('moves the square by its stride', async () => {
    const all = await occlude(model, images, 0, { size: 3 });
    const some = await occlude(model, images, 0, { size: 3, stride: 3 });
    expect([some.rows, some.columns]).toEqual([5, 5]);
    const at = (row: number, column: number, { covered, columns }: typeof all) =>
      covered.subarray(10 * (row * columns + column), 10 * (row * columns + column + 1));
    for (let place = 0; place < 25; place++) {
      const [row, column] = [Math.floor(place / 5), place % 5];
      expectClose(at(row, column, some), at(3 * row, 3 * column, all), 1e-6);
    }
  });

  it('puts each feature in turn at its mean', async () => {
    const { test } = iris();
    const flower = mlp({ inputShape: [4], classes: 3, hidden: [5] });
    const trained = initializeModel(flower, { seed: 3 });
    const { mean } = test.normalization as { readonly mean: readonly number[] };
    const found = await occlude(trained, test, 7);
    expect([found.rows, found.columns, found.size, found.stride]).toEqual([1, 4, 1, 1]);
    for (let feature = 0; feature < 4; feature++) {
      const alone = selectExamples(test, [7]);
      alone.inputs[feature] = mean[feature]!;
      const { probabilities } = await predict(trained, alone);
      expectClose(found.covered.subarray(3 * feature, 3 * feature + 3), probabilities, 1e-6);
    }
    const { probabilities } = await predict(trained, selectExamples(test, [7]));
    expectClose(found.whole, probabilities, 1e-6);
  });

  it('derives every logit by every input as finite differences do', async () => {
    const { classes, gradients } = await inputGradients(model, uneven, 0);
    expect([classes, gradients.length]).toEqual([10, 1960]);
    const pixels = shuffledIndices(196, 9, 0).slice(0, 60);
    const step = 4e-3;
    const rows = 1 + 2 * pixels.length;
    const inputs = new Float32Array(196 * rows);
    for (let row = 0; row < rows; row++) inputs.set(uneven.inputs, 196 * row);
    pixels.forEach((pixel, i) => {
      inputs[196 * (2 * i + 1) + pixel]! += step;
      inputs[196 * (2 * i + 2) + pixel]! -= step;
    });
    const logits = await logitsOf(model, inputs, rows);
    const largest = Math.max(...gradients.map(Math.abs));
    expect(largest).toBeGreaterThan(0.1);
    let compared = 0;
    pixels.forEach((pixel, i) => {
      for (let k = 0; k < 10; k++) {
        const right = (logits[10 * (2 * i + 1) + k]! - logits[k]!) / step;
        const left = (logits[k]! - logits[10 * (2 * i + 2) + k]!) / step;
        // Between the two, ReLU or a maximum bends: there is no slope to compare with.
        if (Math.abs(right - left) > 0.02 * largest) continue;
        compared++;
        const slope = (left + right) / 2;
        expect(Math.abs(gradients[196 * k + pixel]! - slope)).toBeLessThan(0.01 * largest);
      }
    });
    expect(compared).toBeGreaterThan(500);
  });

  it('takes of a network what its last layer reads', async () => {
    const { length, values } = await hiddenFeatures(model, images);
    expect([length, values.length]).toEqual([9, 360]);
    const inputs = Float32Array.from(images.inputs, (byte) => byte / 255);
    const logits = await logitsOf(model, inputs, 40);
    const [kernel, bias] = [model.weights['dense2/kernel']!, model.weights['dense2/bias']!];
    logits.forEach((logit, i) => {
      const [row, unit] = [Math.floor(i / 10), i % 10];
      let sum = bias[unit]!;
      for (let k = 0; k < 9; k++) sum += values[row * 9 + k]! * kernel[k * 10 + unit]!;
      expect(Math.abs(logit - sum)).toBeLessThan(1e-5);
    });
  });

  it('takes the inputs of a network without hidden layers', async () => {
    const flat = initializeModel(mlp({ inputShape: [14, 14, 1], hidden: [], classes: 10 }), {
      seed: 1,
    });
    const { length, values } = await hiddenFeatures(flat, images);
    expect(length).toBe(196);
    // A factor of 1/255 in float32 rounds otherwise than a division.
    values.forEach((value, i) =>
      expect(Math.abs(value - images.inputs[i]! / 255)).toBeLessThan(1e-6),
    );
  });

  it('finds the gradient of features too', async () => {
    const data = clusters(3);
    const { gradients } = await inputGradients(clustersModel(), data, 1);
    expect(gradients.length).toBe(data.classNames.length * exampleLength(data));
    expect(gradients.some((slope) => slope !== 0)).toBe(true);
  });
});

describe('the nearest examples', () => {
  const features = { length: 2, values: Float32Array.of(0, 0, 3, 4, 1, 0, 0, -1, 6, 8) };

  it('are sorted by distance, and by index where that is equal', () => {
    const { indices, distances } = nearestExamples(Float32Array.of(0, 0), features, 4);
    expect([...indices]).toEqual([0, 2, 3, 1]);
    expect([...distances]).toEqual([0, 1, 1, 5]);
    expect(nearestExamples(Float32Array.of(0, 0), features, 9).indices).toHaveLength(5);
  });

  it('are those that comparing all pairs finds', () => {
    const random = shuffledIndices(3000, 6, 0);
    const values = Float32Array.from(random, (n) => Math.sin(n));
    const point = values.slice(300, 310);
    const found = nearestExamples(point, { length: 10, values }, 300);
    const distance = (i: number) =>
      Math.hypot(...[...point].map((x, k) => x - values[10 * i + k]!));
    expect(found.indices[0]).toBe(30);
    expect(new Set(found.indices).size).toBe(300);
    found.indices.forEach((index, rank) => {
      expect(found.distances[rank]).toBeCloseTo(distance(index), 9);
      const nearer = [...found.indices].filter((i) => distance(i) < distance(index) - 1e-9).length;
      expect(nearer).toBeLessThanOrEqual(rank);
    });
  });
});

describe('refusals', () => {
  beforeAll(() => useBackend('cpu'));

  it.each([
    [{ size: 4 }, 'occlude size: expected an odd integer of at least 1, got 4'],
    [{ stride: 0 }, 'occlude stride: expected an integer of at least 1, got 0'],
  ])('names what is wrong with %j', async (options, message) => {
    await expect(occlude(model, images, 0, options)).rejects.toThrow(message);
  });

  it('names what is not there', async () => {
    await expect(occlude(model, images, 40)).rejects.toThrow(
      'expected an index in [0, 40), got 40',
    );
    await expect(inputGradients(model, images, -1)).rejects.toThrow('got -1');
  });
});
