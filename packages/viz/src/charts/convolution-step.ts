import { convolve, type Convolution, type ConvolutionRecord } from '../calculations/convolve.js';
import { cellMatrix, matrixFrame, type MatrixCell } from '../guides/cell-matrix.js';
import { arrangeConvolution, type ConvolutionLayout } from '../layouts/convolution-layout.js';
import type { ChartOptions } from '../records/chart-options.js';
import { largestSize } from '../records/matrix-record.js';
import { text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { decimalsFor } from '../text/decimals-for.js';
import { joinSentences } from '../text/join-sentences.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import { formatFixed } from '../text/number-format.js';
import { roundToSum } from '../text/round-to-sum.js';

export interface ConvolutionStepOptions extends ChartOptions {
  /** Which output cell is computed, row by row from 0. Default 0. */
  readonly step?: number;
  /** Whether the input's numbers are grey pixels in [0, 255] or of any size. Default `any`. */
  readonly range?: 'pixels' | 'any';
  /** Which output cells show their number: those that the window has passed, or all. Default `passed`. */
  readonly known?: 'passed' | 'all';
}

interface Words {
  readonly title: string;
  readonly input: string;
  readonly kernel: string;
  readonly products: string;
  readonly output: string;
  readonly row: string;
  readonly bias: string;
  readonly finding: (row: number, column: number, value: string) => string;
  readonly size: (input: string, output: string) => string;
}

const messages: Messages<Words> = {
  en: {
    title: 'One step of a convolution',
    input: 'input',
    kernel: 'filter',
    products: 'products',
    output: 'output',
    row: 'Row',
    bias: 'bias',
    finding: (row, column, value) =>
      `The window at row ${row}, column ${column}, times the filter, adds up to ${value}.`,
    size: (input, output) => `An input of ${input} becomes an output of ${output}.`,
  },
  ja: {
    title: '畳み込みの1ステップ',
    input: '入力',
    kernel: 'フィルター',
    products: '積',
    output: '出力',
    row: '行',
    bias: 'バイアス',
    finding: (row, column, value) =>
      `${row}行${column}列の窓とフィルターの積の合計は${value}です。`,
    size: (input, output) => `${input}の入力は${output}の出力になります。`,
  },
};

/** How many steps the whole sweep takes: the number of output cells. */
export function convolutionSteps(record: ConvolutionRecord): number {
  const { output } = convolve(record);
  return output.length * output[0]!.length;
}

/** The whole sweep, one scene for each output cell, row by row. */
export function convolutionFrames(
  record: ConvolutionRecord,
  options: Omit<ConvolutionStepOptions, 'step'> = {},
): readonly Scene[] {
  return Array.from({ length: convolutionSteps(record) }, (_, step) =>
    convolutionStep(record, { ...options, step }),
  );
}

/**
 * One step of a convolution: the input with its window, the filter, their products, the sum, and
 * the output as far as it is known. Products shown add up to the sum shown. The width follows from
 * the sizes: 40 units a cell, less where `width` says so.
 *
 * @throws SceneError `chart-record` when matrices do not fit.
 */
export function convolutionStep(
  record: ConvolutionRecord,
  options: ConvolutionStepOptions = {},
): Scene {
  const { locale = 'en', range = 'any', known = 'passed' } = options;
  const words = messages[locale];
  const convolution = convolve(record);
  const { padded, kernel, output, bias, stride } = convolution;
  const outputColumns = output[0]!.length;
  const step = Math.min(Math.max(0, options.step ?? 0), output.length * outputColumns - 1);
  const [row, column] = [Math.floor(step / outputColumns), step % outputColumns];
  const window = kernel.map((weights, a) =>
    weights.map((_, b) => padded[row * stride + a]![column * stride + b]!),
  );
  const flat = kernel.flatMap((weights, a) => weights.map((weight, b) => weight * window[a]![b]!));
  const decimals = decimalsFor([...padded.flat(), ...flat, bias], 2);
  const rounded = roundToSum([...flat, bias], decimals);
  const sum = rounded.reduce((a, b) => a + b, 0);
  const show = (value: number) => formatFixed(value, decimals);
  const products = kernel.map((weights, a) =>
    weights.map((_, b) => rounded[a * weights.length + b]!),
  );
  const layout = arrangeConvolution(convolution, options.width);
  const { input, filter, product, result } = layout;
  const title = options.title ?? words.title;
  return {
    width: layout.width,
    height: layout.height,
    title,
    description: joinSentences(
      [
        words.finding(row, column, show(sum)),
        words.size(
          `${record.input.rows}×${record.input.columns}`,
          `${output.length}×${outputColumns}`,
        ),
      ],
      locale,
    ),
    table: {
      caption: `${title}: ${words.output}`,
      columns: [words.row, ...output[0]!.map((_, i) => String(i))],
      rows: output.map((values, i) => [i, ...values.map(show)]),
    },
    marks: [
      ...[
        [input, words.input] as const,
        [filter, words.kernel] as const,
        [product, words.products] as const,
        [result, words.output] as const,
      ].map(([{ x, y }, word]) => text(x, y - 1.5 * cell.height, word, { bold: true })),
      cellMatrix(inputCells(convolution, range, show), input),
      matrixFrame(
        input,
        [row * stride, row * stride + kernel.length],
        [column * stride, column * stride + kernel[0]!.length],
        'window',
      ),
      ...operators(layout, kernel.length),
      cellMatrix(signedCells(kernel, 'weight', show), filter),
      cellMatrix(signedCells(products, 'activation', show), product),
      ...sumMarks(
        layout,
        kernel.length,
        show(sum),
        bias === 0 ? '' : `${words.bias} ${show(bias)}`,
      ),
      cellMatrix(outputCells(output, known === 'all' ? Infinity : step, show), result),
      matrixFrame(result, [row, row + 1], [column, column + 1], 'output-cell'),
    ],
  };
}

function inputCells(
  { padded, padding }: Convolution,
  range: 'pixels' | 'any',
  show: (value: number) => string,
): readonly (readonly MatrixCell[])[] {
  const highest = range === 'pixels' ? 255 : largestSize(padded.flat());
  return padded.map((row, i) =>
    row.map((value, j) => {
      const pad =
        i < padding || j < padding || i >= padded.length - padding || j >= row.length - padding;
      return pad
        ? { paint: 'surface', text: show(value), faint: true }
        : { paint: { scale: 'ink', value: Math.max(0, value) / highest }, text: show(value) };
    }),
  );
}

function signedCells(
  rows: readonly (readonly number[])[],
  scale: 'weight' | 'activation',
  show: (value: number) => string,
): readonly (readonly MatrixCell[])[] {
  const largest = largestSize(rows.flat());
  return rows.map((row) =>
    row.map((value) => ({
      paint: { scale, value: 0.5 + (0.4 * value) / largest },
      text: show(value),
    })),
  );
}

function outputCells(
  output: readonly (readonly number[])[],
  lastKnown: number,
  show: (value: number) => string,
): readonly (readonly MatrixCell[])[] {
  const largest = largestSize(output.flat());
  return output.map((row, i) =>
    row.map((value, j) => {
      const index = i * row.length + j;
      const datum = { step: index, row: i, column: j };
      const label = `${i}, ${j}: ${show(value)}`;
      return index > lastKnown
        ? { paint: 'surface', faint: true, datum, label, focusable: true }
        : {
            paint: { scale: 'activation', value: 0.5 + (0.4 * value) / largest },
            text: show(value),
            datum,
            label,
            focusable: true,
          };
    }),
  );
}

/** Signs between the matrices, level with the middle of the filter. */
function operators(layout: ConvolutionLayout, rows: number): readonly Mark[] {
  const { filter, product, result, gap, stacked } = layout;
  const middle = (y: number) => y + (rows * filter.cellHeight) / 2;
  const style = { align: 'middle', size: 16, fill: 'muted' } as const;
  return [
    ...(stacked ? [] : [text(filter.x - gap / 2, middle(filter.y), '×', style)]),
    text(product.x - gap / 2, middle(product.y), '=', style),
    text(result.x - gap / 2, middle(result.y), '→', style),
  ];
}

/** The sum under the products, and the bias in it. */
function sumMarks(
  { product }: ConvolutionLayout,
  rows: number,
  sum: string,
  bias: string,
): readonly Mark[] {
  const y = product.y + rows * product.cellHeight + 10;
  return [
    text(product.x, y, `Σ = ${sum}`, { id: 'sum', bold: true, size: 14 }),
    ...(bias === '' ? [] : [text(product.x, y + cell.height, bias, { fill: 'muted' })]),
  ];
}
