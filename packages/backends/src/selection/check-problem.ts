import type { NamedAttrMap } from '@tensorflow/tfjs-core';

/** One kernel call small enough to be worked out by plain loops. */
export interface CheckedCall {
  readonly kernel: string;
  readonly inputs: Readonly<Record<string, Values>>;
  readonly attrs: NamedAttrMap;
  /** Row-major, float64. */
  readonly expected: Float64Array;
}

interface Values {
  readonly values: Float32Array;
  readonly shape: number[];
}

/** The kernel calls of a tiny training step and their right results. */
export function checkProblem(): CheckedCall[] {
  return [...matrixProducts(), ...convolutions(), poolingOfNegatives()];
}

/** Numbers in [-1, 1] without a pattern that a wrong kernel could hit by chance. */
function wave(shape: number[], phase: number): Values {
  const size = shape.reduce((product, length) => product * length, 1);
  return {
    values: Float32Array.from({ length: size }, (_, i) => Math.sin(1.7 * i + phase)),
    shape,
  };
}

/** A B, A B^T and A^T B with [5, 3, 4] for rows, inner size and columns. */
function matrixProducts(): CheckedCall[] {
  const [rows, inner, columns] = [5, 3, 4];
  return [
    { transposeA: false, transposeB: false },
    { transposeA: false, transposeB: true },
    { transposeA: true, transposeB: false },
  ].map(({ transposeA, transposeB }) => {
    const a = wave(transposeA ? [1, inner, rows] : [1, rows, inner], 0);
    const b = wave(transposeB ? [1, columns, inner] : [1, inner, columns], 1);
    const expected = new Float64Array(rows * columns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        for (let k = 0; k < inner; k++) {
          const left = a.values[transposeA ? k * rows + i : i * inner + k]!;
          const right = b.values[transposeB ? j * inner + k : k * columns + j]!;
          expected[i * columns + j]! += left * right;
        }
      }
    }
    return { kernel: 'BatchMatMul', inputs: { a, b }, attrs: { transposeA, transposeB }, expected };
  });
}

/** A valid 3x3 convolution of [2, 5, 6, 2] to three channels, and both of its gradients. */
function convolutions(): CheckedCall[] {
  const [images, height, width, inputs, outputs, size] = [2, 5, 6, 2, 3, 3];
  const [outHeight, outWidth] = [height - size + 1, width - size + 1];
  const x = wave([images, height, width, inputs], 0);
  const filter = wave([size, size, inputs, outputs], 1);
  const dy = wave([images, outHeight, outWidth, outputs], 2);
  const y = new Float64Array(dy.values.length);
  const dx = new Float64Array(x.values.length);
  const dFilter = new Float64Array(filter.values.length);
  for (let n = 0; n < images; n++)
    for (let row = 0; row < outHeight; row++)
      for (let column = 0; column < outWidth; column++)
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++)
            for (let c = 0; c < inputs; c++)
              for (let k = 0; k < outputs; k++) {
                const atX = ((n * height + row + i) * width + column + j) * inputs + c;
                const atFilter = ((i * size + j) * inputs + c) * outputs + k;
                const atY = ((n * outHeight + row) * outWidth + column) * outputs + k;
                y[atY]! += x.values[atX]! * filter.values[atFilter]!;
                dx[atX]! += dy.values[atY]! * filter.values[atFilter]!;
                dFilter[atFilter]! += x.values[atX]! * dy.values[atY]!;
              }
  const attrs = { strides: 1, pad: 'valid', dataFormat: 'NHWC' };
  return [
    { kernel: 'Conv2D', inputs: { x, filter }, attrs: { ...attrs, dilations: 1 }, expected: y },
    {
      kernel: 'Conv2DBackpropInput',
      inputs: { dy, filter },
      attrs: { ...attrs, inputShape: x.shape },
      expected: dx,
    },
    {
      kernel: 'Conv2DBackpropFilter',
      inputs: { x, dy },
      attrs: { ...attrs, filterShape: filter.shape },
      expected: dFilter,
    },
  ];
}

/** The gradient of max pooling where every value is negative. */
function poolingOfNegatives(): CheckedCall {
  const input = { values: Float32Array.of(-4, -2, -3, -9, -7, -8, -5, -6), shape: [1, 2, 4, 1] };
  const output = { values: Float32Array.of(-2, -3), shape: [1, 1, 2, 1] };
  const dy = { values: Float32Array.of(10, 20), shape: [1, 1, 2, 1] };
  return {
    kernel: 'MaxPoolGrad',
    inputs: { dy, input, output },
    attrs: { filterSize: 2, strides: 2, pad: 'valid' },
    expected: Float64Array.of(0, 10, 20, 0, 0, 0, 0, 0),
  };
}
