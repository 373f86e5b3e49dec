/**
 * @file The summary of a model in the layout that Keras 3 prints (`print_summary` in
 * keras/src/utils/summary_utils.py, drawn by Python's `rich`), so that learners can lay both side
 * by side.
 */
import type { LayerSpec, ModelSpec } from '../model-spec.js';
import { layerTable, type LayerRow } from './layer-table.js';
import { readableSize } from './readable-size.js';

/** The names that Keras gives to the layers. */
const kerasTypes: Record<LayerSpec['type'], string> = {
  flatten: 'Flatten',
  dense: 'Dense',
  conv2d: 'Conv2D',
  maxPooling2d: 'MaxPooling2D',
  averagePooling2d: 'AveragePooling2D',
  dropout: 'Dropout',
  activation: 'Activation',
};

const header = ['Layer (type)', 'Output Shape', 'Param #'] as const;

export interface SummaryOptions {
  /** Width in characters; wider where a cell needs it. Default 76: Keras on an 80 column terminal. */
  readonly lineLength?: number;
}

/**
 * A model as Keras 3 prints it: its layers with output shapes and parameter counts, then totals.
 *
 * @returns lines without line ends.
 * @throws ModelSpecError for a specification that cannot be built.
 *
 * @example
 * ```ts
 * const lines = summary(mlp({ inputShape: [28, 28, 1], classes: 10 }));
 * lines.at(-3); // ' Total params: 101,770 (397.54 KB)'
 * ```
 */
export function summary(spec: ModelSpec, options: SummaryOptions = {}): string[] {
  const layers = layerTable(spec);
  const rows = layers.map(rowCells);
  const widths = columnWidths([header, ...rows], options.lineLength ?? 76);
  const parameters = layers.reduce((total, layer) => total + layer.parameters, 0);
  return [
    `Model: "${spec.name ?? 'sequential'}"`,
    rule(widths, '┏━┳┓'),
    cells(header, widths, '┃'),
    rule(widths, '┡━╇┩'),
    ...rows.flatMap((row, index) => {
      const line = cells(row, widths, '│');
      return index === 0 ? [line] : [rule(widths, '├─┼┤'), line];
    }),
    rule(widths, '└─┴┘'),
    total('Total params', parameters),
    total('Trainable params', parameters),
    total('Non-trainable params', 0),
  ];
}

type Row = readonly [layer: string, shape: string, parameters: string];
type Widths = readonly [number, number, number];

function rowCells(layer: LayerRow): Row {
  return [
    `${layer.name} (${kerasTypes[layer.type]})`,
    `(None, ${layer.outputShape.join(', ')})`,
    grouped(layer.parameters),
  ];
}

/**
 * Keras ends its columns at 45 %, 80 % and 100 % of the line; rich then adds two blanks to each
 * column and takes 3, 4 and 3 characters back, since the four borders must fit too.
 */
function columnWidths(rows: readonly Row[], lineLength: number): Widths {
  const ends = [Math.floor(0.45 * lineLength), Math.floor(0.8 * lineLength), lineLength] as const;
  const keras = [ends[0] - 1, ends[1] - ends[0] - 2, ends[2] - ends[1] - 1] as const;
  const needed = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length)) + 2;
  return [
    Math.max(keras[0], needed(0)),
    Math.max(keras[1], needed(1)),
    Math.max(keras[2], needed(2)),
  ];
}

/** `parts`: left corner, line, crossing, right corner. */
function rule(widths: Widths, parts: string): string {
  const [left, line, crossing, right] = parts;
  return left! + widths.map((width) => line!.repeat(width)).join(crossing) + right!;
}

function cells(row: Row, widths: Widths, border: string): string {
  const [layer, shape, parameters] = row;
  const texts = [
    ` ${layer.padEnd(widths[0] - 2)} `,
    ` ${shape.padEnd(widths[1] - 2)} `,
    ` ${parameters.padStart(widths[2] - 2)} `,
  ];
  return border + texts.join(border) + border;
}

function total(label: string, parameters: number): string {
  const float32Bytes = 4;
  return ` ${label}: ${grouped(parameters)} (${readableSize(parameters * float32Bytes)})`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
