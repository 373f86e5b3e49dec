import { learningCurves, type LearningRun } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';

/** A run whose loss falls as `floor + span / epoch^speed`, with a validation loss that turns. */
function run(name: string, floor: number, span: number, speed: number, turn: number): LearningRun {
  return {
    name,
    epochs: Array.from({ length: 10 }, (_, i) => {
      const epoch = i + 1;
      const loss = floor + span / epoch ** speed;
      const valLoss = loss + 0.02 + turn * epoch ** 2;
      return {
        epoch,
        loss,
        accuracy: 1 - loss * 0.36,
        valLoss,
        valAccuracy: 1 - valLoss * 0.365,
      };
    }),
  };
}

const runs = [
  run('mlp', 0.1, 0.4, 0.6, 0.0008),
  run('cnn', 0.04, 0.36, 0.9, 0.0003),
  run('tinyVgg', 0.16, 0.6, 0.5, 0.0002),
];

export const learningCurvesExample: ChartExample = {
  name: 'learning-curves',
  controls: {
    runs: { kind: 'range', min: 0, max: 3, step: 1, start: 1 },
    cursor: { kind: 'range', min: 0, max: 10, step: 1, start: 0 },
  },
  draw: ({ runs: count, cursor }, options) =>
    learningCurves(runs.slice(0, Number(count)), {
      ...options,
      ...(cursor === 0 ? {} : { cursor: Number(cursor) }),
    }),
  variants: { runs: { runs: 3, cursor: 6 }, none: { runs: 0, cursor: 0 } },
};
