import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { activations, type NeuronActivation } from '../calculations/activations.js';
import { axes } from '../guides/axis.js';
import type { ChartOptions } from '../records/chart-options.js';
import { circle, path, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import type { Messages } from '../text/locale.js';
import { cell, textRoom } from '../text/measure-text.js';
import { formatFixed } from '../text/number-format.js';

export interface ActivationFunctionOptions extends ChartOptions {
  /** Where the movable point is. Default 1. */
  readonly x?: number;
  /** How far from zero the axis goes, above 0. Default 4. */
  readonly reach?: number;
  /** Whether the derivative is drawn too, dashed. Default true. */
  readonly derivative?: boolean;
}

const messages: Messages<{
  title: string;
  derivative: string;
  finding: (name: string, x: string, y: string, slope: string) => string;
  names: Readonly<Record<NeuronActivation, string>>;
}> = {
  en: {
    title: 'Activation function',
    derivative: 'derivative',
    finding: (name, x, y, slope) => `${name} turns ${x} into ${y}; its slope there is ${slope}.`,
    names: { step: 'Step', sigmoid: 'Sigmoid', tanh: 'Tanh', relu: 'ReLU', linear: 'Linear' },
  },
  ja: {
    title: '活性化関数',
    derivative: '導関数',
    finding: (name, x, y, slope) => `${name}は${x}を${y}に変えます。その点の傾きは${slope}です。`,
    names: {
      step: 'ステップ関数',
      sigmoid: 'シグモイド関数',
      tanh: 'tanh関数',
      relu: 'ReLU',
      linear: '線形関数',
    },
  },
};

/** Heights that are shown: what the function reaches, with some air. */
function heights(name: NeuronActivation, reach: number): readonly [number, number] {
  switch (name) {
    case 'step':
    case 'sigmoid':
      return [-0.25, 1.25];
    case 'tanh':
      return [-1.25, 1.25];
    case 'relu':
      return [-reach / 4, reach];
    case 'linear':
      return [-reach, reach];
  }
}

/** One activation function around zero with its derivative and a point to move. Default width 480. */
export function activationFunction(
  name: NeuronActivation,
  options: ActivationFunctionOptions = {},
): Scene {
  const { width = 480, locale = 'en', derivative = true, reach = 4 } = options;
  const domain = [-reach, reach] as const;
  const words = messages[locale];
  const { value, derivative: slope, formula } = activations[name];
  const point = Math.min(domain[1], Math.max(domain[0], options.x ?? 1));
  const [left, right] = [5 * cell.width, width - 12];
  const [top, bottom] = [3 * cell.height, 13 * cell.height];

  const x = scaleLinear(domain, [left + 4, right]);
  const y = scaleLinear(heights(name, reach), [bottom, top]);
  const samples = Array.from({ length: 161 }, (_, i) => (reach * (i - 80)) / 80);
  const shown = [point, value(point), slope(point)].map((number) => formatFixed(number, 2));
  const label = words.names[name];
  return {
    width,
    height: bottom + 2 * cell.height,
    title: options.title ?? `${words.title}: ${label}`,
    description: words.finding(label, shown[0]!, shown[1]!, shown[2]!),
    table: {
      caption: `${words.title}: ${label}`,
      columns: ['x', 'f(x)', `f′(x) (${words.derivative})`],
      rows: Array.from({ length: 9 }, (_, i) => (reach * (i - 4)) / 4).map((at) => [
        at,
        formatFixed(value(at), 3),
        formatFixed(slope(at), 3),
      ]),
    },
    marks: [
      text(0, 8, label, { bold: true, size: 13 }),
      text(textRoom(label, 13) + 2 * cell.width, 8, formula, { fill: 'muted' }),
      ...legend(words.derivative, derivative),
      ...axes({
        left,
        right: width,
        top,
        bottom,
        xTicks: x.ticks(8).map((at) => ({ at: x(at), text: formatFixed(at, 0) })),
        yTicks: y.ticks(5).map((at) => ({ at: y(at), text: formatFixed(at, 1) })),
      }),
      path(`M${x(0)} ${top}V${bottom}M${left} ${y(0)}H${width}`, { role: 'grid', stroke: 'axis' }),
      ...(derivative ? curve(samples, slope, x, y, name === 'step' || name === 'relu', true) : []),
      ...curve(samples, value, x, y, name === 'step', false),
      path(`M${x(point)} ${y(0)}V${y(value(point))}H${x(0)}`, {
        id: 'guides',
        role: 'grid',
        stroke: 'highlight',
        strokeWidth: 1.5,
        dash: [3, 3],
      }),
      circle(x(point), y(value(point)), 12, {
        id: 'point',
        fill: 'transparent',
        focusable: true,
        datum: { x: point },
        label: `x ${shown[0]!}, f(x) ${shown[1]!}`,
      }),
      circle(x(point), y(value(point)), 6, { fill: 'highlight', role: 'decoration' }),
      text(width, cell.height + 8, `f(${shown[0]!}) = ${shown[1]!}`, { align: 'end', bold: true }),
    ],
  };
}

function legend(word: string, derivative: boolean): readonly Mark[] {
  const y = cell.height + 8;
  const first = 3 * cell.width + textRoom('f(x)', 12) + cell.width;
  return [
    path(`M0 ${y}H${2 * cell.width}`, { stroke: 'series1', strokeWidth: 2.5 }),
    text(3 * cell.width, y, 'f(x)'),
    ...(derivative
      ? [
          path(`M${first} ${y}H${first + 2 * cell.width}`, {
            stroke: 'series2',
            strokeWidth: 2,
            dash: [6, 4],
          }),
          text(first + 3 * cell.width, y, word),
        ]
      : []),
  ];
}

/** The curve; where the function jumps it is drawn as two pieces. */
function curve(
  samples: readonly number[],
  value: (x: number) => number,
  x: (at: number) => number,
  y: (at: number) => number,
  jumps: boolean,
  derivative: boolean,
): readonly Mark[] {
  const draw = line<number>()
    .x(x)
    .y((at) => y(value(at)));
  const before = samples.filter((at) => at < 0);
  const pieces = jumps ? [[...before, -1e-9], samples.filter((at) => at >= 0)] : [samples];
  return pieces.map((piece, i) =>
    path(draw(piece) ?? '', {
      id: `${derivative ? 'derivative' : 'function'}-${i}`,
      stroke: derivative ? 'series2' : 'series1',
      strokeWidth: derivative ? 2 : 2.5,
      ...(derivative ? { dash: [6, 4] } : {}),
    }),
  );
}
