import { maxIndex } from 'd3-array';
import { colorLimits, mapPixels, stripPixels, unitPaint } from '../calculations/map-levels.js';
import { arrangeCnn, type LayerLayout } from '../layouts/cnn-layout.js';
import { cnnTraceMarks } from '../layouts/cnn-traces.js';
import type { ChartOptions } from '../records/chart-options.js';
import type { ColorRange, OverviewLayer, OverviewPlace } from '../records/overview-layer.js';
import { group, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import { fitText } from '../text/fit-text.js';
import { joinSentences } from '../text/join-sentences.js';
import type { Messages } from '../text/locale.js';
import { cell, textRoom } from '../text/measure-text.js';
import { formatCount, formatShare } from '../text/number-format.js';

export interface CnnOverviewOptions extends ChartOptions {
  /** The map whose sources are traced. */
  readonly selected?: OverviewPlace;
  /**
   * Of each map that feeds the selected one, how much it counts, of any sign: wide edges count
   * more. Default: all alike.
   */
  readonly strengths?: ArrayLike<number>;
  /** Which numbers share a scale of colours. Default `layer`. */
  readonly range?: ColorRange;
}

interface Words {
  readonly title: string;
  readonly layer: string;
  readonly shape: string;
  readonly count: string;
  readonly map: (layer: string, map: string) => string;
  readonly unit: (layer: string, unit: string) => string;
  readonly whole: (layer: string, count: string) => string;
  readonly finding: (layers: number, input: string, output: string) => string;
  readonly answer: (name: string) => string;
}

const messages: Messages<Words> = {
  en: {
    title: 'Layers of the network',
    layer: 'Layer',
    shape: 'Shape',
    count: 'Numbers',
    map: (layer, map) => `${layer}, map ${map}`,
    unit: (layer, unit) => `${layer}, unit ${unit}`,
    whole: (layer, count) => `${layer}, ${count} numbers`,
    finding: (layers, input, output) => `${layers} layers turn ${input} numbers into ${output}.`,
    answer: (name) => `The largest output is ${name}.`,
  },
  ja: {
    title: 'ネットワークの層',
    layer: '層',
    shape: '形状',
    count: '数値の個数',
    map: (layer, map) => `${layer}のマップ${map}`,
    unit: (layer, unit) => `${layer}のニューロン${unit}`,
    whole: (layer, count) => `${layer}、${count}個の数値`,
    finding: (layers, input, output) => `${layers}層で${input}個の数値が${output}個になります。`,
    answer: (name) => `最大の出力は「${name}」です。`,
  },
};

/**
 * A convolutional network with every feature map, from the image to the classes: layers side by
 * side, on a narrow page one below the other. Selecting a map draws the edges from the maps that
 * feed it. Default width 960.
 *
 * @throws SceneError `chart-record` when a layer's values do not fill its shape.
 */
export function cnnOverview(
  layers: readonly OverviewLayer[],
  options: CnnOverviewOptions = {},
): Scene {
  for (const { name, shape, values } of layers) {
    const expected = shape.reduce((product, length) => product * length, 1);
    expectLength(`cnnOverview: values of "${name}"`, values, expected);
  }
  const { width = 960, locale = 'en', range = 'layer', selected, strengths } = options;
  const words = messages[locale];
  const layout = arrangeCnn(layers, width);
  const limits = colorLimits(layers, range);
  const output = layers.at(-1);
  const answer = output?.unitNames?.[maxIndex(Array.from(output.values))];
  const title = options.title ?? words.title;
  const sizes = layers.map(({ values }) => formatCount(values.length));
  const context = { layout, words, limits };
  return {
    width,
    height: layout.height,
    title,
    description: joinSentences(
      [
        words.finding(layers.length, sizes[0] ?? '0', sizes.at(-1) ?? '0'),
        ...(answer === undefined ? [] : [words.answer(answer)]),
      ],
      locale,
    ),
    table: {
      caption: title,
      columns: [words.layer, words.shape, words.count],
      rows: layers.map(({ name, shape }, i) => [name, shape.join('×'), sizes[i]!]),
    },
    marks: [
      ...layers.flatMap((layer, i) => [
        ...headerMarks(layer, layout.layers[i]!, layout.direction === 'bands'),
        ...layout.layers[i]!.tiles.map((_, map) => tileMark(layer, { layer: i, map }, context)),
      ]),
      ...(selected === undefined ? [] : cnnTraceMarks(layers, layout, selected, strengths)),
    ],
  };
}

/**
 * What {@link cnnOverview} draws over a network for a selected map, alone: a picture of the same
 * size to lay over it, so that the maps beneath stay as they are while the reader looks around.
 */
export function cnnTraces(
  layers: readonly OverviewLayer[],
  options: CnnOverviewOptions & Required<Pick<CnnOverviewOptions, 'selected'>>,
): Scene {
  const { width = 960, locale = 'en', selected, strengths } = options;
  const layout = arrangeCnn(layers, width);
  const title = options.title ?? messages[locale].title;
  return {
    width,
    height: layout.height,
    title,
    description: '',
    table: { caption: title, columns: [], rows: [] },
    marks: cnnTraceMarks(layers, layout, selected, strengths),
  };
}

function headerMarks(
  { name, shape }: OverviewLayer,
  { header: { x, y, room } }: LayerLayout,
  inOneLine: boolean,
): readonly Mark[] {
  const title = fitText(name, 12, room);
  const size = shape.join('×');
  const quiet = { fill: 'muted', size: 11 } as const;
  if (!inOneLine) {
    return [
      text(x, y, title, { bold: true }),
      text(x, y + cell.height, fitText(size, 11, room), quiet),
    ];
  }
  const after = x + 1.1 * textRoom(title, 12) + cell.width;
  return [
    text(x, y, title, { bold: true }),
    text(after, y, fitText(size, 11, room - after), quiet),
  ];
}

function tileMark(
  layer: OverviewLayer,
  { layer: index, map }: OverviewPlace,
  {
    layout,
    words,
    limits,
  }: {
    readonly layout: ReturnType<typeof arrangeCnn>;
    readonly words: Words;
    readonly limits: readonly ((map: number) => number)[];
  },
): Mark {
  const { tiles, content } = layout.layers[index]!;
  const box = tiles[map]!;
  const { x, y, width, height } = box;
  const limit = limits[index]!(map);
  const frame = rect(x, y, width, height, {
    fill: 'transparent',
    stroke: 'axis',
    strokeWidth: 0.5,
    role: 'grid',
  });
  const datum = { layer: index, map };
  const named = { id: `map-${index}-${map}`, datum, focusable: true };
  switch (content) {
    case 'maps':
      return group([{ type: 'image', ...box, pixels: mapPixels(layer, map, limit) }, frame], {
        ...named,
        label: words.map(layer.name, String(map)),
      });
    case 'strip': {
      const pixels = stripPixels(layer, limit, layout.direction === 'columns');
      return group(
        layer.passes === true
          ? [rect(x, y, width, height, { fill: 'surface' }), { ...frame, dash: [4, 3] }]
          : [{ type: 'image', ...box, pixels }, frame],
        { ...named, label: words.whole(layer.name, formatCount(layer.values.length)) },
      );
    }
    case 'units':
    case 'names': {
      const paint = rect(x, y, width, height, { fill: unitPaint(layer, map, limit) });
      const name = layer.unitNames?.[map];
      const label = words.unit(layer.name, name ?? String(map));
      if (name === undefined) return group([paint, frame], { ...named, label });
      // The gap between a name and its share belongs to the row, for whoever points at it.
      const row = rect(x, y, width + (1 + nameCells) * cell.width, height, {
        role: 'decoration',
        fill: 'transparent',
      });
      return group([row, paint, frame, ...nameMarks(layer, map, box, name)], { ...named, label });
    }
  }
}

/** Cells of the terminal that a class has beside its unit, its share included. */
const nameCells = 9;

/** A class beside its unit; of probabilities also its share. */
function nameMarks(
  layer: OverviewLayer,
  unit: number,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  name: string,
): readonly Mark[] {
  const left = x + width + cell.width;
  const middle = y + height / 2;
  const chosen = maxIndex(Array.from(layer.values)) === unit;
  if (layer.kind !== 'probability') {
    return [text(left, middle, fitText(name, 12, nameCells * cell.width), { bold: chosen })];
  }
  return [
    text(left, middle, fitText(name, 12, 4.5 * cell.width), { bold: chosen }),
    text(left + nameCells * cell.width, middle, formatShare(layer.values[unit]!), {
      align: 'end',
      size: 11,
      fill: chosen ? 'text' : 'muted',
      bold: chosen,
    }),
  ];
}
