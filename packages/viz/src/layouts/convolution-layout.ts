import type { Convolution } from '../calculations/convolve.js';
import type { CellMatrixLayout } from '../guides/cell-matrix.js';
import { cell } from '../text/measure-text.js';

/** Where the four matrices of a convolution step are. */
export interface ConvolutionLayout {
  readonly input: CellMatrixLayout;
  readonly filter: CellMatrixLayout;
  readonly product: CellMatrixLayout;
  readonly result: CellMatrixLayout;
  /** Between two matrices, with room for a sign. */
  readonly gap: number;
  /** Whether filter and products stand below input and output, for want of width. */
  readonly stacked: boolean;
  readonly width: number;
  readonly height: number;
}

const gap = 3 * cell.width;
const header = 2 * cell.height;
const cellHeight = 2 * cell.height;

/** Side by side where cells of 24 units fit into the width, else in two rows. */
export function arrangeConvolution(
  { padded, kernel, output }: Convolution,
  width = Infinity,
): ConvolutionLayout {
  const [inputColumns, filterColumns, outputColumns] = [padded, kernel, output].map(
    (rows) => rows[0]!.length,
  ) as [number, number, number];
  const inOneRow = (width - 3 * gap) / (inputColumns + 2 * filterColumns + outputColumns);
  const stacked = inOneRow < 3 * cell.width;
  const inTwoRows = (width - gap) / Math.max(inputColumns + outputColumns, 2 * filterColumns);
  const size = wholeCells(Math.min(5 * cell.width, stacked ? inTwoRows : inOneRow));
  const place = (id: string, x: number, y: number): CellMatrixLayout => ({
    id,
    x,
    y,
    cellWidth: size,
    cellHeight,
    textSize: Math.min(12, size * 0.42),
  });
  const inputEnd = inputColumns * size + gap;
  const filterX = stacked ? 0 : inputEnd;
  const productX = filterX + filterColumns * size + gap;
  const productEnd = productX + filterColumns * size;
  const above = Math.max(padded.length, output.length) * cellHeight;
  const below = stacked ? header + above + cell.height + header : header;
  const resultX = stacked ? inputEnd : productEnd + gap;
  const sums = below + kernel.length * cellHeight + header;
  return {
    input: place('input', 0, header),
    filter: place('kernel', filterX, below),
    product: place('product', productX, below),
    result: place('output', resultX, header),
    gap,
    stacked,
    width: Math.max(productEnd, resultX + Math.max(outputColumns * size, 6 * cell.width)),
    height: Math.max(header + above + cell.height / 2, sums),
  };
}

function wholeCells(size: number): number {
  return size < cell.width ? size : Math.floor(size / cell.width) * cell.width;
}
