/**
 * @file A drawing of a stack of layers: images as piles of squares, lists of numbers as columns,
 * and between them how one reads the other: everything (dense) or a small window (convolution,
 * pooling). Sizes follow the square root of the shapes, so that 28 and 512 both fit.
 */
import type { Mark, Scene, Token } from '@manabi/viz';
import type { AnalyzedNetwork } from './analyze-network.js';
import type { NetworkWords } from './words.js';

/** Room for one layer. */
const pitch = 80;
const middle = 108;
const tallest = 132;
const height = 234;

/** The least width at which the layers' names have room. */
export function networkWidth(layerCount: number): number {
  return (layerCount + 1) * pitch;
}

interface Column {
  readonly x: number;
  readonly shape: readonly number[] | undefined;
  readonly kind: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** @param shown - index of the layer that is framed. */
export function networkScene(
  network: AnalyzedNetwork,
  inputShape: readonly number[],
  words: NetworkWords,
  options: {
    readonly width: number;
    readonly formatCount: (value: number) => string;
    readonly shown?: number | undefined;
  },
): Scene {
  const { formatCount, shown } = options;
  const count = network.layers.length + 1;
  const width = Math.max(options.width, networkWidth(count - 1));
  const step = Math.min(width / count, 150);
  const left = (width - step * count) / 2 + step / 2;
  const shapes = [inputShape, ...network.layers.map(({ outputShape }) => outputShape)];
  const kinds = ['input', ...network.layers.map(({ layer }) => layer.type)];
  const columns = shapes.map((shape, i) => column(shape, kinds[i]!, left + i * step));
  const names = [words.input, ...network.layers.map(({ name }) => name)];
  const table = network.layers.map(({ name, outputShape, parameters }) => [
    name,
    shapeText(outputShape, words.unknownShape),
    parameters === undefined ? words.unknownShape : formatCount(parameters),
  ]);
  return {
    width,
    height,
    title: words.drawing,
    description:
      network.spec === undefined
        ? words.broken
        : words.finding(
            formatCount(network.layers.length),
            formatCount(product(inputShape)),
            formatCount(product(shapes.at(-1) ?? [])),
          ),
    table: {
      caption: words.drawing,
      columns: [words.columns.layer, words.columns.shape, words.columns.parameters],
      rows: [[words.input, shapeText(inputShape, ''), formatCount(0)], ...table],
    },
    marks: [
      ...columns.slice(1).flatMap((to, i) => reading(columns[i]!, to)),
      ...columns.map((one, i) => {
        const issue = i > 0 && network.layers[i - 1]?.issue !== undefined;
        const parameters = i === 0 ? undefined : network.layers[i - 1]?.parameters;
        const name = `${issue ? '✗ ' : ''}${names[i]!}`;
        const shape = shapeText(one.shape, '?');
        return {
          type: 'group',
          id: `layer-${i - 1}`,
          label: `${name}, ${shape}`,
          datum: { layer: i - 1 },
          focusable: i > 0,
          children: [
            hitArea(one.x, step),
            ...body(one, issue),
            label(one.x, 14, name, { bold: true, fill: issue ? 'predicted' : 'text' }),
            label(one.x, height - 38, shape, { fill: 'text' }),
            label(one.x, height - 18, parameters ? formatCount(parameters) : '', { fill: 'muted' }),
            ...(shown !== undefined && shown === i - 1 ? [frame(one.x, step)] : []),
          ],
        } satisfies Mark;
      }),
    ],
  };
}

export function shapeText(shape: readonly number[] | undefined, unknown: string): string {
  return shape === undefined ? unknown : shape.join('×');
}

const product = (shape: readonly number[]) => shape.reduce((total, extent) => total * extent, 1);

function column(shape: readonly number[] | undefined, kind: string, x: number): Column {
  const [rows, columns, channels] = shape ?? [];
  if (rows !== undefined && columns !== undefined && channels !== undefined) {
    const scale = Math.min(1, 8 / Math.sqrt(Math.max(rows, columns)));
    const [w, h] = [columns, rows].map((extent) => Math.max(8, 8 * Math.sqrt(extent) * scale));
    const shift = pile(channels) * 2;
    return { x, shape, kind, ...box(x, w! + 2 * shift, h! + 2 * shift) };
  }
  const tall = rows === undefined ? 40 : Math.min(tallest, 22 + 15 * Math.log2(rows));
  return { x, shape, kind, ...box(x, 14, tall) };
}

const box = (x: number, w: number, h: number) => ({
  top: middle - h / 2,
  bottom: middle + h / 2,
  left: x - w / 2,
  right: x + w / 2,
});

/** Squares in a pile that stands for so many maps. */
function pile(channels: number): number {
  return Math.min(6, Math.max(1, Math.ceil(Math.log2(channels + 1))));
}

function body(one: Column, issue: boolean): readonly Mark[] {
  const { shape, x, top, left, right, bottom, kind } = one;
  const stroke: Token = issue ? 'predicted' : 'axis';
  if (shape === undefined) {
    return [
      {
        type: 'rect',
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
        stroke,
        dash: [4, 3],
        radius: 3,
      },
      {
        type: 'text',
        x,
        y: middle,
        text: '?',
        align: 'middle',
        fill: issue ? 'predicted' : 'muted',
      },
    ];
  }
  const dash = kind === 'dropout' ? { dash: [3, 3] } : {};
  if (shape.length === 3) {
    const sheets = pile(shape[2]!);
    const shift = 4;
    const [w, h] = [right - left - sheets * shift, bottom - top - sheets * shift];
    return Array.from({ length: sheets }, (_, i): Mark => {
      const [sx, sy] = [left + (i + 0.5) * shift, top + (i + 0.5) * shift];
      const fill = kind === 'input' ? 'surface' : 'background';
      return { type: 'rect', x: sx, y: sy, width: w, height: h, fill, stroke, ...dash };
    });
  }
  const units = shape[0]!;
  const dots = Math.min(units, 10);
  const gap = (bottom - top) / dots;
  const radius = Math.min(5, gap / 2 - 1);
  const whole = units <= 10;
  return [
    {
      type: 'rect',
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      radius: 7,
      fill: 'background',
      stroke,
      ...dash,
    },
    ...Array.from({ length: dots }, (_, i): Mark => {
      const cy = top + (i + 0.5) * gap;
      const inside = whole || i < 3 || i > dots - 4;
      const fill: Token = issue ? 'predicted' : kind === 'flatten' ? 'neutral' : 'series1';
      return { type: 'circle', cx: x, cy, r: inside ? radius : 1.2, fill };
    }),
  ];
}

/** How a layer reads the one before. */
function reading(from: Column, to: Column): readonly Mark[] {
  if (from.shape === undefined || to.shape === undefined) return [];
  const quiet = { role: 'decoration', opacity: 0.75 } as const;
  if (to.kind === 'conv2d' || to.kind.endsWith('Pooling2d')) {
    const w = Math.max(6, (from.right - from.left) / 5);
    const [x, y] = [from.right - w - 6, middle - (from.bottom - from.top) / 6];
    const point = { x: to.left + 8, y: middle };
    const stroke: Token = to.kind === 'conv2d' ? 'series1' : 'series2';
    return [
      {
        type: 'path',
        d: `M${x + w} ${y}L${point.x} ${point.y}L${x + w} ${y + w}`,
        stroke,
        ...quiet,
      },
      { type: 'rect', x, y, width: w, height: w, stroke, strokeWidth: 1.5, role: 'decoration' },
    ];
  }
  const [fill, d] =
    to.kind === 'dense'
      ? [
          'grid',
          `M${from.right} ${from.top}L${to.left} ${to.top}V${to.bottom}L${from.right} ${from.bottom}Z`,
        ]
      : ['transparent', ''];
  return fill === 'transparent'
    ? [arrow(from.right + 6, to.left - 6)]
    : [{ type: 'path', d, fill: 'grid', role: 'decoration', opacity: 0.55 }];
}

function arrow(from: number, to: number): Mark {
  const d = `M${from} ${middle}H${to}M${to - 4} ${middle - 4}L${to} ${middle}L${to - 4} ${middle + 4}`;
  return { type: 'path', d, stroke: 'axis', role: 'decoration' };
}

function label(
  x: number,
  y: number,
  text: string,
  style: { readonly bold?: boolean; readonly fill: Token },
): Mark {
  return { type: 'text', x, y, text, align: 'middle', size: 12, ...style };
}

const hitArea = (x: number, step: number): Mark => ({
  type: 'rect',
  x: x - step / 2,
  y: 0,
  width: step,
  height,
  fill: 'transparent',
  role: 'decoration',
});

const frame = (x: number, step: number): Mark => ({
  type: 'rect',
  x: x - Math.min(step, pitch) / 2 + 2,
  y: 1,
  width: Math.min(step, pitch) - 4,
  height: height - 2,
  radius: 6,
  stroke: 'highlight',
  strokeWidth: 2,
  role: 'highlight',
});
