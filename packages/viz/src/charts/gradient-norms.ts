import { max, min } from 'd3-array';
import { scaleLog } from 'd3-scale';
import type { ChartOptions } from '../records/chart-options.js';
import { group, path, rect, text } from '../scene/make-marks.js';
import type { Scene } from '../scene/scene.js';
import { fitText } from '../text/fit-text.js';
import type { Messages } from '../text/locale.js';
import { cell, textRoom } from '../text/measure-text.js';
import { formatNumber } from '../text/number-format.js';

/** Length of the gradient of one layer's weights. */
export interface LayerGradient {
  readonly name: string;
  /** Euclidean norm, 0 or more. */
  readonly norm: number;
}

const messages: Messages<{
  title: string;
  layer: string;
  norm: string;
  finding: (first: string, ratio: string, last: string) => string;
  none: string;
}> = {
  en: {
    title: 'Gradient norms by layer',
    layer: 'Layer',
    norm: 'Gradient norm',
    finding: (first, ratio, last) =>
      `The gradient of ${first} is ${ratio} times as long as that of ${last}.`,
    none: 'There are no gradients.',
  },
  ja: {
    title: '層ごとの勾配の大きさ',
    layer: '層',
    norm: '勾配のノルム',
    finding: (first, ratio, last) => `${first}の勾配の大きさは${last}の${ratio}倍です。`,
    none: '勾配がありません。',
  },
};

/**
 * How long each layer's gradient is, from input to output, on a logarithmic scale: gradients that
 * vanish or explode show as a slope. Default width 480.
 */
export function gradientNorms(layers: readonly LayerGradient[], options: ChartOptions = {}): Scene {
  const { width = 480, locale = 'en' } = options;
  const words = messages[locale];
  const positive = layers.map(({ norm }) => norm).filter((norm) => norm > 0);
  const low = 10 ** Math.floor(Math.log10((min(positive) ?? 0.1) * 0.999));
  const high = 10 ** Math.ceil(Math.log10((max(positive) ?? 1) * 1.001));
  const nameRoom = Math.min(
    width / 3,
    Math.max(0, ...layers.map(({ name }) => textRoom(name, 12))),
  );
  const left = Math.ceil((nameRoom + 8) / cell.width) * cell.width;
  const x = scaleLog([low, high], [left, width - 9 * cell.width]);
  const barHeight = 1.5 * cell.height;
  const top = 2 * cell.height;
  const bottom = top + layers.length * 2 * cell.height;
  const title = options.title ?? words.title;
  const ticks = x.ticks().filter((tick) => Math.abs(Math.log10(tick) % 1) < 1e-9);
  const axis = { role: 'axis', fill: 'muted', align: 'middle' } as const;
  return {
    width,
    height: bottom + 2 * cell.height,
    title,
    description: finding(layers, words),
    table: {
      caption: title,
      columns: [words.layer, words.norm],
      rows: layers.map(({ name, norm }) => [name, formatNumber(norm)]),
    },
    marks: [
      text(0, 8, title, { bold: true, size: 13 }),
      ...ticks.map((tick) =>
        path(`M${x(tick)} ${top}V${bottom}`, { role: 'grid', stroke: 'grid' }),
      ),
      path(`M${left} ${bottom}H${x(high)}`, { role: 'axis', stroke: 'axis' }),
      ...ticks.map((tick) => text(x(tick), bottom + 17, formatNumber(tick), axis)),
      ...layers.map(({ name, norm }, i) => {
        const y = top + i * 2 * cell.height;
        const end = norm > 0 ? x(norm) : left;
        return group(
          [
            text(left - 8, y + barHeight / 2, fitText(name, 12, left - 8), { align: 'end' }),
            rect(left, y, end - left, barHeight, { fill: 'series1' }),
            text(end + 8, y + barHeight / 2, formatNumber(norm)),
          ],
          { id: `layer-${i}`, label: `${name}: ${formatNumber(norm)}`, datum: { layer: i, norm } },
        );
      }),
    ],
  };
}

function finding(layers: readonly LayerGradient[], words: (typeof messages)['en']): string {
  const sorted = [...layers].sort((a, b) => b.norm - a.norm);
  const [longest, shortest] = [sorted[0], sorted.at(-1)];
  if (longest === undefined || shortest === undefined) return words.none;
  const ratio = shortest.norm === 0 ? '∞' : formatNumber(longest.norm / shortest.norm);
  return words.finding(longest.name, ratio, shortest.name);
}
