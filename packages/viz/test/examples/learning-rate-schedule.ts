import { learningRateSchedule } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';

/** Three epochs up, then half a cosine down. */
function warmUp(epoch: number): number {
  return epoch <= 3 ? (0.01 * epoch) / 3 : 0.005 * (1 + Math.cos((Math.PI * (epoch - 3)) / 17));
}

const schedules: Readonly<Record<string, (epoch: number) => number>> = {
  'warm-up and cosine': warmUp,
  halving: (epoch) => 0.01 / 2 ** Math.floor((epoch - 1) / 5),
  constant: () => 0.001,
};

export const learningRateScheduleExample: ChartExample = {
  name: 'learning-rate-schedule',
  controls: {
    schedule: { kind: 'choice', values: Object.keys(schedules), start: 'warm-up and cosine' },
    cursor: { kind: 'range', min: 1, max: 20, step: 1, start: 8 },
  },
  draw: ({ schedule, cursor }, options) =>
    learningRateSchedule(
      Array.from({ length: 20 }, (_, i) => ({
        epoch: i + 1,
        learningRate: schedules[schedule!]!(i + 1),
      })),
      { ...options, cursor: Number(cursor) },
    ),
};
