import '@tensorflow/tfjs-backend-cpu';
import { evaluate, examine, predict } from '@manabi/trainer';
import type { Model } from '@manabi/models';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clusters, clustersModel } from './clusters.js';
import { expectNoTensorsLeft } from './expect-no-tensors-left.js';

/** Says for inputs (a, b) the logits a and b, and nothing for the third class. */
const identity: Model = {
  spec: { inputShape: [2], layers: [{ type: 'dense', units: 3, activation: 'softmax' }] },
  weights: {
    'dense1/kernel': Float32Array.of(1, 0, 0, 0, 1, 0),
    'dense1/bias': Float32Array.of(0, 0, -1000),
  },
};

const ln3 = Math.log(3);

/** True classes 0, 0, 1, 2; predicted 0, 1, 1, 0. */
const four = {
  ...clusters(4),
  inputs: Float32Array.of(ln3, 0, 0, ln3, 0, ln3, ln3, 0),
  labels: Uint8Array.of(0, 0, 1, 2),
};

beforeAll(async () => {
  await setBackend('cpu');
});
expectNoTensorsLeft();

describe('evaluate', () => {
  it('gives loss, accuracy, confusion matrix and the figures of each class', async () => {
    const { loss, ...figures } = await evaluate(identity, four);
    // Probabilities 3/4 and 1/4; the third class is e^-1000 of the first, which float32 cannot hold.
    const lost = Math.log(4) - 0 + 1000;
    expect(loss).toBeCloseTo((2 * Math.log(4 / 3) + Math.log(4) + lost) / 4, 3);
    expect(figures).toEqual({
      samples: 4,
      accuracy: 0.5,
      confusionMatrix: [
        [1, 1, 0],
        [0, 1, 0],
        [1, 0, 0],
      ],
      classes: [
        { precision: 0.5, recall: 0.5, f1: 0.5, support: 2 },
        { precision: 0.5, recall: 1, f1: 2 / 3, support: 1 },
        { precision: 0, recall: 0, f1: 0, support: 1 },
      ],
      macroAverage: { precision: 1 / 3, recall: 0.5, f1: (0.5 + 2 / 3) / 3 },
      ...{ backend: 'cpu', engine: 'plan', engineReason: null, threads: 1 },
    });
  });

  it('does not depend on the batch size, a short last batch included', async () => {
    const model = clustersModel();
    const whole = await evaluate(model, clusters(50));
    expect(await evaluate(model, clusters(50), { batchSize: 7 })).toEqual(whole);
  });

  it('refuses data of another shape, other classes or no examples', async () => {
    const wide = { ...four, inputShape: [4], labels: Uint8Array.of(0, 1) };
    await expect(evaluate(identity, wide)).rejects.toThrow(
      'evaluate "clusters": expected examples of the model\'s shape [2], got [4]; set the model\'s inputShape to [4] or choose other data',
    );
    const two = { ...four, classNames: ['a', 'b'] };
    await expect(evaluate(identity, two)).rejects.toMatchObject({ code: 'data-mismatch' });
    const none = { ...four, inputs: new Float32Array(0), labels: new Uint8Array(0) };
    await expect(evaluate(identity, none)).rejects.toMatchObject({ code: 'empty-data' });
  });

  it('stops with the reason of its signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(evaluate(identity, four, { signal })).rejects.toThrow('enough');
  });
});

describe('predict', () => {
  it('gives the probabilities and the most probable class of every example', async () => {
    const { classes, probabilities, labels } = await predict(identity, four, { batchSize: 3 });
    expect(classes).toBe(3);
    expect([...labels]).toEqual([0, 1, 1, 0]);
    const expected = [0.75, 0.25, 0, 0.25, 0.75, 0, 0.25, 0.75, 0, 0.75, 0.25, 0];
    probabilities.forEach((p, i) => {
      expect(p).toBeCloseTo(expected[i]!, 6);
    });
    expect(probabilities).toHaveLength(12);
  });

  it('takes inputs that are already normalised', async () => {
    const fromData = await predict(clustersModel(), clusters(5));
    const fromInputs = await predict(clustersModel(), clusters(5).inputs as Float32Array);
    expect(fromInputs).toEqual(fromData);
  });

  it('normalises as the data set says', async () => {
    const bytes = {
      ...four,
      inputs: Uint8Array.of(0, 255, 51, 0),
      labels: Uint8Array.of(0, 0),
      normalization: { kind: 'scale', factor: 1 / 255 },
    } as const;
    const { probabilities } = await predict(identity, bytes);
    const [first, second] = [1 / (1 + Math.E), 1 / (1 + Math.exp(-0.2))];
    expect(probabilities[0]).toBeCloseTo(first, 6);
    expect(probabilities[3]).toBeCloseTo(second, 6);
  });

  it('refuses inputs that are no whole number of examples, or none', async () => {
    await expect(predict(identity, new Float32Array(3))).rejects.toThrow(
      'predict inputs: expected a multiple of 2 numbers, examples of shape [2], got 3; resize the examples to the shape of the model',
    );
    await expect(predict(identity, new Float32Array(0))).rejects.toMatchObject({
      code: 'empty-data',
    });
  });

  it('refuses a batch size of 0', async () => {
    await expect(predict(identity, four, { batchSize: 0 })).rejects.toThrow(
      'batchSize: expected a whole number of at least 1, got 0',
    );
  });
});

describe('examine', () => {
  it('gives the figures of evaluate and what the model says of every example', async () => {
    const { probabilities, predicted, ...figures } = await examine(identity, four);
    expect(figures).toEqual(await evaluate(identity, four));
    expect([...predicted]).toEqual([0, 1, 1, 0]);
    const expected = [0.75, 0.25, 0, 0.25, 0.75, 0, 0.25, 0.75, 0, 0.75, 0.25, 0];
    // float32 keeps about seven digits
    expected.forEach((value, place) => expect(probabilities[place]).toBeCloseTo(value, 6));
  });
});
