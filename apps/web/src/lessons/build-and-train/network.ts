/** @file The lesson's network: what it is made of, whether it fits the images, how it is counted. */
import type { ActivationName, ModelSpec } from '@manabi/models';

/** Of the images: rows and columns. */
export const imageSide = 28;
export const inputCount = imageSide * imageSide;
export const classCount = 10;

/** The parts, as the reader set them. */
export interface NetworkParts {
  /** Rows and columns that the flatten layer expects. */
  readonly input: readonly number[];
  /** Neurons of the hidden layer. */
  readonly hidden: number;
  readonly activation: Exclude<ActivationName, 'softmax'>;
  /** Neurons of the last layer. */
  readonly outputs: number;
}

/** What stands in the way of training; null where the network fits the images. */
export function misfit({ input, outputs }: NetworkParts): 'input' | 'outputs' | null {
  if (input.some((extent) => extent !== imageSide)) return 'input';
  return outputs === classCount ? null : 'outputs';
}

/** A weight for each pair of input and neuron, and a bias for each neuron. */
function denseParameters(inputs: number, neurons: number): number {
  return inputs * neurons + neurons;
}

/** Parameters of both dense layers and of the whole network. */
export function countParameters({ input, hidden, outputs }: NetworkParts) {
  const inputs = input.reduce((product, extent) => product * extent, 1);
  const first = denseParameters(inputs, hidden);
  const second = denseParameters(hidden, outputs);
  return { inputs, first, second, total: first + second };
}

/** The network for images of 28x28 in ten classes. */
export function networkSpec({
  hidden,
  activation,
}: Pick<NetworkParts, 'hidden' | 'activation'>): ModelSpec {
  return {
    inputShape: [imageSide, imageSide, 1],
    layers: [
      { type: 'flatten' },
      { type: 'dense', units: hidden, activation },
      { type: 'dense', units: classCount, activation: 'softmax' },
    ],
  };
}
