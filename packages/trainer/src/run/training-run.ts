import type { TrainingEvent } from '../events.js';
import { perSecond } from '../metrics/per-second.js';
import { divergence } from './divergence.js';
import { evaluateExamples } from './evaluate-examples.js';
import type { RunContext } from './run-context.js';
import { trainEpoch } from './train-epoch.js';

/** A run from its first event to its last. The caller owns the engine. */
export async function* trainingRun(run: RunContext): AsyncGenerator<TrainingEvent, void, void> {
  const { engine, state, settings, data, model, clock, emit } = run;
  const { epochs, batchSize, seed } = settings;
  const identity = { backend: engine.backend, engine: engine.name, threads: engine.threads, seed };
  const started = clock();
  let epochsDone = 0;
  let samples = 0;
  let trainDurationMs = 0;

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
  });

  for (let epoch = 1; epoch <= epochs && state.ending() === null; epoch++) {
    yield* emit({ type: 'epochStart', epoch, learningRate: engine.learningRate });
    const trained = yield* trainEpoch(run, epoch);
    samples += trained.samples;
    trainDurationMs += trained.durationMs;
    if (state.ending() !== null) break;

    const validationStarted = clock();
    const validated = data.validation && (await evaluateExamples(run, data.validation));
    const validationDurationMs = clock() - validationStarted;
    if (validated !== null && !Number.isFinite(validated.loss)) {
      state.end(divergence(`epoch ${epoch}, validation`, validated.loss, engine.learningRate));
    }
    if (state.ending() !== null) break;

    epochsDone = epoch;
    yield* emit({
      type: 'epochEnd',
      epoch,
      loss: trained.loss,
      accuracy: trained.accuracy,
      valLoss: validated?.loss ?? null,
      valAccuracy: validated?.accuracy ?? null,
      learningRate: engine.learningRate,
      durationMs: trained.durationMs + validationDurationMs,
      trainDurationMs: trained.durationMs,
    });
  }

  const isTested = data.test !== null && state.ending()?.outcome !== 'diverged';
  const judged = isTested ? await evaluateExamples(run, data.test) : null;
  const weights = await engine.readWeights();
  const { outcome, reason } = state.ending() ?? { outcome: 'completed', reason: null };
  const tested = outcome === 'aborted' ? null : judged;
  run.close();
  yield* emit({
    type: 'runEnd',
    outcome,
    reason,
    epochs: epochsDone,
    testLoss: tested?.loss ?? null,
    testAccuracy: tested?.accuracy ?? null,
    durationMs: clock() - started,
    samplesPerSecond: perSecond(samples, trainDurationMs),
    ...identity,
    model: { spec: model.spec, weights },
  });
}
