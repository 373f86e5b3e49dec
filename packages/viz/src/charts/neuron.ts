import { max } from 'd3-array';
import { activations, type NeuronActivation } from '../calculations/activations.js';
import type { ChartOptions } from '../records/chart-options.js';
import { circle, group, path, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { decimalsFor } from '../text/decimals-for.js';
import { fitText } from '../text/fit-text.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import { formatFixed } from '../text/number-format.js';
import { roundToSum } from '../text/round-to-sum.js';

export interface NeuronInput {
  readonly name: string;
  readonly value: number;
  readonly weight: number;
}

/** One neuron: `output = f(sum_i weight_i * value_i + bias)`. */
export interface NeuronRecord {
  readonly inputs: readonly NeuronInput[];
  readonly bias: number;
  readonly activation: NeuronActivation;
}

const messages: Messages<{
  title: string;
  input: string;
  value: string;
  weight: string;
  weighted: string;
  bias: string;
  sum: string;
  output: string;
  finding: (sum: string, activation: string, output: string) => string;
  /** Short, for a small box. */
  names: Readonly<Record<NeuronActivation, string>>;
}> = {
  en: {
    title: 'One neuron',
    input: 'input',
    value: 'value',
    weight: 'weight',
    weighted: 'weighted',
    bias: 'bias',
    sum: 'sum',
    output: 'output',
    finding: (sum, activation, output) =>
      `The weighted inputs and the bias add up to ${sum}; ${activation} turns that into ${output}.`,
    names: { step: 'Step', sigmoid: 'Sigmoid', tanh: 'tanh', relu: 'ReLU', linear: 'Linear' },
  },
  ja: {
    title: '1つのニューロン',
    input: '入力',
    value: '値',
    weight: '重み',
    weighted: '重み付き',
    bias: 'バイアス',
    sum: '合計',
    output: '出力',
    finding: (sum, activation, output) =>
      `重み付きの入力とバイアスの合計は${sum}で、${activation}を通した出力は${output}です。`,
    names: { step: 'ステップ', sigmoid: 'シグモイド', tanh: 'tanh', relu: 'ReLU', linear: '線形' },
  },
};

const rowHeight = 3 * cell.height;
const top = 2 * cell.height;
const nodeRadius = 26;

/** In less room than this the output turns back under the sum. */
const leastInOneRow = 480;
/** In less room than this the circles would touch and leave the picture. */
const leastWidth = 304;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly inputX: number;
  readonly weightX: number;
  readonly productX: number;
  readonly sum: Point;
  readonly activation: Point;
  readonly output: Point;
  /** The bias, and the line from it to the sum. */
  readonly bias: Point & { readonly align: 'middle' | 'end'; readonly edge: string };
  /** From the sum through the activation to the output. */
  readonly edge: string;
  /** What the output is called. */
  readonly heading: Point & { readonly align: 'middle' | 'end' };
}

function arrange(count: number, wanted: number): Layout {
  const width = Math.max(leastWidth, wanted);
  const at = (share: number) => Math.round((share * width) / cell.width) * cell.width;
  const middle = top + ((count - 1) * rowHeight + cell.height) / 2;
  return width < leastInOneRow
    ? inTwoRows(count, width, middle, at)
    : inOneRow(count, width, middle, at);
}

function inOneRow(count: number, width: number, y: number, at: (share: number) => number): Layout {
  const [sum, activation, output] = [at(0.61), at(0.78), at(0.94)];
  const biasY = y + rowHeight * Math.max(1, count / 2);
  return {
    width,
    height: Math.max(top + count * rowHeight, biasY + 2 * cell.height),
    ...{ inputX: at(0.14), weightX: at(0.3), productX: at(0.45) },
    sum: { x: sum, y },
    activation: { x: activation, y },
    output: { x: output, y },
    bias: { x: sum, y: biasY, align: 'middle', edge: `M${sum} ${biasY - 10}V${y + 24}` },
    edge: `M${sum + 28} ${y}H${output - 28}`,
    heading: { x: output, y: 8, align: 'middle' },
  };
}

function inTwoRows(
  count: number,
  width: number,
  middle: number,
  at: (share: number) => number,
): Layout {
  const [productX, x] = [at(0.62), at(0.88)];
  // Below its heading and the bias.
  const y = Math.max(middle, 2 * cell.height + 10 + nodeRadius);
  const below = Math.max(top + count * rowHeight, y + nodeRadius + cell.height) + nodeRadius;
  return {
    width,
    height: below + 2 * cell.height,
    ...{ inputX: at(0.16), weightX: at(0.4), productX },
    sum: { x, y },
    activation: { x, y: below },
    output: { x: productX, y: below },
    bias: { x: width, y: 24, align: 'end', edge: `M${x} 34V${y - nodeRadius}` },
    edge: `M${x} ${y + 28}V${below}H${productX + 28}`,
    heading: { x: productX - nodeRadius - cell.width, y: below, align: 'end' },
  };
}

/**
 * A neuron from left to right: inputs, weights, weighted values, bias, sum, activation, output.
 * Edges tell a weight's sign by colour and dash, its size by width. The weighted values shown add
 * up to the sum shown. In a narrow picture activation and output stand below. Default width 640,
 * at least 304.
 */
export function neuron(record: NeuronRecord, options: ChartOptions = {}): Scene {
  const { inputs, bias, activation } = record;
  const { locale = 'en' } = options;
  const layout = arrange(inputs.length, options.width ?? 640);
  const { width, height, inputX, weightX, productX } = layout;
  const words = messages[locale];
  const products = inputs.map(({ value, weight }) => value * weight);
  const numbers = inputs.flatMap(({ value, weight }) => [value, weight, value * weight]);
  const decimals = Math.max(1, decimalsFor([...numbers, bias], 3));
  const terms = roundToSum([...products, bias], decimals);
  const sum = terms.reduce((a, b) => a + b, 0);
  const output = activations[activation].value(products.reduce((a, b) => a + b, bias));
  const show = (value: number) => formatFixed(value, decimals);
  const name = words.names[activation];
  const widest = max(inputs, ({ weight }) => Math.abs(weight)) ?? 1;
  const title = options.title ?? words.title;
  const head = (x: number, content: string) =>
    text(x, 8, content, { align: 'middle', fill: 'muted' });
  return {
    width,
    height,
    title,
    description: words.finding(show(sum), name, show(output)),
    table: {
      caption: title,
      columns: [words.input, words.value, words.weight, words.weighted],
      rows: [
        ...inputs.map((input, i) => [
          input.name,
          show(input.value),
          show(input.weight),
          show(terms[i]!),
        ]),
        [words.bias, '', '', show(terms.at(-1)!)],
        [words.sum, '', '', show(sum)],
        [words.output, '', '', show(output)],
      ],
    },
    marks: [
      head(inputX, words.input),
      head(weightX, words.weight),
      head(productX, words.weighted),
      head(layout.sum.x, words.sum),
      text(layout.heading.x, layout.heading.y, words.output, {
        align: layout.heading.align,
        fill: 'muted',
      }),
      ...inputs.map((input, i) =>
        inputRow(input, i, {
          y: top + i * rowHeight + cell.height / 2,
          inputX,
          weightX,
          productX,
          sum: layout.sum,
          widest,
          product: show(terms[i]!),
          show,
        }),
      ),
      path(layout.bias.edge, { stroke: 'axis', strokeWidth: 1.5 }),
      text(layout.bias.x, layout.bias.y, `${words.bias} ${show(terms.at(-1)!)}`, {
        id: 'bias',
        align: layout.bias.align,
      }),
      path(layout.edge, { stroke: 'axis', strokeWidth: 1.5 }),
      node(layout.sum, show(sum), 'sum', `${words.sum} ${show(sum)}`),
      activationBox(layout.activation, name),
      node(layout.output, show(output), 'output', `${words.output} ${show(output)}`),
    ],
  };
}

interface RowLayout {
  readonly y: number;
  readonly inputX: number;
  readonly weightX: number;
  readonly productX: number;
  readonly sum: Point;
  readonly widest: number;
  readonly product: string;
  readonly show: (value: number) => string;
}

function inputRow(input: NeuronInput, index: number, layout: RowLayout): Mark {
  const { y, inputX, weightX, productX, sum, widest, product, show } = layout;
  const positive = input.weight >= 0;
  const stroke = positive ? 'positive' : 'negative';
  const strokeWidth = 1 + (5 * Math.abs(input.weight)) / (widest === 0 ? 1 : widest);
  const dash = positive ? {} : { dash: [8, 5] };
  return group(
    [
      path(`M${inputX + 21} ${y}H${productX - 28}`, { stroke, strokeWidth, ...dash }),
      path(`M${productX + 28} ${y}L${sum.x - nodeRadius} ${sum.y}`, {
        stroke: 'axis',
        strokeWidth: 1.5,
      }),
      circle(inputX, y, 20, {
        fill: { scale: 'ink', value: Math.min(1, Math.abs(input.value)) },
        stroke: 'axis',
      }),
      text(inputX, y, show(input.value), {
        align: 'middle',
        fill: { on: { scale: 'ink', value: Math.min(1, Math.abs(input.value)) } },
      }),
      text(inputX - 28, y, fitText(input.name, 12, inputX - 28), { align: 'end', bold: true }),
      rect(weightX - 32, y - 9, 64, 18, { fill: 'background' }),
      text(weightX, y, `× ${show(input.weight)}`, { align: 'middle', fill: stroke, bold: true }),
      text(productX, y, product, { align: 'middle' }),
    ],
    {
      id: `input-${index}`,
      label: `${input.name}: ${show(input.value)} × ${show(input.weight)} = ${product}`,
      datum: { input: index },
      focusable: true,
    },
  );
}

function activationBox({ x, y }: Point, name: string): Mark {
  return group(
    [
      rect(x - 36, y - 16, 72, 32, { fill: 'surface', stroke: 'axis', radius: 6 }),
      text(x, y, name, { align: 'middle', bold: true }),
    ],
    { id: 'activation', label: name },
  );
}

function node({ x, y }: Point, content: string, id: string, label: string): Mark {
  return group(
    [
      circle(x, y, nodeRadius, { fill: 'surface', stroke: 'axis', strokeWidth: 1.5 }),
      text(x, y, content, { align: 'middle', bold: true }),
    ],
    { id, label },
  );
}
