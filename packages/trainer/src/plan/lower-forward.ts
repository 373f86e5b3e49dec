import type { KernelActivation } from '@manabi/backends/plan';
import type { ResolvedLayer, ResolvedModel } from '@manabi/models';
import { inputsBuffer, labelsBuffer, outputOf, sumsOf } from './plan-names.js';
import type { PlanBuilder } from './plan-builder.js';
import { numbersIn } from './numbers-in.js';
import { windowGeometry } from './window-geometry.js';

/** A layer, and the buffers that it reads and gives. */
export interface LoweredLayer {
  readonly layer: ResolvedLayer;
  /** Position in the model, from 0. */
  readonly index: number;
  readonly input: string;
  /** What the activation function is applied to; the same as `output` where that overwrites it. */
  readonly sums: string;
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
    const buffers = lowerLayer(layer, index, input, plan, training);
    lowered.push({ layer, index, input, ...buffers });
    input = buffers.output;
  }
  return lowered;
}

/** The buffer of the logits, [batch, classes]. */
export function lastOutput(layers: readonly LoweredLayer[]): string {
  return layers.at(-1)!.output;
}

function lowerLayer(
  layer: ResolvedLayer,
  index: number,
  input: string,
  plan: PlanBuilder,
  training: boolean,
): Pick<LoweredLayer, 'sums' | 'output'> {
  const declareOutput = () => plan.perExample(outputOf(layer.name), layer.outputShape);
  const length = numbersIn(layer.outputShape);
  switch (layer.type) {
    case 'flatten':
      return unchanged(input);
    case 'dense': {
      const [kernel, bias] = declareWeights(layer, plan);
      const reads = { input, kernel, ...(bias !== undefined && { bias }) };
      const sizes = { features: numbersIn(layer.inputShape), units: layer.units };
      return lowerActivatedSums(layer, plan, (output, activation) => {
        plan.call({ kind: 'dense', reads, writes: { output }, ...sizes, activation });
      });
    }
    case 'conv2d': {
      const [filter, bias] = declareWeights(layer, plan);
      const reads = { input, filter, ...(bias !== undefined && { bias }) };
      const geometry = windowGeometry(layer, layer.kernelSize);
      const sizes = { geometry, filters: layer.filters };
      return lowerActivatedSums(layer, plan, (output, activation) => {
        plan.call({ kind: 'conv2d', reads, writes: { output }, ...sizes, activation });
      });
    }
    case 'maxPooling2d':
    case 'averagePooling2d': {
      const output = declareOutput();
      const geometry = windowGeometry(layer, layer.poolSize);
      plan.call({ kind: layer.type, reads: { input }, writes: { output }, geometry });
      return unchanged(output);
    }
    case 'dropout': {
      if (!training) return unchanged(input);
      const output = declareOutput();
      const { rate } = layer;
      const buffers = { reads: { input }, writes: { output } };
      plan.call({ kind: 'dropout', ...buffers, length, rate, layer: index });
      return unchanged(output);
    }
    case 'activation': {
      const activation = kernelActivation(layer.activation);
      if (activation === 'linear') return unchanged(input);
      const output = declareOutput();
      const buffers = { reads: { input }, writes: { output } };
      plan.call({ kind: 'activation', ...buffers, activation, length });
      return { sums: input, output };
    }
  }
}

/** A layer that applies no activation function to what is in this buffer. */
function unchanged(output: string): Pick<LoweredLayer, 'sums' | 'output'> {
  return { sums: output, output };
}

/**
 * A layer's weighted sums with its activation, in one call or, where everything is kept, in two.
 *
 * @param callSums - adds the call that leaves `activation(sums)` in `output`.
 */
function lowerActivatedSums(
  layer: Extract<ResolvedLayer, { type: 'dense' | 'conv2d' }>,
  plan: PlanBuilder,
  callSums: (output: string, activation: KernelActivation) => void,
): Pick<LoweredLayer, 'sums' | 'output'> {
  const activation = kernelActivation(layer.activation);
  const output = plan.perExample(outputOf(layer.name), layer.outputShape);
  if (!plan.keepsEverything || activation === 'linear') {
    callSums(output, activation);
    return unchanged(output);
  }
  const sums = plan.perExample(sumsOf(layer.name), layer.outputShape);
  callSums(sums, 'linear');
  const length = numbersIn(layer.outputShape);
  const buffers = { reads: { input: sums }, writes: { output } };
  plan.call({ kind: 'activation', ...buffers, activation, length });
  return { sums, output };
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
): KernelActivation {
  return activation === 'softmax' ? 'linear' : activation;
}
