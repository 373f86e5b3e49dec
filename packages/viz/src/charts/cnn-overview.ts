import { maxIndex } from 'd3-array';
import type { ChartOptions } from '../records/chart-options.js';
import { largestSize } from '../records/matrix-record.js';
import { toLevels } from '../scene/image-pixels.js';
import { group, path, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import { fitText } from '../text/fit-text.js';
import { joinSentences } from '../text/join-sentences.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import { formatCount } from '../text/number-format.js';

/** One layer of a convolutional network with what it gives for one image. */
export interface OverviewLayer {
  readonly name: string;
  /** [rows, columns, channels], or [units]. */
  readonly shape: readonly number[];
  /** As many as the shape says, row-major, channels last. */
  readonly values: ArrayLike<number>;
  /** `input`: grey in [0, 255] or in [0, 1]. `activation`: around zero. Default `activation`. */
  readonly kind?: 'input' | 'activation';
  /** [units]: names of classes. */
  readonly unitNames?: readonly string[];
}

export interface CnnOverviewOptions extends ChartOptions {
  /** Maps or units drawn in a column. Default 8. */
  readonly maxMaps?: number;
  /** The map whose sources are traced. */
  readonly selected?: { readonly layer: number; readonly map: number };
}

const messages: Messages<{
  title: string;
  layer: string;
  shape: string;
  count: string;
  more: (count: string, maps: boolean) => string;
  map: (layer: string, map: string) => string;
  finding: (layers: number, input: string, output: string) => string;
  answer: (name: string) => string;
}> = {
  en: {
    title: 'Layers of the network',
    layer: 'Layer',
    shape: 'Shape',
    count: 'Numbers',
    more: (count) => `+${count} more`,
    map: (layer, map) => `${layer}, map ${map}`,
    finding: (layers, input, output) => `${layers} layers turn ${input} numbers into ${output}.`,
    answer: (name) => `The largest output is ${name}.`,
  },
  ja: {
    title: 'ネットワークの層',
    layer: '層',
    shape: '形状',
    count: '数値の個数',
    more: (count, maps) => `他${count}${maps ? '枚' : '個'}`,
    map: (layer, map) => `${layer}のマップ${map}`,
    finding: (layers, input, output) => `${layers}層で${input}個の数値が${output}個になります。`,
    answer: (name) => `最大の出力は「${name}」です。`,
  },
};

const side = 3 * cell.height;
const pitch = side + cell.height / 2;
const top = 3 * cell.height;

/**
 * A convolutional network as columns of feature maps, from the image to the classes. Selecting a
 * map draws the edges from the maps that feed it. Default width 640.
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
  const { width = 640, locale = 'en', maxMaps = 8, selected } = options;
  const words = messages[locale];
  const columns = layers.map((layer, i) => {
    const share = layers.length === 1 ? 0 : i / (layers.length - 1);
    const x = Math.round((share * (width - side - lastRoom(layers))) / cell.width) * cell.width;
    return { layer, x, maps: shownMaps(layer, maxMaps) };
  });
  const tallest = Math.max(...columns.map(({ layer, maps }) => columnHeight(layer, maps)));
  const output = layers.at(-1);
  const answer = output?.unitNames?.[maxIndex(Array.from(output.values))];
  const title = options.title ?? words.title;
  const sizes = layers.map(({ values }) => formatCount(values.length));
  return {
    width,
    height: top + tallest + 1.5 * cell.height,
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
      ...traces(columns, selected),
      ...columns.flatMap(({ layer, x, maps }, i) => [
        text(x, 8, fitText(layer.name, 12, columnRoom(columns, i, width)), { bold: true }),
        text(
          x,
          cell.height + 8,
          fitText(layer.shape.join('×'), 11, columnRoom(columns, i, width)),
          {
            fill: 'muted',
            size: 11,
          },
        ),
        ...maps.map((map) => mapMark(layer, i, map, x, selected, words.map)),
        ...more(layer, maps, x, words.more),
      ]),
    ],
  };
}

function lastRoom(layers: readonly OverviewLayer[]): number {
  return layers.at(-1)?.unitNames === undefined ? 0 : 6 * cell.width;
}

function columnRoom(columns: readonly { x: number }[], index: number, width: number): number {
  return (columns[index + 1]?.x ?? width) - columns[index]!.x - cell.width;
}

/** Whether a layer holds images; else it holds single units. */
function hasMaps(layer: OverviewLayer): boolean {
  return layer.shape.length === 3;
}

function mapCount(layer: OverviewLayer): number {
  return layer.shape.at(-1) ?? 0;
}

function shownMaps(layer: OverviewLayer, maxMaps: number): readonly number[] {
  const limit = hasMaps(layer) ? maxMaps : 2.5 * maxMaps;
  return Array.from({ length: Math.min(mapCount(layer), limit) }, (_, map) => map);
}

function mapHeight(layer: OverviewLayer): number {
  return hasMaps(layer) ? pitch : cell.height;
}

function columnHeight(layer: OverviewLayer, maps: readonly number[]): number {
  return maps.length * mapHeight(layer);
}

function mapMiddle(layer: OverviewLayer, map: number): number {
  return top + map * mapHeight(layer) + (hasMaps(layer) ? side : cell.height) / 2;
}

function mapMark(
  layer: OverviewLayer,
  index: number,
  map: number,
  x: number,
  selected: CnnOverviewOptions['selected'],
  word: (layer: string, map: string) => string,
): Mark {
  const chosen = selected?.layer === index && selected.map === map;
  const frame = {
    stroke: chosen ? 'highlight' : 'axis',
    strokeWidth: chosen ? 3 : 0.5,
    role: chosen ? 'highlight' : 'grid',
  } as const;
  const y = top + map * mapHeight(layer);
  const name = layer.unitNames?.[map];
  return group(
    hasMaps(layer)
      ? [mapImage(layer, map, x, y), rect(x, y, side, side, frame)]
      : [
          rect(x, y, 2 * cell.width, cell.height, { fill: unitPaint(layer, map) }),
          rect(x, y, 2 * cell.width, cell.height, frame),
          ...(name === undefined
            ? []
            : [text(x + 3 * cell.width, y + 8, fitText(name, 12, 9 * cell.width))]),
        ],
    {
      id: `map-${index}-${map}`,
      label: word(layer.name, name ?? String(map)),
      datum: { layer: index, map },
      focusable: true,
    },
  );
}

function unitPaint(layer: OverviewLayer, unit: number) {
  const share = layer.values[unit]! / largestSize(layer.values);
  return { scale: 'activation', value: 0.5 + 0.5 * share } as const;
}

function mapImage(layer: OverviewLayer, map: number, x: number, y: number): Mark {
  const [rows = 1, columns = 1, channels = 1] = layer.shape;
  const plane = Array.from({ length: rows * columns }, (_, i) => layer.values[i * channels + map]!);
  const largest = largestSize(layer.values);
  const input = layer.kind === 'input';
  const levels = input ? toLevels(plane, 0, largest) : toLevels(plane, -largest, largest);
  const pixels = { scale: input ? 'ink' : 'activation', columns, rows, levels } as const;
  return { type: 'image', x, y, width: side, height: side, pixels };
}

function more(
  layer: OverviewLayer,
  maps: readonly number[],
  x: number,
  word: (count: string, maps: boolean) => string,
): readonly Mark[] {
  const hidden = mapCount(layer) - maps.length;
  if (hidden === 0) return [];
  const y = top + columnHeight(layer, maps) + 8;
  return [text(x, y, word(formatCount(hidden), hasMaps(layer)), { fill: 'muted', size: 11 })];
}

interface Column {
  readonly layer: OverviewLayer;
  readonly x: number;
  readonly maps: readonly number[];
}

/** Edges into the selected map: pooling reads one map, everything else reads all of them. */
function traces(
  columns: readonly Column[],
  selected: CnnOverviewOptions['selected'],
): readonly Mark[] {
  if (selected === undefined) return [];
  const [from, to] = [columns[selected.layer - 1], columns[selected.layer]];
  if (from === undefined || to === undefined) return [];
  const oneToOne = isPooling(from.layer, to.layer);
  const sources = oneToOne ? from.maps.filter((map) => map === selected.map) : from.maps;
  const end = mapMiddle(to.layer, selected.map);
  const width = hasMaps(from.layer) ? side : 2 * cell.width;
  return sources.map((map) => {
    const [x0, y0] = [from.x + width, mapMiddle(from.layer, map)];
    const bend = (x0 + to.x) / 2;
    return path(`M${x0} ${y0}C${bend} ${y0} ${bend} ${end} ${to.x} ${end}`, {
      id: `trace-${map}`,
      role: 'decoration',
      stroke: 'highlight',
      strokeWidth: 1.5,
    });
  });
}

function isPooling(from: OverviewLayer, to: OverviewLayer): boolean {
  return (
    hasMaps(from) &&
    hasMaps(to) &&
    mapCount(from) === mapCount(to) &&
    from.shape[0]! >= 2 * to.shape[0]!
  );
}
