/** @file The lecture's network: two inputs, two hidden neurons, one output, ReLU throughout. */
import { activations } from '@manabi/viz';

/** The weights of its two inputs and its bias. */
export type Neuron = readonly number[];

export interface Network {
  readonly n1: Neuron;
  readonly n2: Neuron;
  readonly n3: Neuron;
}

export const neuronNames = ['n1', 'n2', 'n3'] as const;
export type NeuronName = (typeof neuronNames)[number];

/** One neuron at work, number by number. */
interface NeuronResponse {
  readonly inputs: readonly [number, number];
  /** `w1 a + w2 b + bias` */
  readonly sum: number;
  /** `relu(sum)` */
  readonly output: number;
}

export type NetworkResponse = Readonly<Record<NeuronName, NeuronResponse>>;

/** `relu(w1 a + w2 b + bias)` */
export function respond(
  [first = 0, second = 0, bias = 0]: Neuron,
  a: number,
  b: number,
): NeuronResponse {
  const sum = first * a + second * b + bias;
  return { inputs: [a, b], sum, output: activations.relu.value(sum) };
}

/** The whole network for one pair of inputs: n1 and n2 see the inputs, n3 sees n1 and n2. */
export function respondAll(network: Network, [a, b]: readonly [number, number]): NetworkResponse {
  const n1 = respond(network.n1, a, b);
  const n2 = respond(network.n2, a, b);
  return { n1, n2, n3: respond(network.n3, n1.output, n2.output) };
}
