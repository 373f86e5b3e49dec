import { readFileSync } from 'node:fs';

/** A tensor in a golden file: row-major float64 numbers made by PyTorch (see goldens/). */
export interface GoldenTensor {
  readonly shape: number[];
  readonly data: number[];
}

/** A convolution with bias, NHWC and HWIO, and its gradients for `dy`. */
export interface GoldenConvolution {
  readonly strides: number;
  readonly padding: 'valid' | 'same';
  readonly x: GoldenTensor;
  readonly filter: GoldenTensor;
  readonly bias: GoldenTensor;
  readonly y: GoldenTensor;
  readonly dy: GoldenTensor;
  readonly dx: GoldenTensor;
  readonly dfilter: GoldenTensor;
  readonly dbias: GoldenTensor;
}

/** A pooling, NHWC, and its gradient for `dy`. */
export interface GoldenPooling {
  readonly kind: 'max' | 'avg';
  readonly poolSize: number;
  readonly strides: number;
  readonly padding: 'valid';
  readonly x: GoldenTensor;
  readonly y: GoldenTensor;
  readonly dy: GoldenTensor;
  readonly dx: GoldenTensor;
}

/** Four training steps on one batch. */
export interface GoldenTraining {
  /** The network in words. */
  readonly name: string;
  /** The optimiser in words. */
  readonly optimizer: string;
  readonly x: GoldenTensor;
  readonly labels: readonly number[];
  readonly init: Readonly<Record<string, GoldenTensor>>;
  /** Before each step. */
  readonly losses: readonly number[];
  readonly firstGradients: Readonly<Record<string, GoldenTensor>>;
  /** After the last step. */
  readonly finalLoss: number;
  readonly final: Readonly<Record<string, GoldenTensor>>;
}

interface Goldens {
  readonly conv2d: GoldenConvolution;
  readonly pooling: GoldenPooling;
  readonly training: GoldenTraining;
}

/** Reads the cases of `goldens/<name>.json`; `make_goldens.py` beside it says how they were made. */
export function readGolden<Name extends keyof Goldens>(name: Name): readonly Goldens[Name][] {
  const file = new URL(`../goldens/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: Goldens[Name][] }).cases;
}
