/** @file The matrices of one training step of a layer: what each is, and where each is used. */
import type { ColorScaleName } from '@manabi/viz';
import type { StepTrace } from '@manabi/trainer';
import { layerValues, type LayerValues } from '../network/layer-values.js';

export const panes = ['forward', 'gradients', 'update'] as const;
export type PaneName = (typeof panes)[number];

export type MatrixKind =
  | 'input'
  | 'kernel'
  | 'bias'
  | 'sums'
  | 'output'
  | 'outputGradient'
  | 'sumsGradient'
  | 'kernelGradient'
  | 'biasGradient'
  | 'kernelChange'
  | 'biasChange'
  | 'newKernel'
  | 'newBias';

export interface Matrix {
  readonly kind: MatrixKind;
  readonly rows: number;
  readonly columns: number;
  /** [rows * columns], row-major. */
  readonly values: Float32Array;
  /** What kind of numbers they are. */
  readonly scale: ColorScaleName;
  /** What the rows and the columns stand for: examples of the batch, inputs or units of the layer. */
  readonly axes: readonly [rows: Axis, columns: Axis];
}

export type Axis = 'example' | 'input' | 'unit' | 'one';

/** What the reader follows through the step: an example of the batch, an input, a unit. */
export type Cursor = Readonly<Record<Exclude<Axis, 'one'>, number>>;

/** Where each matrix stands; the first place is where it is computed. */
export const uses: Readonly<Record<MatrixKind, readonly PaneName[]>> = {
  input: ['forward', 'gradients'],
  kernel: ['forward', 'update'],
  bias: ['forward', 'update'],
  sums: ['forward', 'gradients'],
  output: ['forward'],
  outputGradient: ['gradients'],
  sumsGradient: ['gradients'],
  kernelGradient: ['gradients', 'update'],
  biasGradient: ['gradients', 'update'],
  kernelChange: ['update'],
  biasChange: ['update'],
  newKernel: ['update'],
  newBias: ['update'],
};

export interface LayerStep {
  readonly values: LayerValues;
  readonly examples: number;
  /** Those of the output layer have no outputGradient: there softmax is part of the loss. */
  readonly matrices: ReadonlyMap<MatrixKind, Matrix>;
}

/** All matrices of a layer, counted from 1, in a traced step. */
export function layerStep(trace: StepTrace, layer: number): LayerStep {
  const values = layerValues(trace)[layer - 1]!;
  const examples = trace.labels.length;
  const { inputs, units } = values;
  const kernel = trace.weights[`dense${layer}/kernel`]!;
  const bias = trace.weights[`dense${layer}/bias`]!;
  const matrices: (Matrix | undefined)[] = [
    matrix('input', examples, inputs, values.input, 'activation', ['example', 'input']),
    matrix('kernel', inputs, units, kernel.before, 'weight', ['input', 'unit']),
    matrix('bias', 1, units, bias.before, 'weight', ['one', 'unit']),
    matrix('sums', examples, units, values.sums, 'activation', ['example', 'unit']),
    matrix('output', examples, units, values.output, 'activation', ['example', 'unit']),
    values.outputGradient === null
      ? undefined
      : matrix('outputGradient', examples, units, values.outputGradient, 'logit', [
          ...(['example', 'unit'] as const),
        ]),
    matrix('sumsGradient', examples, units, values.sumsGradient, 'logit', ['example', 'unit']),
    matrix('kernelGradient', inputs, units, kernel.gradient, 'logit', ['input', 'unit']),
    matrix('biasGradient', 1, units, bias.gradient, 'logit', ['one', 'unit']),
    matrix('kernelChange', inputs, units, kernel.change, 'logit', ['input', 'unit']),
    matrix('biasChange', 1, units, bias.change, 'logit', ['one', 'unit']),
    matrix('newKernel', inputs, units, kernel.after, 'weight', ['input', 'unit']),
    matrix('newBias', 1, units, bias.after, 'weight', ['one', 'unit']),
  ];
  const known = matrices.filter((candidate) => candidate !== undefined);
  return { values, examples, matrices: new Map(known.map((one) => [one.kind, one])) };
}

function matrix(
  kind: MatrixKind,
  rows: number,
  columns: number,
  values: Float32Array,
  scale: ColorScaleName,
  axes: Matrix['axes'],
): Matrix {
  return { kind, rows, columns, values, scale, axes };
}
