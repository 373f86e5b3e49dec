import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { axes } from '../guides/axis.js';
import { epochTicks } from '../guides/epoch-ticks.js';
import type { ChartOptions } from '../records/chart-options.js';
import { circle, path, text } from '../scene/make-marks.js';
import type { Scene } from '../scene/scene.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import { formatNumber } from '../text/number-format.js';

/** The learning rate from one epoch (or step) on. */
export interface ScheduledRate {
  /** From 1. */
  readonly epoch: number;
  readonly learningRate: number;
}

export interface LearningRateScheduleOptions extends ChartOptions {
  /** The epoch that runs now: its rate is marked and written out. */
  readonly cursor?: number;
}

const messages: Messages<{
  title: string;
  epoch: string;
  rate: string;
  now: (epoch: number, rate: string) => string;
  finding: (first: string, peak: string, at: number, last: string) => string;
  constant: (rate: string) => string;
  none: string;
}> = {
  en: {
    title: 'Learning rate',
    epoch: 'epoch',
    rate: 'learning rate',
    now: (epoch, rate) => `epoch ${epoch}: ${rate}`,
    finding: (first, peak, at, last) =>
      `The learning rate starts at ${first}, peaks at ${peak} in epoch ${at} and ends at ${last}.`,
    constant: (rate) => `The learning rate stays at ${rate}.`,
    none: 'There is no schedule.',
  },
  ja: {
    title: '学習率',
    epoch: 'エポック',
    rate: '学習率',
    now: (epoch, rate) => `${epoch}エポック目：${rate}`,
    finding: (first, peak, at, last) =>
      `学習率は${first}から始まり、${at}エポック目に最大の${peak}となり、${last}で終わります。`,
    constant: (rate) => `学習率は${rate}で一定です。`,
    none: 'スケジュールがありません。',
  },
};

/** The learning rate by epoch, as steps: each rate holds until the next. Default width 480. */
export function learningRateSchedule(
  schedule: readonly ScheduledRate[],
  options: LearningRateScheduleOptions = {},
): Scene {
  const { width = 480, locale = 'en', cursor } = options;
  const words = messages[locale];
  const [left, right] = [8 * cell.width, width - 12];
  const [top, bottom] = [2 * cell.height, 9 * cell.height];
  const [first, last] = [schedule[0], schedule.at(-1)];
  const end = Math.max(2, last?.epoch ?? 2);
  const peak = max(schedule, (rate) => rate.learningRate) ?? 1;
  const x = scaleLinear([1, end], [left + 12, right]);
  const y = scaleLinear([0, peak], [bottom - 2, top + 2]).nice(4);
  const steps = line<ScheduledRate>()
    .x((rate) => x(rate.epoch))
    .y((rate) => y(rate.learningRate))
    .curve(curveStepAfter);
  const now = cursor === undefined ? undefined : schedule.findLast(({ epoch }) => epoch <= cursor);
  const title = options.title ?? words.title;
  const highest = schedule.find((rate) => rate.learningRate === peak);
  return {
    width,
    height: bottom + 3 * cell.height,
    title,
    description: finding(first, highest, last, schedule, words),
    table: {
      caption: title,
      columns: [words.epoch, words.rate],
      rows: schedule.map((rate) => [rate.epoch, formatNumber(rate.learningRate)]),
    },
    marks: [
      text(0, 8, title, { bold: true, size: 13 }),
      ...axes({
        left,
        right: width,
        top,
        bottom,
        xTitle: words.epoch,
        xTicks: epochTicks(end).map((epoch) => ({ at: x(epoch), text: String(epoch) })),
        yTicks: y.ticks(4).map((rate) => ({ at: y(rate), text: formatNumber(rate) })),
      }),
      path(steps(schedule) ?? '', {
        id: 'schedule',
        label: words.rate,
        stroke: 'series1',
        strokeWidth: 2,
      }),
      ...(now === undefined || cursor === undefined
        ? []
        : [
            path(`M${x(cursor)} ${top}V${bottom}`, {
              id: 'cursor',
              role: 'axis',
              stroke: 'highlight',
            }),
            circle(x(cursor), y(now.learningRate), 4, { fill: 'series1' }),
            text(width, 8, words.now(cursor, formatNumber(now.learningRate)), { align: 'end' }),
          ]),
    ],
  };
}

function finding(
  first: ScheduledRate | undefined,
  highest: ScheduledRate | undefined,
  last: ScheduledRate | undefined,
  schedule: readonly ScheduledRate[],
  words: (typeof messages)['en'],
): string {
  if (first === undefined || highest === undefined || last === undefined) return words.none;
  const [start, peak, end] = [first, highest, last].map((rate) => formatNumber(rate.learningRate));
  return schedule.every((rate) => rate.learningRate === first.learningRate)
    ? words.constant(start!)
    : words.finding(start!, peak!, highest.epoch, end!);
}
