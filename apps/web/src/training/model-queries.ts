/** @file What a page asks of a model beside its answers: every number on the way to them. */
import { exampleLength, gatherBatch, type Dataset } from '@manabi/datasets';
import {
  createWeightTensors,
  forward,
  resolveModel,
  type DenseUnit,
  type ForwardCapture,
  type Model,
  type ResolvedModel,
  type Weights,
} from '@manabi/models';
import { dispose, getBackend, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { DataDescription } from './load-data.js';

/** A network as a page takes it apart: resolved there, so that the page needs no validation. */
export interface Network {
  readonly resolved: ResolvedModel;
  /** Of all layers, or of those that were asked for. */
  readonly weights: Weights;
  /** Of a dense layer that may be left out of `weights`, where it was asked for. */
  readonly unit?: (UnitName & DenseUnit) | undefined;
}

/** One unit of a dense layer. */
export interface UnitName {
  readonly layer: string;
  /** In [0, units). */
  readonly unit: number;
}

/** What the layers compute for one example. */
export interface ExampleActivations {
  /** [...inputShape], normalised: what the first layer reads. */
  readonly input: Float32Array;
  /** In the order of the layers. */
  readonly layers: readonly LayerNumbers[];
  /** [classes], before softmax. */
  readonly logits: Float32Array;
}

export interface LayerNumbers {
  readonly layer: string;
  /** Of the outputs: [height, width, channels] or [units]. */
  readonly shape: readonly number[];
  /** After the activation, row-major. */
  readonly output: Float32Array;
  /** What the activation was given, such as `x W + b`; null for a layer without one. */
  readonly preActivation: Float32Array | null;
}

/**
 * Examples of a page's own as a data set, such as a drawing.
 *
 * @param inputs - [n, ...inputShape], as the data set holds them: bytes of pixels, or features.
 */
export function ownExamples(
  inputs: Uint8Array | Float32Array,
  { inputShape, classNames, normalization }: DataDescription,
): Dataset {
  const labels = new Uint8Array(inputs.length / exampleLength({ inputShape }));
  return { name: 'own', inputs, inputShape, labels, classNames, normalization };
}

/** Every number of one example's way through a model, on the current tfjs backend. */
export async function activationsOf(
  model: Model,
  dataset: Dataset,
  index: number,
): Promise<ExampleActivations> {
  const resolved = resolveModel(model.spec);
  const input = gatherBatch(dataset, [index]).inputs;
  const captured = tidy(() => {
    const inputs = tensor(input.slice(), [1, ...resolved.inputShape]);
    const weights = createWeightTensors(resolved, model.weights);
    return forward(resolved, weights, inputs, { capture: true });
  });
  try {
    const layers = await readLayers(resolved, captured.activations);
    return { input, layers, logits: await numbers(captured.output) };
  } finally {
    dispose(captured);
  }
}

function readLayers(
  { layers }: ResolvedModel,
  activations: ForwardCapture['activations'],
): Promise<LayerNumbers[]> {
  return Promise.all(
    layers.map(async ({ name, outputShape }) => {
      const { output, preActivation } = activations[name]!;
      return {
        layer: name,
        shape: outputShape,
        output: await numbers(output),
        preActivation: preActivation === undefined ? null : await numbers(preActivation),
      };
    }),
  );
}

/** The caller's to keep: backends but wasm hand out memory of their own. */
async function numbers(values: Tensor): Promise<Float32Array> {
  const found = await values.data<'float32'>();
  return getBackend() === 'wasm' ? found : found.slice();
}
