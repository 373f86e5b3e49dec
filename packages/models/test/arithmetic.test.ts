/** @file The sums behind single values, against what the forward pass computes. */
import {
  conv2dPartialSums,
  conv2dTerms,
  createWeightTensors,
  denseTerms,
  denseUnit,
  forward,
  initializeModel,
  pooling2dWindow,
  resolveModel,
  windowStart,
  type LayerSpec,
} from '@manabi/models';
import '@tensorflow/tfjs-backend-cpu';
import { dispose, setBackend, tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';

beforeAll(() => setBackend('cpu'));

/** Numbers of both signs that repeat after no period that a layer has. */
const wave = (length: number) => Float32Array.from({ length }, (_, i) => Math.sin(i * i + 1));

/** One layer on one example: what goes in, and what comes out before and after its activation. */
function runLayer(inputShape: readonly number[], spec: LayerSpec) {
  const model = initializeModel({ inputShape, layers: [spec, { type: 'flatten' }] }, { seed: 3 });
  const weights = Object.fromEntries(
    Object.entries(model.weights).map(([name, { length }]) => [name, wave(length)]),
  );
  const resolved = resolveModel(model.spec);
  const input = wave(inputShape.reduce((a, b) => a * b));
  const tensors = createWeightTensors(resolved, weights);
  const x = tensor(input, [1, ...inputShape]);
  const captured = forward(resolved, tensors, x, { capture: true });
  const { output, preActivation = output } = captured.activations[resolved.layers[0]!.name]!;
  const [sums, values] = [preActivation.dataSync().slice(), output.dataSync().slice()];
  dispose([x, tensors, captured] as never);
  return { layer: resolved.layers[0]!, weights, input, sums, values };
}

/** Sums of up to 40 products below 1 in float32. */
const float32Digits = 5;

describe.each(['valid', 'same'] as const)('a convolution with padding %s', (padding) => {
  it.each([
    { kernelSize: 3, strides: 1 },
    { kernelSize: [2, 3], strides: 2 },
    { kernelSize: 4, strides: [1, 3] },
  ] as const)('is the sum of its terms for a window of $kernelSize by $strides', (window) => {
    const spec = { type: 'conv2d', filters: 3, activation: 'relu', padding, ...window } as const;
    const { layer, weights, input, sums } = runLayer([7, 8, 2], spec);
    if (layer.type !== 'conv2d') throw new Error('internal: not a convolution');
    const [rows, columns] = layer.outputShape as [number, number];
    for (let filter = 0; filter < 3; filter++) {
      const parts = conv2dPartialSums(layer, weights, input, filter);
      for (let i = 0; i < rows * columns; i++) {
        const cell = { row: Math.floor(i / columns), column: i % columns };
        const terms = conv2dTerms(layer, weights, input, cell, filter);
        expect(terms.sum).toBeCloseTo(sums[i * 3 + filter]!, float32Digits);
        terms.channels.forEach(({ sum, terms: products }, channel) => {
          expect(parts[channel]![i]).toBeCloseTo(sum, float32Digits);
          for (const term of products) {
            const inside = input[(term.row * 8 + term.column) * 2 + channel];
            expect(term.input).toBe(term.padding ? 0 : inside);
          }
        });
      }
    }
  });

  it.each(['maxPooling2d', 'averagePooling2d'] as const)('pools as %s does', (type) => {
    for (const strides of [1, 2]) {
      const { layer, input, values } = runLayer([5, 6, 2], { type, poolSize: 3, strides, padding });
      if (layer.type !== type) throw new Error('internal: not a pooling layer');
      const [rows, columns] = layer.outputShape as [number, number];
      for (let i = 0; i < rows * columns * 2; i++) {
        const cell = { row: Math.floor(i / 2 / columns), column: Math.floor(i / 2) % columns };
        const window = pooling2dWindow(layer, input, cell, i % 2);
        expect(window.result).toBeCloseTo(values[i]!, float32Digits);
        expect(window.winner === undefined).toBe(type === 'averagePooling2d');
        if (window.winner !== undefined) {
          expect(window.values[window.winner]?.value).toBe(window.result);
        }
      }
    }
  });
});

it('pads the smaller half before the image', () => {
  const { layer } = runLayer([7, 8, 1], {
    ...{ type: 'conv2d', filters: 1, kernelSize: [4, 3], padding: 'same' },
  });
  // 3 rows of padding in all, 1 of them above; 2 columns, 1 to the left.
  expect(layer.type === 'conv2d' && windowStart(layer)).toEqual([-1, -1]);
});

it('a dense unit is the sum of its products and its bias', () => {
  const spec = { type: 'dense', units: 4, activation: 'sigmoid' } as const;
  const { layer, weights, input, sums } = runLayer([9], spec);
  if (layer.type !== 'dense') throw new Error('internal: not dense');
  for (let unit = 0; unit < 4; unit++) {
    const terms = denseTerms(denseUnit(layer, weights, unit), input);
    expect(terms.sum).toBeCloseTo(sums[unit]!, float32Digits);
    expect(terms.weights[2]).toBe(weights['dense1/kernel']![2 * 4 + unit]);
    expect(terms.products[2]).toBe(terms.weights[2]! * input[2]!);
  }
});
