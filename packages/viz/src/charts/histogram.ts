import { bin, deviation, extent, max, mean } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { axes } from '../guides/axis.js';
import type { ChartOptions } from '../records/chart-options.js';
import { group, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import { formatCount, formatNumber, formatShare } from '../text/number-format.js';
import type { Paint } from '../theme/paint.js';

export interface HistogramOptions extends ChartOptions {
  /**
   * What the numbers are. `weight`, `activation` and `gradient` colour by sign; `pixel` runs from
   * 0 to 255 over a strip of greys. Default `weight`.
   */
  readonly kind?: 'weight' | 'activation' | 'gradient' | 'pixel';
  /** About how many bars; the edges are round numbers. Default 32. */
  readonly bins?: number;
  /** Whose numbers they are, such as a layer's name. */
  readonly name?: string;
}

interface Words {
  readonly titles: Readonly<Record<NonNullable<HistogramOptions['kind']>, string>>;
  readonly from: string;
  readonly to: string;
  readonly count: string;
  readonly summary: (count: string, mean: string, deviation: string) => string;
  readonly range: (low: string, high: string, zeros: string) => string;
  readonly none: string;
}

const messages: Messages<Words> = {
  en: {
    titles: {
      weight: 'Weights',
      activation: 'Activations',
      gradient: 'Gradients',
      pixel: 'Pixel values',
    },
    from: 'From',
    to: 'To',
    count: 'Count',
    summary: (count, average, spread) =>
      `${count} values, mean ${average}, standard deviation ${spread}`,
    range: (low, high, zeros) =>
      `They reach from ${low} to ${high}; ${zeros} of them are exactly 0.`,
    none: 'There are no values.',
  },
  ja: {
    titles: { weight: '重み', activation: '活性', gradient: '勾配', pixel: '画素値' },
    from: '下限',
    to: '上限',
    count: '個数',
    summary: (count, average, spread) => `${count}個の値、平均${average}、標準偏差${spread}`,
    range: (low, high, zeros) => `値は${low}から${high}の範囲にあり、ちょうど0の値は${zeros}です。`,
    none: '値がありません。',
  },
};

/** How often values of each size occur, with mean and spread in words above. Default width 480. */
export function histogram(values: ArrayLike<number>, options: HistogramOptions = {}): Scene {
  const { width = 480, locale = 'en', kind = 'weight', bins: wanted = 32, name } = options;
  const words = messages[locale];
  const numbers = Array.from(values);
  const [low = 0, high = 1] = extent(numbers) as [number | undefined, number | undefined];
  const domain: [number, number] =
    kind === 'pixel' ? [0, 256] : low === high ? [low - 0.5, high + 0.5] : [low, high];
  const [left, right] = [6 * cell.width, width - 12];
  const [top, bottom] = [3 * cell.height, 11 * cell.height];
  const x = scaleLinear(domain, [left + 4, right]);
  if (kind !== 'pixel') x.nice(wanted);
  const [start = 0, end = 1] = x.domain();
  const thresholds =
    kind === 'pixel'
      ? Array.from({ length: wanted - 1 }, (_, i) => (256 * (i + 1)) / wanted)
      : x.ticks(wanted);
  const bars = bin<number, number>().domain([start, end]).thresholds(thresholds)(numbers);
  const y = scaleLinear([0, Math.max(1, max(bars, (bar) => bar.length) ?? 1)], [bottom, top]).nice(
    3,
  );
  const title =
    options.title ?? (name === undefined ? words.titles[kind] : `${name}: ${words.titles[kind]}`);
  const average = formatNumber(mean(numbers) ?? 0);
  const spread = formatNumber(deviation(numbers) ?? 0);
  const summary = words.summary(formatCount(numbers.length), average, spread);
  const zeros = numbers.filter((value) => value === 0).length / Math.max(1, numbers.length);
  const period = locale === 'en' ? '. ' : '。';
  return {
    width,
    height: bottom + (kind === 'pixel' ? 3 : 2) * cell.height,
    title,
    description:
      numbers.length === 0
        ? words.none
        : `${summary}${period}${words.range(formatNumber(low), formatNumber(high), formatShare(zeros))}`,
    table: {
      caption: title,
      columns: [words.from, words.to, words.count],
      rows: bars.map((bar) => [formatNumber(bar.x0 ?? 0), formatNumber(bar.x1 ?? 0), bar.length]),
    },
    marks: [
      text(0, 8, title, { bold: true, size: 13 }),
      text(0, cell.height + 8, summary, { fill: 'muted' }),
      ...axes({
        left,
        right: width,
        top,
        bottom,
        xTicks: (kind === 'pixel' ? [0, 64, 128, 192, 255] : x.ticks(5)).map((value) => ({
          at: x(value),
          text: formatNumber(value),
        })),
        yTicks: y
          .ticks(3)
          .filter(Number.isInteger)
          .map((value) => ({ at: y(value), text: formatNumber(value) })),
      }),
      ...bars.map((bar, i) => {
        const [x0, x1] = [bar.x0 ?? 0, bar.x1 ?? 0];
        const label = `${formatNumber(x0)} – ${formatNumber(x1)}: ${formatCount(bar.length)}`;
        const span = x(x1) - x(x0);
        const height = bottom - y(bar.length);
        return group(
          [
            rect(x(x0), top, span, bottom - top, { fill: 'transparent', role: 'decoration' }),
            rect(x(x0), bottom - height, Math.max(0.5, span - Math.min(1, span / 4)), height, {
              fill: barPaint(kind, (x0 + x1) / 2),
            }),
          ],
          { id: `bin-${i}`, label, datum: { from: x0, to: x1, count: bar.length } },
        );
      }),
      ...(kind === 'pixel' ? [greyStrip(x(0), x(256), bottom + 2 * cell.height)] : []),
    ],
  };
}

function barPaint(kind: NonNullable<HistogramOptions['kind']>, middle: number): Paint {
  if (kind === 'pixel') return 'neutral';
  return middle < 0 ? 'negative' : 'positive';
}

function greyStrip(left: number, right: number, y: number): Mark {
  const levels = Uint8Array.from({ length: 256 }, (_, i) => i);
  const pixels = { scale: 'ink', columns: 256, rows: 1, levels } as const;
  return { type: 'image', id: 'greys', x: left, y: y - 2, width: right - left, height: 12, pixels };
}
