/** @file How many parameters a layer in front of an image has. */

export interface ImageSize {
  readonly width: number;
  readonly height: number;
  /** 1 for grey, 3 for colour. */
  readonly channels: number;
}

export function inputCount({ width, height, channels }: ImageSize): number {
  return width * height * channels;
}

/** A weight for each pair of input and neuron, and a bias for each neuron. */
export function denseParameters(image: ImageSize, neurons: number): number {
  return inputCount(image) * neurons + neurons;
}

/** As many kernels of 3x3: their weights and a bias each, whatever the size of the image. */
export function convolutionParameters({ channels }: ImageSize, kernels: number): number {
  return 9 * channels * kernels + kernels;
}
