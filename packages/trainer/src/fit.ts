import {
  checkWeights,
  resolveModel,
  type Model,
  type ResolvedModel,
  type Weights,
} from '@manabi/models';
import { getBackend, ready } from '@tensorflow/tfjs-core';
import type { Callback } from './callbacks/callback.js';
import { splitTrainingData, type SplitData } from './data/split-training-data.js';
import type { TrainingData } from './data/training-data.js';
import { createEngine } from './engine/create-engine.js';
import { createPacer } from './event-loop/pacer.js';
import type { TrainingEvent } from './events.js';
import { createEventStream } from './run/event-stream.js';
import { createRunState } from './run/run-state.js';
import { trainingRun } from './run/training-run.js';
import { checkSetting, count } from './settings/check-setting.js';
import {
  resolveSettings,
  type ResolvedTrainingSettings,
  type TrainingSettings,
} from './settings/training-settings.js';

/** What a run hears from and speaks to while it goes on; none of it changes its numbers. */
export interface TrainingHooks {
  /** Ends the run before its next step; `runEnd` then carries the model so far. */
  readonly signal?: AbortSignal;
  /** Called in this order with every event. */
  readonly callbacks?: readonly Callback[];
  /** Milliseconds from any start, for the durations. Default `performance.now`. */
  readonly clock?: () => number;
  /**
   * Threads that may compute where the engine is `plan` on wasm: at least 1. Default: the cores there
   * are, or fewer where the model is small.
   */
  readonly threads?: number;
}

/**
 * Trains a model with softmax cross-entropy, as a stream of events, on the current tfjs backend or,
 * where that is `wasm` or `cpu`, by kernels of our own in its place (`TrainingSettings.engine`):
 * `runStart`; for every epoch `epochStart`, `batchEnd` every `logEvery` steps, `epochEnd`; `runEnd`
 * with the trained model. Nothing runs before the first event is asked for, and each waits for its
 * consumer. Leaving the loop early ends the run and frees what it held.
 *
 * @param model - where training starts; it is not changed.
 * @throws at once: TrainerError `invalid-setting`, `empty-data` or `data-mismatch`; what
 *   `resolveModel` and `checkWeights` throw. What a callback throws comes out of the loop.
 *
 * @example
 * ```ts
 * const spec = mlp({ inputShape: [4], classes: 3, hidden: [8] });
 * const model = initializeModel(spec, { seed: 1 });
 * for await (const event of fit(model, iris(), { epochs: 40, batchSize: 8 })) {
 *   if (event.type === 'epochEnd') console.log(event.epoch, event.loss);
 *   if (event.type === 'runEnd') console.log(event.testAccuracy);
 * }
 * ```
 */
export function fit(
  model: Model,
  data: TrainingData,
  settings: TrainingSettings = {},
  hooks: TrainingHooks = {},
): AsyncGenerator<TrainingEvent, void, void> {
  const resolved = resolveModel(model.spec);
  checkWeights(resolved, model.weights);
  const resolvedSettings = resolveSettings(settings);
  if (hooks.threads !== undefined) checkSetting('fit threads', hooks.threads, count);
  return execute(
    {
      model: resolved,
      weights: model.weights,
      settings: resolvedSettings,
      data: splitTrainingData(data, resolved, resolvedSettings),
    },
    hooks,
  );
}

interface CheckedRun {
  readonly model: ResolvedModel;
  readonly weights: Weights;
  readonly settings: ResolvedTrainingSettings;
  readonly data: SplitData;
}

async function* execute(
  { model, weights, settings, data }: CheckedRun,
  { signal, callbacks = [], clock = () => performance.now(), threads }: TrainingHooks,
): AsyncGenerator<TrainingEvent, void, void> {
  await ready();
  const { optimizer, seed, batchSize } = settings;
  const { engine, reason: engineReason } = await createEngine(settings.engine, {
    ...{ model, weights, data: data.train.dataset, optimizer, seed, batchSize, threads },
    backend: getBackend(),
  });
  const state = createRunState(signal);
  const stream = createEventStream(engine, model.spec, state, callbacks);
  const stepsPerEpoch = Math.ceil(data.train.indices.length / settings.batchSize);
  const pacer = createPacer(clock);
  try {
    const { emit, close } = stream;
    const steps = { stepsPerEpoch, state, pacer, clock };
    const shared = { model, data, settings, engine, engineReason, ...steps };
    yield* trainingRun({ ...shared, emit, close });
  } finally {
    stream.close();
    engine.dispose();
  }
}
