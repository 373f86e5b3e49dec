import type { ResolvedLayer, ResolvedModel } from '@manabi/models';
import { inputsBuffer, labelsBuffer, outputOf } from './plan-names.js';
import type { PlanBuilder } from './plan-builder.js';
import { numbersIn } from './numbers-in.js';
import { windowGeometry } from './window-geometry.js';

/** A layer, and the buffers that it reads and gives. */
export interface LoweredLayer {
  readonly layer: ResolvedLayer;
  /** Position in the model, from 0. */
  readonly index: number;
  readonly input: string;
  /** The same as `input` where the layer changes nothing. */
  readonly output: string;
}

/**
 * Adds the calls of a forward pass, from the batch's examples to the logits.
 *
 * @param training - whether dropout layers drop.
 * @returns every layer with its buffers; the last one gives the logits [batch, classes].
 */
export function lowerForward(
  model: ResolvedModel,
  plan: PlanBuilder,
  { training }: { readonly training: boolean },
): LoweredLayer[] {
  plan.call({
    kind: 'gather',
    reads: {},
    writes: {
      inputs: plan.perExample(inputsBuffer, model.inputShape),
      labels: plan.perExample(labelsBuffer, [], 'int32'),
    },
    length: numbersIn(model.inputShape),
  });
  const lowered: LoweredLayer[] = [];
  let input = inputsBuffer;
  for (const [index, layer] of model.layers.entries()) {
    const output = lowerLayer(layer, index, input, plan, training);
    lowered.push({ layer, index, input, output });
    input = output;
  }
  return lowered;
}

/** @returns the buffer that the layer gives. */
function lowerLayer(
  layer: ResolvedLayer,
  index: number,
  input: string,
  plan: PlanBuilder,
  training: boolean,
): string {
  const declareOutput = () => plan.perExample(outputOf(layer.name), layer.outputShape);
  const length = numbersIn(layer.outputShape);
  switch (layer.type) {
    case 'flatten':
      return input;
    case 'dense': {
      const [kernel, bias] = declareWeights(layer, plan);
      const output = declareOutput();
      plan.call({
        kind: 'dense',
        reads: { input, kernel, ...(bias !== undefined && { bias }) },
        writes: { output },
        features: numbersIn(layer.inputShape),
        units: layer.units,
        activation: kernelActivation(layer.activation),
      });
      return output;
    }
    case 'conv2d': {
      const [filter, bias] = declareWeights(layer, plan);
      const output = declareOutput();
      plan.call({
        kind: 'conv2d',
        reads: { input, filter, ...(bias !== undefined && { bias }) },
        writes: { output },
        geometry: windowGeometry(layer, layer.kernelSize),
        filters: layer.filters,
        activation: kernelActivation(layer.activation),
      });
      return output;
    }
    case 'maxPooling2d':
    case 'averagePooling2d': {
      const output = declareOutput();
      const geometry = windowGeometry(layer, layer.poolSize);
      plan.call({ kind: layer.type, reads: { input }, writes: { output }, geometry });
      return output;
    }
    case 'dropout': {
      if (!training) return input;
      const output = declareOutput();
      const { rate } = layer;
      const buffers = { reads: { input }, writes: { output } };
      plan.call({ kind: 'dropout', ...buffers, length, rate, layer: index });
      return output;
    }
    case 'activation': {
      const activation = kernelActivation(layer.activation);
      if (activation === 'linear') return input;
      const output = declareOutput();
      const buffers = { reads: { input }, writes: { output } };
      plan.call({ kind: 'activation', ...buffers, activation, length });
      return output;
    }
  }
}

function declareWeights(
  layer: Extract<ResolvedLayer, { type: 'dense' | 'conv2d' }>,
  plan: PlanBuilder,
): readonly [kernel: string, bias?: string] {
  const [kernel, bias] = layer.weights.map(({ name, shape }) => plan.kept(name, shape));
  return bias === undefined ? [kernel!] : [kernel!, bias];
}

/** A specification allows softmax in the last layer only, where the loss and `predict` apply it. */
function kernelActivation(
  activation: Extract<ResolvedLayer, { type: 'activation' }>['activation'],
): 'linear' | 'relu' | 'sigmoid' | 'tanh' {
  return activation === 'softmax' ? 'linear' : activation;
}
