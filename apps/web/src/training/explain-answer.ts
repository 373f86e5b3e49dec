/** @file What a page asks about one answer of a network: loaded when the first page asks. */
import { selectExamples, type Dataset } from '@manabi/datasets';
import type { Model } from '@manabi/models';
import {
  hiddenFeatures,
  inputGradients,
  nearestExamples,
  occlude,
  type HiddenFeatures,
  type Occlusion,
  type OcclusionOptions,
} from '@manabi/trainer';
import { firstOf } from './chosen-examples.js';

export { weightsHash } from '@manabi/models';
export { hiddenFeatures } from '@manabi/trainer';

/** What an answer rests on. */
export interface Explanation {
  readonly occlusion: Occlusion;
  /** [classes, ...inputShape]: derivative of each class's logit by each normalised input. */
  readonly gradients: Float32Array;
}

/** Training examples that the last hidden layer takes for alike, the nearest first. */
export interface Neighbours {
  /** In the training data. */
  readonly indices: Uint32Array;
  /** Euclidean, between the outputs of the last hidden layer. */
  readonly distances: Float64Array;
  /** [n, ...inputShape] as the data set holds them. */
  readonly inputs: Uint8Array | Float32Array;
  readonly labels: Uint8Array;
  /** Examples that were compared: the first so many of the training data. */
  readonly among: number;
}

/** Enough to find look-alikes of every class, few enough for a network of 1.2 million weights. */
export const comparedExamples = 4000;
const shown = 8;

export async function explainAnswer(
  model: Model,
  example: Dataset,
  options: OcclusionOptions,
): Promise<Explanation> {
  const { gradients } = await inputGradients(model, example, 0);
  return { occlusion: await occlude(model, example, 0, options), gradients };
}

/** @param among - of `train`, by `hiddenFeatures` with the same model. */
export async function findNeighbours(
  model: Model,
  example: Dataset,
  train: Dataset,
  among: HiddenFeatures,
): Promise<Neighbours> {
  const { values } = await hiddenFeatures(model, firstOf(example, 1), { threads: 1 });
  const { indices, distances } = nearestExamples(values, among, shown);
  const { inputs, labels } = selectExamples(train, indices);
  return { indices, distances, inputs, labels, among: among.values.length / among.length };
}
