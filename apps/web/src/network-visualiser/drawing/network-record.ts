import type { TrainTestDatasets } from '@manabi/datasets';
import type { NetworkRecord } from '@manabi/viz';
import { layerValues, layerWeights } from '../network/layer-values.js';
import type { NetworkState } from '../network/network-run.js';
import type { Sample } from '../network/samples.js';
import { layerSizes, type HiddenLayer } from '../network/structure.js';
import type { StepTrace } from '@manabi/trainer';

/** Words of the drawing. */
export interface LayerNames {
  /** Of every layer, the inputs first. */
  readonly layers: readonly string[];
  readonly inputs: readonly string[];
  readonly classes: readonly string[];
  /** A stored input as it was measured. */
  readonly measured: (value: number) => string;
}

export interface DrawnNetwork {
  readonly data: TrainTestDatasets;
  readonly hidden: readonly HiddenLayer[];
  readonly sample: Sample;
  /** Undefined before the network is initialised. */
  readonly network: NetworkState | undefined;
  /** The sample's way through the network. */
  readonly trace: StepTrace | undefined;
  /** Unit of the first hidden layer whose strongest connections to an image are drawn. */
  readonly looked: number | undefined;
}

/** The network with what the sample makes of it, as the chart takes it. */
export function networkRecord(drawn: DrawnNetwork, names: LayerNames): NetworkRecord {
  const { data, hidden, sample, network, trace, looked } = drawn;
  const sizes = layerSizes(
    data.train.inputShape.reduce((a, b) => a * b, 1),
    hidden,
    data.train.classNames.length,
  );
  const values = trace === undefined ? undefined : layerValues(trace);
  const [rows = 1, columns] = data.train.inputShape;
  const inputLayer = {
    name: names.layers[0]!,
    units: sizes[0]!,
    ...(columns === undefined
      ? {
          unitNames: names.inputs,
          unitNotes: sample.raw.map(names.measured),
          range: inputRange,
          ...(values === undefined ? {} : { activations: values[0]!.input }),
        }
      : { image: { rows, columns, values: sample.raw } }),
  };
  const layers = [
    inputLayer,
    ...sizes.slice(1).map((units, i) => ({
      name: names.layers[i + 1]!,
      units,
      ...(values === undefined ? {} : { activations: values[i]!.output }),
      ...(i === sizes.length - 2 ? { unitNames: names.classes, range: [0, 1] as const } : {}),
    })),
  ];
  if (network === undefined) return { layers };
  const dense = sizes.slice(1).map((_, i) => i + 1);
  const { changes } = network;
  return {
    layers,
    ...(columns === undefined || looked === undefined || values === undefined
      ? {}
      : { pixels: strongestPixels(network, values[0]!.input, looked) }),
    weights: dense.map((layer) => layerWeights(network.model, layer).kernel),
    ...(changes === undefined
      ? {}
      : {
          changes: dense.map(
            (layer) =>
              changes[`dense${layer}/kernel`] ??
              new Float32Array(layerWeights(network.model, layer).kernel.length),
          ),
        }),
  };
}

/** Standardised inputs: two deviations below and above the mean are black and white. */
const inputRange = [-2, 2] as const;

/** So many connections to an image are drawn one by one. */
const drawnPixels = 12;

/** The pixels that give a neuron most, whatever the sign. */
function strongestPixels(
  { model }: NetworkState,
  input: Float32Array,
  unit: number,
): readonly number[] {
  const { kernel, bias } = layerWeights(model, 1);
  const sizes = Array.from(input, (value, i) => Math.abs(value * kernel[i * bias.length + unit]!));
  return sizes
    .map((_, i) => i)
    .sort((a, b) => sizes[b]! - sizes[a]!)
    .slice(0, drawnPixels);
}
