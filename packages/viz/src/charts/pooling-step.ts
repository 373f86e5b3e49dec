import { cellMatrix, matrixFrame, type CellMatrixLayout } from '../guides/cell-matrix.js';
import type { ChartOptions } from '../records/chart-options.js';
import { largestSize, toRows, type MatrixRecord } from '../records/matrix-record.js';
import { text } from '../scene/make-marks.js';
import { SceneError } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import { decimalsFor } from '../text/decimals-for.js';
import { joinSentences } from '../text/join-sentences.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import { formatFixed } from '../text/number-format.js';

export interface PoolingRecord {
  readonly input: MatrixRecord;
  /** Side of the square window. Default 2. */
  readonly poolSize?: number;
  /** Default: the window's side. */
  readonly stride?: number;
  readonly kind: 'max' | 'average';
}

export interface PoolingStepOptions extends ChartOptions {
  /** Which output cell is computed, row by row from 0. Default 0. */
  readonly step?: number;
  /** Which output cells show their number: those that the window has passed, or all. Default `passed`. */
  readonly known?: 'passed' | 'all';
}

interface Words {
  readonly titles: Readonly<Record<PoolingRecord['kind'], string>>;
  readonly input: string;
  readonly output: string;
  readonly row: string;
  readonly operation: Readonly<Record<PoolingRecord['kind'], string>>;
  readonly finding: (operation: string, values: string, value: string) => string;
  readonly size: (input: number, output: number) => string;
}

const messages: Messages<Words> = {
  en: {
    titles: { max: 'One step of max pooling', average: 'One step of average pooling' },
    input: 'input',
    output: 'output',
    row: 'Row',
    operation: { max: 'maximum', average: 'mean' },
    finding: (operation, values, value) => `The ${operation} of ${values} is ${value}.`,
    size: (input, output) => `${input} numbers become ${output}.`,
  },
  ja: {
    titles: { max: '最大プーリングの1ステップ', average: '平均プーリングの1ステップ' },
    input: '入力',
    output: '出力',
    row: '行',
    operation: { max: '最大値', average: '平均' },
    finding: (operation, values, value) => `${values}の${operation}は${value}です。`,
    size: (input, output) => `${input}個の数値が${output}個になります。`,
  },
};

const gap = 10 * cell.width;
const side = 5 * cell.width;

/**
 * One step of pooling: the input with its window, the calculation in words, the output so far.
 * The width follows from the sizes.
 *
 * @throws SceneError `chart-record` when the window does not fit into the input.
 */
export function poolingStep(record: PoolingRecord, options: PoolingStepOptions = {}): Scene {
  const { kind, poolSize = 2, stride = poolSize } = record;
  const { locale = 'en', known = 'passed' } = options;
  const words = messages[locale];
  const input = toRows('poolingStep: input', record.input);
  const windowAt = (row: number, column: number) =>
    input
      .slice(row * stride, row * stride + poolSize)
      .flatMap((values) => values.slice(column * stride, column * stride + poolSize));
  const rows = Math.floor((record.input.rows - poolSize) / stride) + 1;
  const columns = Math.floor((record.input.columns - poolSize) / stride) + 1;
  if (rows < 1 || columns < 1) {
    throw new SceneError(
      'chart-record',
      `poolingStep: expects a window no larger than the input ${record.input.rows}x${record.input.columns}, got poolSize ${poolSize}; take a smaller one.`,
    );
  }
  const output = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => pool(windowAt(row, column), kind)),
  );
  const step = Math.min(Math.max(0, options.step ?? 0), rows * columns - 1);
  const [row, column] = [Math.floor(step / columns), step % columns];
  // Means of whole numbers take decimals; the numbers themselves do not.
  const [decimals, resultDecimals] = [input, output].map((lines) => decimalsFor(lines.flat(), 2));
  const show = (value: number) => formatFixed(value, decimals!);
  const showResult = (value: number) => formatFixed(value, resultDecimals!);
  const largest = largestSize(input.flat());
  const paint = (value: number) =>
    ({ scale: 'activation', value: 0.5 + (0.4 * value) / largest }) as const;
  const top = 2 * cell.height;
  const shape = { y: top, cellWidth: side, cellHeight: 2 * cell.height };
  const inputLayout: CellMatrixLayout = { id: 'input', x: 0, ...shape };
  const right = record.input.columns * side + gap;
  const outputLayout: CellMatrixLayout = { id: 'output', x: right, ...shape };
  const values = windowAt(row, column);
  const list = values.map(show).join(locale === 'en' ? ', ' : '、');
  const result = showResult(output[row]![column]!);
  const title = options.title ?? words.titles[kind];
  const middle = right - gap / 2;
  const center = { align: 'middle' } as const;
  return {
    width: right + Math.max(columns * side, 6 * cell.width),
    height: top + record.input.rows * shape.cellHeight + cell.height / 2,
    title,
    description: joinSentences(
      [
        words.finding(words.operation[kind], list, result),
        words.size(record.input.rows * record.input.columns, rows * columns),
      ],
      locale,
    ),
    table: {
      caption: `${title}: ${words.output}`,
      columns: [words.row, ...output[0]!.map((_, i) => String(i))],
      rows: output.map((line, i) => [i, ...line.map(showResult)]),
    },
    marks: [
      text(0, cell.height / 2, words.input, { bold: true }),
      text(right, cell.height / 2, words.output, { bold: true }),
      cellMatrix(
        input.map((line) => line.map((value) => ({ paint: paint(value), text: show(value) }))),
        inputLayout,
      ),
      matrixFrame(
        inputLayout,
        [row * stride, row * stride + poolSize],
        [column * stride, column * stride + poolSize],
        'window',
      ),
      text(middle, top + 8, words.operation[kind], { ...center, fill: 'muted' }),
      text(middle, top + cell.height + 8, `→ ${result}`, {
        ...center,
        id: 'result',
        bold: true,
        size: 14,
      }),
      cellMatrix(
        output.map((line, i) =>
          line.map((value, j) => {
            const index = i * columns + j;
            const shown = known === 'all' || index <= step;
            const datum = { step: index, row: i, column: j };
            const label = `${i}, ${j}: ${showResult(value)}`;
            return shown
              ? { paint: paint(value), text: showResult(value), datum, label, focusable: true }
              : { paint: 'surface', faint: true, datum, label, focusable: true };
          }),
        ),
        outputLayout,
      ),
      matrixFrame(outputLayout, [row, row + 1], [column, column + 1], 'output-cell'),
    ],
  };
}

function pool(values: readonly number[], kind: PoolingRecord['kind']): number {
  return kind === 'max'
    ? Math.max(...values)
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}
