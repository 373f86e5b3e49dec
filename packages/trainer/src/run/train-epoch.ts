import { batches } from '@manabi/datasets';
import { epochOrder } from '../data/epoch-order.js';
import type { TrainingEvent } from '../events.js';
import { divergence } from './divergence.js';
import type { RunContext } from './run-context.js';

/** What was learned in an epoch, up to the last time that it was read from the device. */
export interface EpochResult {
  readonly samples: number;
  readonly loss: number;
  readonly accuracy: number;
  /** Spent training: others' turns and the consumer's time are not counted. */
  readonly durationMs: number;
}

/** The steps of one epoch. It returns early when the run ends. */
export async function* trainEpoch(
  run: RunContext,
  epoch: number,
): AsyncGenerator<TrainingEvent, EpochResult, void> {
  const { engine, state, settings, stepsPerEpoch, pacer, clock } = run;
  const sums = { samples: 0, loss: 0, correct: 0 };
  let step = 0;
  let stepsRead = 0;
  let durationMs = 0;
  let resumed = clock();
  const result = (): EpochResult => ({
    samples: sums.samples,
    loss: sums.loss / sums.samples,
    accuracy: sums.correct / sums.samples,
    durationMs,
  });

  for (const batch of batches(
    epochOrder(run.data.train.indices, settings, epoch),
    settings.batchSize,
  )) {
    if (state.ending() !== null) break;
    engine.trainBatch(batch);
    step++;
    const isLogged = step % settings.logEvery === 0 || step === stepsPerEpoch;
    if (!isLogged && !pacer.isDue) continue;
    if (isLogged) {
      const { samples, loss, correct } = await engine.readTotals();
      sums.samples += samples;
      sums.loss += loss;
      sums.correct += correct;
    }
    durationMs += clock() - resumed;
    if (!Number.isFinite(sums.loss)) {
      const where = `epoch ${epoch}, steps ${stepsRead + 1} to ${step}`;
      state.end(divergence(where, sums.loss, engine.learningRate));
      break;
    }
    if (isLogged) {
      stepsRead = step;
      yield* run.emit({ type: 'batchEnd', epoch, step, stepsPerEpoch, ...result() });
    }
    await pacer.pause();
    resumed = clock();
  }
  return result();
}
