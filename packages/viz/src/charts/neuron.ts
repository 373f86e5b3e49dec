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
  },
};

const rowHeight = 3 * cell.height;

/** In less room the circles would touch and leave the picture. */
const leastWidth = 480;

/**
 * A neuron from left to right: inputs, weights, weighted values, bias, sum, activation, output.
 * Edges tell a weight's sign by colour and dash, its size by width. The weighted values shown add
 * up to the sum shown. Default width 640, at least 480.
 */
export function neuron(record: NeuronRecord, options: ChartOptions = {}): Scene {
  const { inputs, bias, activation } = record;
  const { locale = 'en' } = options;
  const width = Math.max(leastWidth, options.width ?? 640);
  const words = messages[locale];
  const products = inputs.map(({ value, weight }) => value * weight);
  const numbers = inputs.flatMap(({ value, weight }) => [value, weight, value * weight]);
  const decimals = Math.max(1, decimalsFor([...numbers, bias], 3));
  const terms = roundToSum([...products, bias], decimals);
  const sum = terms.reduce((a, b) => a + b, 0);
  const output = activations[activation].value(products.reduce((a, b) => a + b, bias));
  const show = (value: number) => formatFixed(value, decimals);
  const top = 2 * cell.height;
  const middle = top + ((inputs.length - 1) * rowHeight) / 2;
  const [inputX, weightX, productX, sumX, functionX, outputX] = [
    0.14, 0.3, 0.45, 0.61, 0.78, 0.94,
  ].map((share) => Math.round((share * width) / cell.width) * cell.width) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const widest = max(inputs, ({ weight }) => Math.abs(weight)) ?? 1;
  const title = options.title ?? words.title;
  const head = (x: number, content: string) =>
    text(x, 8, content, { align: 'middle', fill: 'muted' });
  const biasY = middle + rowHeight * Math.max(1, inputs.length / 2) + 8;
  const height = Math.max(top + inputs.length * rowHeight, biasY + 2 * cell.height);
  return {
    width,
    height,
    title,
    description: words.finding(show(sum), activation, show(output)),
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
      head(sumX, words.sum),
      head(outputX, words.output),
      ...inputs.map((input, i) =>
        inputRow(input, i, {
          y: top + i * rowHeight + cell.height / 2,
          inputX,
          weightX,
          productX,
          sumX,
          sumY: middle + cell.height / 2,
          widest,
          product: show(terms[i]!),
          show,
        }),
      ),
      path(`M${sumX} ${biasY - 10}V${middle + 32}`, { stroke: 'axis', strokeWidth: 1.5 }),
      text(sumX, biasY, `${words.bias} ${show(terms.at(-1)!)}`, { id: 'bias', align: 'middle' }),
      path(`M${sumX + 28} ${middle + 8}H${outputX - 28}`, { stroke: 'axis', strokeWidth: 1.5 }),
      node(sumX, middle + 8, show(sum), 'sum', `${words.sum} ${show(sum)}`),
      group(
        [
          rect(functionX - 36, middle - 8, 72, 32, { fill: 'surface', stroke: 'axis', radius: 6 }),
          text(functionX, middle + 8, activation, { align: 'middle', bold: true }),
        ],
        { id: 'activation', label: activation },
      ),
      node(outputX, middle + 8, show(output), 'output', `${words.output} ${show(output)}`),
    ],
  };
}

interface RowLayout {
  readonly y: number;
  readonly inputX: number;
  readonly weightX: number;
  readonly productX: number;
  readonly sumX: number;
  readonly sumY: number;
  readonly widest: number;
  readonly product: string;
  readonly show: (value: number) => string;
}

function inputRow(input: NeuronInput, index: number, layout: RowLayout): Mark {
  const { y, inputX, weightX, productX, sumX, sumY, widest, product, show } = layout;
  const positive = input.weight >= 0;
  const stroke = positive ? 'positive' : 'negative';
  const strokeWidth = 1 + (5 * Math.abs(input.weight)) / (widest === 0 ? 1 : widest);
  const dash = positive ? {} : { dash: [8, 5] };
  return group(
    [
      path(`M${inputX + 21} ${y}H${productX - 28}`, { stroke, strokeWidth, ...dash }),
      path(`M${productX + 28} ${y}L${sumX - 26} ${sumY}`, { stroke: 'axis', strokeWidth: 1.5 }),
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

function node(x: number, y: number, content: string, id: string, label: string): Mark {
  return group(
    [
      circle(x, y, 26, { fill: 'surface', stroke: 'axis', strokeWidth: 1.5 }),
      text(x, y, content, { align: 'middle', bold: true }),
    ],
    { id, label },
  );
}
