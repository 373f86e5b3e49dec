/** @file The loss of one batch from step to step. */
import type { Mark, Scene } from '@manabi/viz';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { written } from './shown-numbers.js';

export interface LossWords {
  readonly title: string;
  readonly step: string;
  readonly loss: string;
  readonly finding: (first: string, last: string, steps: number) => string;
}

const margin = { left: 52, right: 12, top: 12, bottom: 40 };
const height = 200;

/** @param losses - before each step, and after the last. */
export function lossScene(losses: readonly number[], words: LossWords, width: number): Scene {
  const finite = losses.filter(Number.isFinite);
  const last = losses.length - 1;
  const x = scaleLinear([0, Math.max(1, last)], [margin.left, width - margin.right]);
  const y = scaleLinear([0, Math.max(...finite, 1e-3)], [height - margin.bottom, margin.top]);
  y.nice(4);
  const points = losses.map((loss, step) => [step, loss] as const);
  const curve = line<readonly [number, number]>()
    .defined(([, loss]) => Number.isFinite(loss))
    .x(([step]) => x(step))
    .y(([, loss]) => y(loss));
  const stepTicks = x.ticks(Math.min(last, 8)).filter(Number.isInteger);
  const yFormat = y.tickFormat(4, Math.max(...finite, 0) >= 10_000 ? '.2~s' : undefined);
  return {
    width,
    height,
    title: words.title,
    description: words.finding(written(losses[0]!, 3), written(losses[last]!, 3), last),
    table: {
      caption: words.title,
      columns: [words.step, words.loss],
      rows: points.map(([step, loss]) => [step, written(loss, 3)]),
    },
    marks: [
      ...y.ticks(4).flatMap((tick): Mark[] => [
        {
          type: 'path',
          role: 'grid',
          d: `M${margin.left} ${y(tick)}H${width - margin.right}`,
          stroke: 'grid',
        },
        label(margin.left - 8, y(tick), yFormat(tick), 'end'),
      ]),
      ...stepTicks.map((tick) =>
        label(x(tick), height - margin.bottom + 14, String(tick), 'middle'),
      ),
      label((margin.left + width) / 2, height - 8, words.step, 'middle'),
      { type: 'path', d: curve(points) ?? '', stroke: 'series1', strokeWidth: 2 },
      ...points
        .filter(([, loss]) => Number.isFinite(loss))
        .map(([step, loss]): Mark => {
          return {
            type: 'circle',
            id: `loss-${step}`,
            ...{ cx: x(step), cy: y(loss), r: last > 20 ? 2.5 : 4 },
            fill: 'series1',
            label: `${words.step} ${step}: ${written(loss, 3)}`,
          };
        }),
    ],
  };
}

function label(x: number, y: number, text: string, align: 'middle' | 'end'): Mark {
  return { type: 'text', role: 'axis', x, y, text, size: 12, align, fill: 'muted' };
}
