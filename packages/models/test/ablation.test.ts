import {
  ablate,
  cnn,
  createWeightTensors,
  forward,
  initializeModel,
  ModelArgumentError,
  resolveModel,
  type ModelSpec,
  type Weights,
} from '@manabi/models';
import '@tensorflow/tfjs-backend-cpu';
import { dispose, setBackend, tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';

beforeAll(() => setBackend('cpu'));

const spec = cnn({ inputShape: [8, 8, 1], classes: 3, filters: [2, 4], dense: 5 });
const drawn = initializeModel(spec, { seed: 1 });
/** Biases start at zero: others show whether they are dropped. */
const model = {
  spec: drawn.spec,
  weights: Object.fromEntries(
    Object.entries(drawn.weights).map(([name, values]) => [
      name,
      name.endsWith('bias') ? values.map((_, i) => 0.5 + i) : values,
    ]),
  ),
};

/** What a layer gives for one image. */
function outputOf(weights: Weights, layer: string, of: ModelSpec = spec): number[] {
  const resolved = resolveModel(of);
  const tensors = createWeightTensors(resolved, weights);
  const pixels = Float32Array.from({ length: 64 }, (_, i) => Math.abs(Math.sin(i)));
  const image = tensor(pixels, [1, 8, 8, 1]);
  const captured = forward(resolved, tensors, image, { capture: true });
  const values = [...captured.activations[layer]!.output.dataSync()];
  dispose([image, captured, tensors] as never);
  return values;
}

describe('ablate', () => {
  it('silences a filter and a unit, and leaves the others as they are', () => {
    const units = [
      { layer: 'conv2', unit: 3 },
      { layer: 'dense1', unit: 1 },
    ];
    const { weights } = ablate(model, { units });
    const before = outputOf(model.weights, 'conv2');
    const after = outputOf(weights, 'conv2');
    expect(before.some((value, i) => i % 4 === 3 && value !== 0)).toBe(true);
    after.forEach((value, i) => {
      expect(value).toBe(i % 4 === 3 ? 0 : before[i]);
    });
    expect(outputOf(weights, 'dense1')[1]).toBe(0);
  });

  it.each(['conv1', 'conv2', 'dense1'])(
    'lets nothing of a silenced unit of %s go on, whatever its activation gives for 0',
    (layer) => {
      const text = JSON.stringify(spec).replaceAll('relu', 'sigmoid');
      const sigmoid = JSON.parse(text) as ModelSpec;
      const { weights } = ablate({ ...model, spec: sigmoid }, { units: [{ layer, unit: 1 }] });
      // Its own sum may be anything: what reads it does not see it.
      const shifted = { ...weights, [`${layer}/bias`]: weights[`${layer}/bias`]!.slice() };
      shifted[`${layer}/bias`]![1] = 3;
      expect(outputOf(shifted, layer, sigmoid)).not.toEqual(outputOf(weights, layer, sigmoid));
      expect(outputOf(shifted, 'dense2', sigmoid)).toEqual(outputOf(weights, 'dense2', sigmoid));
      // The others still speak.
      shifted[`${layer}/bias`]![0] = 3;
      expect(outputOf(shifted, 'dense2', sigmoid)).not.toEqual(
        outputOf(weights, 'dense2', sigmoid),
      );
    },
  );

  it('drops the biases of a layer alone, and changes no array of the model', () => {
    const copy = structuredClone(model.weights);
    const { weights } = ablate(model, { biases: ['conv1'] });
    expect([...weights['conv1/bias']!]).toEqual([0, 0]);
    expect(weights['conv2/bias']).toBe(model.weights['conv2/bias']);
    expect(model.weights).toEqual(copy);
  });

  it.each([
    [
      { biases: ['pool1'] },
      /expects a layer with weights \(conv1, conv2, dense1, dense2\), got "pool1"/,
    ],
    [{ units: [{ layer: 'dense1', unit: 5 }] }, /has units 0 to 4, got 5/],
  ] as const)('refuses %j', (ablation, message) => {
    expect(() => ablate(model, ablation)).toThrow(ModelArgumentError);
    expect(() => ablate(model, ablation)).toThrow(message);
  });
});
