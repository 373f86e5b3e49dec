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
import { checkpointTimes, type CheckpointPolicy } from './checkpoint/checkpoint-policy.js';
import { createCheckpointSaver } from './checkpoint/checkpoint-saver.js';
import { checkResume } from './checkpoint/check-resume.js';
import { restoreCheckpoint } from './checkpoint/restore-checkpoint.js';
import type { TrainingCheckpoint } from './checkpoint/training-checkpoint.js';
import { createEngine } from './engine/create-engine.js';
import { createPacer } from './event-loop/pacer.js';
import type { TrainingEvent } from './events.js';
import { createEventStream } from './run/event-stream.js';
import type { RunContext } from './run/run-context.js';
import { createRunProgress } from './run/run-progress.js';
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
  /** Hands out the state of the run on its way, to be resumed later. */
  readonly checkpoints?: CheckpointPolicy;
  /**
   * Goes on where this checkpoint was taken, with the same model specification, data, settings,
   * callbacks, backend and engine: weights, history and all else come out as if the run had never
   * stopped, durations aside. The model's weights are not read then.
   */
  readonly resume?: TrainingCheckpoint;
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
 *   `resolveModel` and `checkWeights` throw. In the loop: `resume-mismatch`, what a callback and
 *   `checkpoints.save` throw.
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
  checkpointTimes(hooks.checkpoints);
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
  hooks: TrainingHooks,
): AsyncGenerator<TrainingEvent, void, void> {
  const { signal, callbacks = [], clock = () => performance.now(), threads, resume } = hooks;
  await ready();
  const { optimizer, gradientClipping: clipping, seed, batchSize, relaxedSimd } = settings;
  const { engine, reason: engineReason } = await createEngine(settings.engine, {
    ...{ model, weights, data: data.train.dataset, optimizer, clipping, seed },
    ...{ batchSize, threads, relaxedSimd },
    backend: getBackend(),
  });
  const state = createRunState(signal, resume?.ending);
  const stream = createEventStream(engine, model.spec, state, callbacks);
  const trainSize = data.train.indices.length;
  try {
    if (resume !== undefined) {
      checkResume(resume, { spec: model.spec, settings, trainSize, engine, callbacks });
    }
    const started = clock() - (resume?.position.durationMs ?? 0);
    const run: RunContext = {
      ...{ model, data, settings, engine, engineReason, state, clock },
      ...{ emit: stream.emit, close: stream.close },
      stepsPerEpoch: Math.ceil(trainSize / batchSize),
      progress: createRunProgress(resume),
      isResumed: resume !== undefined,
      checkpoints: createCheckpointSaver(hooks.checkpoints, callbacks, resume),
      pacer: createPacer(clock),
      elapsedMs: () => clock() - started,
    };
    yield* trainingRun(run, () => {
      if (resume !== undefined) restoreCheckpoint(resume, engine, callbacks);
    });
  } finally {
    stream.close();
    engine.dispose();
  }
}
