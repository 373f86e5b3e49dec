import { extent } from 'd3-array';
import { format } from 'd3-format';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { axes } from '../guides/axis.js';
import { epochTicks } from '../guides/epoch-ticks.js';
import { dash, legendRows, pointAt, seriesOf } from '../layouts/learning-series.js';
import type { ChartOptions } from '../records/chart-options.js';
import type { EpochRecord, LearningRun } from '../records/learning-run.js';
import { circle, group, path, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { joinSentences } from '../text/join-sentences.js';
import type { Locale, Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';

export interface LearningCurvesOptions extends ChartOptions {
  /** Default both. */
  readonly metrics?: readonly ('loss' | 'accuracy')[];
  /** The epoch whose values are written out. Default: the last of each run. */
  readonly cursor?: number;
  /** Last epoch of the axis, where the run still goes on. Default: the last one that is known. */
  readonly epochs?: number;
}

interface Words {
  readonly title: string;
  readonly loss: string;
  readonly accuracy: string;
  readonly epoch: string;
  readonly training: string;
  readonly validation: string;
  readonly run: string;
  readonly none: string;
  readonly finding: (run: string, epochs: number, first: string, last: string) => string;
  readonly best: (value: string, epoch: number) => string;
}

const messages: Messages<Words> = {
  en: {
    title: 'Learning curves',
    loss: 'Loss',
    accuracy: 'Accuracy',
    epoch: 'epoch',
    training: 'training',
    validation: 'validation',
    run: 'Run',
    none: 'No epoch has ended yet.',
    finding: (run, epochs, first, last) =>
      `${run}: in ${epochs} epochs the training loss went from ${first} to ${last}.`,
    best: (value, epoch) => `The best validation accuracy is ${value}, after epoch ${epoch}.`,
  },
  ja: {
    title: '学習曲線',
    loss: '損失',
    accuracy: '正解率',
    epoch: 'エポック',
    training: '訓練',
    validation: '検証',
    run: '実行',
    none: 'まだ1エポックも終わっていません。',
    finding: (run, epochs, first, last) =>
      `${run}：${epochs}エポックで訓練損失は${first}から${last}になりました。`,
    best: (value, epoch) => `検証の正解率は${epoch}エポック目の${value}が最高です。`,
  },
};

type Metric = 'loss' | 'accuracy';

const figure: Record<Metric, (value: number) => string> = {
  loss: format('.3f'),
  accuracy: format('.1%'),
};

/**
 * Loss and accuracy by epoch: training solid, validation dashed, one colour a run. Panels stand
 * side by side from 480 units on, else one below the other. Default width 640.
 */
export function learningCurves(
  runs: readonly LearningRun[],
  options: LearningCurvesOptions = {},
): Scene {
  const { width = 640, locale = 'en', metrics = ['loss', 'accuracy'] } = options;
  const words = messages[locale];
  const columns = width >= 480 ? metrics.length : 1;
  const gap = 2 * cell.width;
  // Panels that begin at a whole cell line up in a terminal.
  const panelWidth = Math.floor((width - gap * (columns - 1)) / columns / cell.width) * cell.width;
  const panels = metrics.map((metric) => panel(metric, runs, panelWidth, options, words));
  const panelHeight = Math.max(...panels.map(({ height }) => height));
  const title = options.title ?? words.title;
  return {
    width,
    height: (panelHeight + cell.height) * Math.ceil(metrics.length / columns) - cell.height,
    title,
    description: describe(runs, words, locale),
    table: {
      caption: title,
      columns: [words.run, words.epoch, ...tableColumns(metrics, words)],
      rows: runs.flatMap((run) =>
        run.epochs.map((epoch) => [
          run.name,
          epoch.epoch,
          ...metrics.flatMap((metric) => [
            figure[metric](epoch[metric]),
            validationText(epoch, metric),
          ]),
        ]),
      ),
    },
    marks: panels.map(({ marks }, i) =>
      group(marks, {
        id: `panel-${metrics[i]!}`,
        x: (i % columns) * (panelWidth + gap),
        y: Math.floor(i / columns) * (panelHeight + cell.height),
      }),
    ),
  };
}

function tableColumns(metrics: readonly Metric[], words: Words): readonly string[] {
  return metrics.flatMap((metric) => [
    `${words[metric]} (${words.training})`,
    `${words[metric]} (${words.validation})`,
  ]);
}

function validationText(epoch: EpochRecord, metric: Metric): string {
  const value = metric === 'loss' ? epoch.valLoss : epoch.valAccuracy;
  return value === null ? '' : figure[metric](value);
}

function panel(
  metric: Metric,
  runs: readonly LearningRun[],
  width: number,
  options: LearningCurvesOptions,
  words: Words,
): { height: number; marks: readonly Mark[] } {
  const series = seriesOf(runs, metric).filter(({ points }) => points.length > 0);
  const legend = legendRows(series, options.cursor, {
    words,
    format: figure[metric],
    named: runs.length > 1,
    width,
  });
  const top = cell.height * (1 + legend.rows) + cell.height / 2;
  const bottom = Math.ceil((top + 9 * cell.height) / cell.height) * cell.height;
  const left = 6 * cell.width;
  const last = Math.max(
    2,
    options.epochs ?? 0,
    ...series.map(({ points }) => points.at(-1)?.[0] ?? 0),
  );
  const x = scaleLinear([1, last], [left + 12, width - 12]);
  const [low, high] = extent(series.flatMap(({ points }) => points.map(([, value]) => value)));
  const range = metric === 'loss' ? [0, high ?? 1] : [low ?? 0, Math.min(1, (high ?? 1) + 0.01)];
  const y = scaleLinear(range, [bottom - 2, top + 2]).nice(4);
  const [, highest] = y.domain();
  if (metric === 'accuracy' && highest! > 1) y.domain([y.domain()[0]!, 1]);
  const shape = line<readonly [number, number]>()
    .x(([epoch]) => x(epoch))
    .y(([, value]) => y(value));
  const yFormat =
    metric === 'accuracy' ? format('.3~p') : shortFormat(y.domain()[1]!, y.tickFormat(4));
  return {
    height: bottom + 3 * cell.height,
    marks: [
      text(0, 8, words[metric], { bold: true, size: 13 }),
      ...legend.marks,
      ...axes({
        left,
        right: width,
        top,
        bottom,
        xTitle: words.epoch,
        xTicks: epochTicks(last).map((epoch) => ({ at: x(epoch), text: String(epoch) })),
        yTicks: y.ticks(4).map((value) => ({ at: y(value), text: yFormat(value) })),
      }),
      ...(series.length > 0
        ? []
        : [text((left + width) / 2, (top + bottom) / 2, words.none, { align: 'middle' })]),
      ...cursorLine(`cursor-${metric}`, options.cursor, x, top, bottom),
      ...series.map((one) =>
        path(shape(one.points) ?? '', {
          id: one.key,
          label: `${one.run} ${words[one.kind]}`,
          stroke: one.color,
          strokeWidth: 2,
          ...(one.kind === 'validation' ? { dash } : {}),
        }),
      ),
      ...series.flatMap((one) => {
        const point = pointAt(one, options.cursor);
        if (point === undefined) return [];
        const fill = one.kind === 'training' ? one.color : 'background';
        return [circle(x(point[0]), y(point[1]), 4, { stroke: one.color, strokeWidth: 2, fill })];
      }),
    ],
  };
}

function cursorLine(
  id: string,
  cursor: number | undefined,
  x: (epoch: number) => number,
  top: number,
  bottom: number,
): readonly Mark[] {
  if (cursor === undefined) return [];
  return [path(`M${x(cursor)} ${top}V${bottom}`, { id, stroke: 'highlight', role: 'axis' })];
}

function describe(runs: readonly LearningRun[], words: Words, locale: Locale): string {
  const sentences = runs.flatMap(({ name, epochs }) => {
    const [first, last] = [epochs[0], epochs.at(-1)];
    if (first === undefined || last === undefined) return [];
    const best = epochs
      .filter((epoch) => epoch.valAccuracy !== null)
      .reduce<EpochRecord | undefined>(
        (a, b) => (a === undefined || (b.valAccuracy ?? 0) > (a.valAccuracy ?? 0) ? b : a),
        undefined,
      );
    return [
      words.finding(name, last.epoch, figure.loss(first.loss), figure.loss(last.loss)),
      ...(best === undefined
        ? []
        : [words.best(figure.accuracy(best.valAccuracy ?? 0), best.epoch)]),
    ];
  });
  return sentences.length === 0 ? words.none : joinSentences(sentences, locale);
}

/** The loss of a run that goes wrong has more digits than there is room for beside the axis. */
function shortFormat(highest: number, usual: (value: number) => string): (value: number) => string {
  if (highest >= 1e6) return format('.1~e');
  return highest >= 1e4 ? format('.2~s') : usual;
}
