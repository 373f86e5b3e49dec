import { batches } from '@manabi/datasets';
import { epochOrder } from '../data/epoch-order.js';
import { checkSetting, positive } from '../settings/check-setting.js';
import type { TrainingEvent } from '../events.js';
import { locateDivergence } from '../probe/locate-divergence.js';
import { divergence, locatedDivergence } from './divergence.js';
import type { RunContext } from './run-context.js';
import { addRead } from './run-progress.js';

/** What was learned in an epoch, up to the last time that it was read from the device. */
export interface EpochResult {
  readonly samples: number;
  readonly loss: number;
  readonly accuracy: number;
  /** Spent training: others' turns, checkpoints and the consumer's time are not counted. */
  readonly durationMs: number;
}

/** The steps of the epoch in progress that are not done yet. It returns early when the run ends. */
export async function* trainEpoch(
  run: RunContext,
): AsyncGenerator<TrainingEvent, EpochResult, void> {
  const { engine, state, settings, stepsPerEpoch, pacer, clock, progress, checkpoints } = run;
  const { epoch } = progress;
  const stepsBefore = (epoch - 1) * stepsPerEpoch;
  const result = (): EpochResult => ({
    samples: progress.read.samples,
    loss: progress.read.loss / progress.read.samples,
    accuracy: progress.read.correct / progress.read.samples,
    durationMs: progress.epochDurationMs,
  });

  const trace = {
    weights: await engine.readWeights(),
    optimizer: await engine.readOptimizerState(),
    stepsDone: progress.step,
    rates: [] as number[],
  };
  const order = epochOrder(run.data.train.indices, settings, epoch);
  let resumed = clock();
  for (const batch of batches(
    order.subarray(progress.step * settings.batchSize),
    settings.batchSize,
  )) {
    if (state.ending() !== null) break;
    if (state.rateOfStep !== null) {
      const rate = state.rateOfStep(stepsBefore + progress.step);
      engine.learningRate = checkSetting('scheduleSteps', rate, positive);
    }
    trace.rates.push(engine.learningRate);
    engine.trainBatch(batch);
    const step = ++progress.step;
    const isLogged = step % settings.logEvery === 0 || step === stepsPerEpoch;
    const isSaved = checkpoints.afterStep(stepsBefore + step);
    if (!isLogged && !isSaved && !pacer.isDue) continue;
    if (isLogged) addRead(progress, await engine.readTotals());
    progress.epochDurationMs += clock() - resumed;
    if (!Number.isFinite(progress.read.loss)) {
      const { learningRate } = engine;
      const found = await locateDivergence(run, trace, order, progress.stepsRead);
      const where = `epoch ${epoch}, steps ${progress.stepsRead + 1} to ${step}`;
      state.end(
        found === null
          ? divergence(where, progress.read.loss, { epoch, learningRate })
          : locatedDivergence({ epoch, learningRate, ...found }),
      );
      break;
    }
    if (isLogged) {
      progress.stepsRead = step;
      yield* run.emit({ type: 'batchEnd', epoch, step, stepsPerEpoch, ...result() });
    }
    if (isSaved) await checkpoints.save(run);
    await pacer.pause();
    resumed = clock();
  }
  return result();
}
