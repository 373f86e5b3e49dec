import type { EpochEndEvent, TrainingEvent } from '../events.js';
import { perSecond } from '../metrics/per-second.js';
import { divergence } from './divergence.js';
import { watchLayers } from '../probe/watch-layers.js';
import { evaluateExamples } from './evaluate-examples.js';
import type { RunContext } from './run-context.js';
import { endEpoch } from './run-progress.js';
import type { Ending } from './run-state.js';
import { trainEpoch } from './train-epoch.js';

const completed: Ending = { outcome: 'completed', reason: null };

/**
 * A run from its first event, or from where it is resumed, to its last. The caller owns the engine.
 *
 * @param restore - called after `runStart`: brings back what a checkpoint holds.
 */
export async function* trainingRun(
  run: RunContext,
  restore: () => void,
): AsyncGenerator<TrainingEvent, void, void> {
  const { engine, state, settings, data, model, progress, checkpoints, emit } = run;
  const { epochs, batchSize, seed } = settings;
  const identity = { backend: engine.backend, engine: engine.name, threads: engine.threads, seed };
  const { epoch, step, history } = progress;

  yield* emit({
    type: 'runStart',
    ...identity,
    engineReason: run.engineReason,
    epochs,
    batchSize,
    stepsPerEpoch: run.stepsPerEpoch,
    trainSize: data.train.indices.length,
    validationSize: data.validation?.indices.length ?? 0,
    parameters: model.parameterCount,
    resumed: run.isResumed ? { epoch, step, history: [...history] } : null,
  });
  restore();
  if (state.ending() === null) await checkpoints.save(run);

  while (progress.epoch <= epochs && state.ending() === null) {
    const ended = yield* runEpoch(run);
    if (ended === null) break;
    // The position is the next epoch's before anyone hears of this one's end.
    endEpoch(progress, ended);
    yield* emit(ended);
    const isDue = checkpoints.afterEpoch(ended.epoch) || progress.bestEpoch === ended.epoch;
    if (isDue) await checkpoints.save(run);
  }
  if (state.ending()?.outcome !== 'diverged') await checkpoints.save(run);

  const isTested = data.test !== null && state.ending()?.outcome !== 'diverged';
  const judged = isTested ? await evaluateExamples(run, data.test) : null;
  const weights = await engine.readWeights();
  const { outcome, reason, divergence: found } = state.ending() ?? completed;
  const tested = outcome === 'aborted' ? null : judged;
  const samples = progress.samples + progress.read.samples;
  run.close();
  yield* emit({
    type: 'runEnd',
    outcome,
    reason,
    ...(found && { divergence: found }),
    epochs: progress.epoch - 1,
    testLoss: tested?.loss ?? null,
    testAccuracy: tested?.accuracy ?? null,
    durationMs: run.elapsedMs(),
    samplesPerSecond: perSecond(samples, progress.trainDurationMs + progress.epochDurationMs),
    ...identity,
    model: { spec: model.spec, weights },
  });
}

/** The epoch in progress, to its end; null when the run ends within it. */
async function* runEpoch(
  run: RunContext,
): AsyncGenerator<TrainingEvent, EpochEndEvent | null, void> {
  const { engine, state, data, progress, clock, emit } = run;
  const { epoch } = progress;
  yield* emit({ type: 'epochStart', epoch, learningRate: engine.learningRate });
  const trained = yield* trainEpoch(run);
  if (state.ending() !== null) return null;

  const validationStarted = clock();
  const validated = data.validation && (await evaluateExamples(run, data.validation));
  const validationDurationMs = clock() - validationStarted;
  if (validated !== null && !Number.isFinite(validated.loss)) {
    const { learningRate } = engine;
    state.end(divergence(`epoch ${epoch}, validation`, validated.loss, { epoch, learningRate }));
  }
  if (state.ending() !== null) return null;
  return {
    type: 'epochEnd',
    epoch,
    loss: trained.loss,
    accuracy: trained.accuracy,
    valLoss: validated?.loss ?? null,
    valAccuracy: validated?.accuracy ?? null,
    learningRate: engine.learningRate,
    durationMs: trained.durationMs + validationDurationMs,
    trainDurationMs: trained.durationMs,
    ...(run.settings.watch && { watch: await watchLayers(run) }),
  };
}
