import { toRows, type MatrixRecord } from '../records/matrix-record.js';
import { SceneError } from '../scene/scene-error.js';

/** One channel of a convolution without flipping, as networks compute it. */
export interface ConvolutionRecord {
  readonly input: MatrixRecord;
  readonly kernel: MatrixRecord;
  /** Default 0. */
  readonly bias?: number;
  /** Cells from one window to the next, both ways. Default 1. */
  readonly stride?: number;
  /** Rings of zeros around the input. Default 0. */
  readonly padding?: number;
}

/** A convolution worked out. */
export interface Convolution {
  /** The input with its ring of zeros. */
  readonly padded: readonly (readonly number[])[];
  readonly kernel: readonly (readonly number[])[];
  readonly output: readonly (readonly number[])[];
  readonly bias: number;
  readonly stride: number;
  readonly padding: number;
}

/**
 * `output[i][j] = bias + sum_{a,b} input[i * stride + a][j * stride + b] * kernel[a][b]`.
 *
 * @throws SceneError `chart-record` when the kernel is larger than the padded input.
 */
export function convolve(record: ConvolutionRecord): Convolution {
  const { bias = 0, stride = 1, padding = 0 } = record;
  const kernel = toRows('convolutionStep: kernel', record.kernel);
  const width = record.input.columns + 2 * padding;
  const zeros = Array.from({ length: padding }, () => new Array<number>(width).fill(0));
  const ring = new Array<number>(padding).fill(0);
  const inner = toRows('convolutionStep: input', record.input).map((row) => [
    ...ring,
    ...row,
    ...ring,
  ]);
  const padded = [...zeros, ...inner, ...zeros];
  const rows = Math.floor((padded.length - kernel.length) / stride) + 1;
  const columns = Math.floor((width - record.kernel.columns) / stride) + 1;
  if (rows < 1 || columns < 1) {
    throw new SceneError(
      'chart-record',
      `convolutionStep: expects a kernel no larger than the padded input ${padded.length}x${width}, got ${kernel.length}x${record.kernel.columns}; pad the input or shrink the kernel.`,
    );
  }
  const output = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) =>
      kernel.reduce(
        (sum, row, a) =>
          row.reduce(
            (part, weight, b) => part + weight * padded[i * stride + a]![j * stride + b]!,
            sum,
          ),
        bias,
      ),
    ),
  );
  return { padded, kernel, output, bias, stride, padding };
}
