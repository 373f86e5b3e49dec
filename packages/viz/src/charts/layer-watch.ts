import { extent } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { axes, type Tick } from '../guides/axis.js';
import { epochTicks } from '../guides/epoch-ticks.js';
import type { ChartOptions } from '../records/chart-options.js';
import { circle, group, path, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { joinSentences } from '../text/join-sentences.js';
import type { Locale, Messages } from '../text/locale.js';
import { cell, textRoom } from '../text/measure-text.js';
import { formatNumber, formatShare } from '../text/number-format.js';
import { seriesToken, type Token } from '../theme/theme.js';

/** What one layer did at the end of an epoch. */
export interface WatchedLayer {
  readonly layer: string;
  /** Of its outputs. */
  readonly mean: number;
  /** Standard deviation of its outputs. */
  readonly deviation: number;
  /** Share in [0, 1] of its units that are 0 for every example; null where it has no ReLU. */
  readonly deadShare: number | null;
  /** Norm of its weights' gradient; null for a layer without weights. */
  readonly gradientNorm: number | null;
}

/** What the layers did at the end of an epoch. */
export interface WatchedEpoch {
  /** From 1. */
  readonly epoch: number;
  /** From input to output; the same layers in every epoch. */
  readonly layers: readonly WatchedLayer[];
}

const figures = ['mean', 'deviation', 'deadShare', 'gradientNorm'] as const;
type Figure = (typeof figures)[number];

interface Words extends Record<Figure, string> {
  readonly title: string;
  readonly epoch: string;
  readonly layer: string;
  readonly gradient: (longest: string, ratio: string, shortest: string) => string;
  readonly dead: (layer: string, share: string) => string;
  readonly alive: string;
  readonly none: string;
}

const messages: Messages<Words> = {
  en: {
    title: 'Inside the layers',
    epoch: 'epoch',
    layer: 'Layer',
    mean: 'Mean output',
    deviation: 'Deviation of the outputs',
    deadShare: 'Dead ReLUs',
    gradientNorm: 'Gradient norm',
    gradient: (longest, ratio, shortest) =>
      `In the end the gradient of ${longest} is ${ratio} times as long as that of ${shortest}.`,
    dead: (layer, share) => `${share} of the ReLUs of ${layer} are dead.`,
    alive: 'No ReLU is dead.',
    none: 'No layer was watched.',
  },
  ja: {
    title: '層のようす',
    epoch: 'エポック',
    layer: '層',
    mean: '出力の平均',
    deviation: '出力の標準偏差',
    deadShare: '死んだReLU',
    gradientNorm: '勾配のノルム',
    gradient: (longest, ratio, shortest) =>
      `最後のエポックでは、${longest}の勾配の大きさは${shortest}の${ratio}倍です。`,
    dead: (layer, share) => `${layer}のReLUの${share}が死んでいます。`,
    alive: '死んだReLUはありません。',
    none: '観察した層はありません。',
  },
};

const formats: Record<Figure, (value: number) => string> = {
  mean: formatNumber,
  deviation: formatNumber,
  deadShare: formatShare,
  gradientNorm: formatNumber,
};

/** One layer's line in one panel. */
interface Series {
  readonly layer: string;
  readonly color: Token;
  readonly dash: boolean;
  readonly points: readonly (readonly [epoch: number, value: number])[];
}

/**
 * Mean and deviation of each layer's outputs, its share of dead ReLUs and the norm of its gradient
 * (on a logarithmic scale) by epoch, one colour a layer; dashed from the seventh layer on. Two panels
 * stand side by side from 480 units on. Default width 640.
 */
export function layerWatch(epochs: readonly WatchedEpoch[], options: ChartOptions = {}): Scene {
  const { width = 640, locale = 'en' } = options;
  const words = messages[locale];
  const names = epochs.at(-1)?.layers.map(({ layer }) => layer) ?? [];
  const legend = legendOf(names, width);
  const columns = width >= 480 ? 2 : 1;
  const gap = 2 * cell.width;
  const panelWidth = Math.floor((width - gap * (columns - 1)) / columns / cell.width) * cell.width;
  const top = (legend.rows + 1) * cell.height;
  const title = options.title ?? words.title;
  return {
    width,
    height: top + Math.ceil(figures.length / columns) * panelHeight - cell.height,
    title,
    description: describe(epochs, words, locale),
    table: {
      caption: title,
      columns: [words.epoch, words.layer, ...figures.map((figure) => words[figure])],
      rows: epochs.flatMap(({ epoch, layers }) =>
        layers.map((one) => [
          epoch,
          one.layer,
          ...figures.map((figure) => {
            const value = one[figure];
            return value === null ? '' : formats[figure](value);
          }),
        ]),
      ),
    },
    marks: [
      ...legend.marks,
      ...figures.map((figure, i) =>
        group(panel(figure, seriesOf(epochs, names, figure), panelWidth, epochs, words), {
          id: `panel-${figure}`,
          x: (i % columns) * (panelWidth + gap),
          y: top + Math.floor(i / columns) * panelHeight,
        }),
      ),
    ],
  };
}

/** Name, plot, numbers and name of the axis below, and a row of space. */
const plotTop = 1.5 * cell.height;
const plotBottom = 9 * cell.height;
const panelHeight = plotBottom + 4 * cell.height;

const dash = [6, 4];

function seriesOf(
  epochs: readonly WatchedEpoch[],
  names: readonly string[],
  figure: Figure,
): readonly Series[] {
  return names.flatMap((layer, i) => {
    const points = epochs.flatMap(({ epoch, layers }) => {
      const value = layers.find((one) => one.layer === layer)?.[figure];
      return typeof value === 'number' ? [[epoch, value] as const] : [];
    });
    return points.length === 0 ? [] : [{ layer, color: seriesToken(i), dash: i >= 6, points }];
  });
}

function panel(
  figure: Figure,
  series: readonly Series[],
  width: number,
  epochs: readonly WatchedEpoch[],
  words: Words,
): readonly Mark[] {
  const left = 7 * cell.width;
  const last = Math.max(2, epochs.at(-1)?.epoch ?? 0);
  const x = scaleLinear([1, last], [left + 12, width - 12]);
  const values = series.flatMap(({ points }) => points.map(([, value]) => value));
  const { at, ticks } = vertical(figure, values);
  const shape = line<readonly [number, number]>()
    .x(([epoch]) => x(epoch))
    .y(([, value]) => at(value));
  return [
    text(0, 8, words[figure], { bold: true, size: 13 }),
    ...axes({
      left,
      right: width,
      top: plotTop,
      bottom: plotBottom,
      xTitle: words.epoch,
      xTicks: epochTicks(last).map((epoch) => ({ at: x(epoch), text: String(epoch) })),
      yTicks: ticks,
    }),
    ...series.flatMap(({ layer, color, points, ...one }) => {
      const [epoch, value] = points.at(-1)!;
      return [
        path(shape(points) ?? '', {
          id: `${figure}-${layer}`,
          label: `${layer}: ${formats[figure](value)}`,
          stroke: color,
          strokeWidth: 2,
          ...(one.dash ? { dash } : {}),
        }),
        circle(x(epoch), at(value), 3, { fill: color }),
      ];
    }),
  ];
}

/** Where a value stands, and the numbers beside the axis. */
function vertical(
  figure: Figure,
  values: readonly number[],
): { readonly at: (value: number) => number; readonly ticks: readonly Tick[] } {
  const range = [plotBottom - 2, plotTop + 2] as const;
  const positive = values.filter((value) => value > 0);
  if (figure === 'gradientNorm' && positive.length > 0) {
    const [low, high] = extent(positive) as [number, number];
    const scale = scaleLog(
      [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high * 1.001))],
      range,
    );
    const powers = scale.ticks().filter((tick) => Math.abs(Math.log10(tick) % 1) < 1e-9);
    const shown = powers.filter((_, i) => i % Math.ceil(powers.length / 5) === 0);
    return {
      // No gradient at all has no logarithm: it lies on the axis.
      at: (value) => (value > 0 ? scale(value) : range[0]),
      ticks: shown.map((tick) => ({ at: scale(tick), text: formatNumber(tick) })),
    };
  }
  const [low, high] = extent([0, ...values]) as [number, number];
  const end = figure === 'deadShare' ? Math.max(high, 0.1) : high === low ? low + 1 : high;
  const scale = scaleLinear([low, end], range).nice(4);
  return {
    at: scale,
    ticks: scale.ticks(4).map((tick) => ({ at: scale(tick), text: formats[figure](tick) })),
  };
}

/** The layers by colour, one after the other. */
function legendOf(
  names: readonly string[],
  width: number,
): { readonly rows: number; readonly marks: readonly Mark[] } {
  let [x, row] = [0, 0];
  const marks = names.map((name, i) => {
    const room = 3 * cell.width + Math.ceil(textRoom(name, 12) / cell.width) * cell.width;
    if (x > 0 && x + room > width) [x, row] = [0, row + 1];
    const y = row * cell.height + 8;
    const swatch = path(`M${x} ${y}H${x + 2 * cell.width - 2}`, {
      stroke: seriesToken(i),
      strokeWidth: 2,
      ...(i >= 6 ? { dash } : {}),
    });
    const entry = group([swatch, text(x + 3 * cell.width, y, name)], { id: `legend-${name}` });
    x += room + 2 * cell.width;
    return entry;
  });
  return { rows: row + 1, marks };
}

function describe(epochs: readonly WatchedEpoch[], words: Words, locale: Locale): string {
  const last = epochs.at(-1)?.layers ?? [];
  if (last.length === 0) return words.none;
  const gradients = last
    .flatMap(({ layer, gradientNorm }) => (gradientNorm === null ? [] : [{ layer, gradientNorm }]))
    .sort((a, b) => b.gradientNorm - a.gradientNorm);
  const [longest, shortest] = [gradients[0], gradients.at(-1)];
  const ratio =
    longest === undefined || shortest === undefined || longest === shortest
      ? []
      : [
          words.gradient(
            longest.layer,
            shortest.gradientNorm === 0
              ? '∞'
              : formatNumber(longest.gradientNorm / shortest.gradientNorm),
            shortest.layer,
          ),
        ];
  const relus = last.filter(({ deadShare }) => deadShare !== null);
  const dead = relus.filter(({ deadShare }) => deadShare! > 0);
  const ends =
    relus.length === 0
      ? []
      : dead.length === 0
        ? [words.alive]
        : dead.map(({ layer, deadShare }) => words.dead(layer, formatShare(deadShare!)));
  const sentences = [...ratio, ...ends];
  return sentences.length === 0 ? words.none : joinSentences(sentences, locale);
}
