/** @file What went through the dense layers of a traced step, as the panes and cards read it. */
import type { Model } from '@manabi/models';
import type { StepTrace } from '@manabi/trainer';

/** Activation of a dense layer. */
export type LayerActivation = 'relu' | 'sigmoid' | 'tanh' | 'linear' | 'softmax';

/** A dense layer in a traced step; rows are examples. */
export interface LayerValues {
  /** From 1; the inputs are layer 0. */
  readonly layer: number;
  readonly inputs: number;
  readonly units: number;
  readonly activation: LayerActivation;
  /** [rows, inputs] */
  readonly input: Float32Array;
  /** [rows, units], the weighted sums with their bias. */
  readonly sums: Float32Array;
  /** [rows, units], after the activation, softmax included. */
  readonly output: Float32Array;
  /** [rows, units] of the mean loss; null for the output layer, where softmax is part of the loss. */
  readonly outputGradient: Float32Array | null;
  /** [rows, units], of the mean loss. */
  readonly sumsGradient: Float32Array;
}

/** The dense layers, from the first to the last. */
export function layerValues(trace: StepTrace): readonly LayerValues[] {
  const dense = trace.layers.filter(({ layer }) => layer.type === 'dense');
  return dense.map((traced, i): LayerValues => {
    const { layer, input, preActivation, output, outputGradient, preActivationGradient } = traced;
    if (layer.type !== 'dense') throw new Error('internal: not a dense layer');
    const rows = trace.labels.length;
    const isLast = i === dense.length - 1;
    return {
      layer: i + 1,
      inputs: input.length / rows,
      units: layer.units,
      activation: layer.activation,
      input,
      sums: preActivation ?? output,
      output: isLast ? trace.probabilities : output,
      outputGradient: isLast ? null : outputGradient,
      sumsGradient: isLast ? trace.logitsGradient : (preActivationGradient ?? new Float32Array()),
    };
  });
}

/** Weights of a layer, counted from 1. */
export function layerWeights(
  { weights }: Pick<Model, 'weights'>,
  layer: number,
): { readonly kernel: Float32Array; readonly bias: Float32Array } {
  return { kernel: weights[`dense${layer}/kernel`]!, bias: weights[`dense${layer}/bias`]! };
}

/** Column `unit` of a row-major matrix with so many columns. */
export function column(matrix: Float32Array, columns: number, unit: number): readonly number[] {
  return Array.from({ length: matrix.length / columns }, (_, row) => matrix[row * columns + unit]!);
}

/** Row `row` of a row-major matrix with so many columns. */
export function row(matrix: Float32Array, columns: number, index: number): readonly number[] {
  return Array.from(matrix.subarray(index * columns, (index + 1) * columns));
}
