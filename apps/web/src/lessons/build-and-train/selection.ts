import type { StepTrace } from '@manabi/trainer';

/** The two layers that learn, as the lesson counts them. */
export type LayerNumber = 1 | 2;

/** A weight of a neuron. */
export interface Selection {
  readonly layer: LayerNumber;
  /** From 0. */
  readonly neuron: number;
  /** From 0; as many as the layer has inputs is the bias. */
  readonly input: number;
}

/** The weights of a dense layer in one step. */
export function layerWeights({ weights }: StepTrace, layer: LayerNumber) {
  const kernel = weights[`dense${layer}/kernel`]!;
  const bias = weights[`dense${layer}/bias`]!;
  const [inputs = 0, neurons = 0] = kernel.shape;
  return { kernel, bias, inputs, neurons };
}

/**
 * What the reader looks at; where they have not chosen, the neuron and the weight that change most.
 *
 * @param at - layer, neuron, input; -1 for what is not chosen.
 */
export function resolveSelection(at: readonly number[], trace: StepTrace): Selection {
  const [layerAsked = 1, neuronAsked = -1, inputAsked = -1] = at;
  const layer = layerAsked === 2 ? 2 : 1;
  const { kernel, inputs, neurons } = layerWeights(trace, layer);
  const isNeuron = neuronAsked >= 0 && neuronAsked < neurons;
  const neuron = isNeuron ? neuronAsked : largestChange(kernel.change) % neurons;
  const isInput = inputAsked >= 0 && inputAsked <= inputs;
  const changes = Float32Array.from(
    { length: inputs },
    (_, i) => kernel.change[i * neurons + neuron]!,
  );
  return { layer, neuron, input: isInput ? inputAsked : largestChange(changes) };
}

/** Index of the number furthest from 0. */
function largestChange(changes: Float32Array): number {
  let largest = 0;
  for (let i = 1; i < changes.length; i++) {
    if (Math.abs(changes[i]!) > Math.abs(changes[largest]!)) largest = i;
  }
  return largest;
}

/** The size of the largest number, at least the smallest positive one, so that it can divide. */
export function largestSize(values: Float32Array): number {
  let largest = Number.MIN_VALUE;
  for (const value of values) if (Math.abs(value) > largest) largest = Math.abs(value);
  return largest;
}
