import type { Callback } from '../callbacks/callback.js';
import type { RunContext } from '../run/run-context.js';
import { positionOf } from '../run/run-progress.js';
import {
  checkpointTimes,
  type CheckpointPolicy,
  type CheckpointTimes,
} from './checkpoint-policy.js';
import type { TrainingCheckpoint } from './training-checkpoint.js';

/** Hands out the state of one run. */
export interface CheckpointSaver extends CheckpointTimes {
  /** Takes a checkpoint and waits until it is saved; not twice of the same state. */
  readonly save: (run: RunContext) => Promise<void>;
}

/**
 * @param policy - undefined: nothing is saved.
 * @param resumed - where the run goes on, which is saved already.
 * @throws TrainerError `invalid-setting`.
 */
export function createCheckpointSaver(
  policy: CheckpointPolicy | undefined,
  callbacks: readonly Callback[],
  resumed: TrainingCheckpoint | undefined,
): CheckpointSaver {
  let saved = resumed === undefined ? '' : placeOf(resumed);
  return {
    ...checkpointTimes(policy),
    async save(run) {
      if (policy === undefined) return;
      const checkpoint = await takeCheckpoint(run, callbacks);
      // A loss that is no number has no place in JSON, and is no state to go on from.
      if (!Number.isFinite(checkpoint.unread.loss)) return;
      const place = placeOf(checkpoint);
      if (place === saved) return;
      await policy.save(checkpoint);
      saved = place;
    },
  };
}

function placeOf({ position: { epoch, step }, ending }: TrainingCheckpoint): string {
  return `${epoch} ${step} ${ending?.outcome ?? ''}`;
}

async function takeCheckpoint(
  { engine, model, settings, data, state, progress, elapsedMs }: RunContext,
  callbacks: readonly Callback[],
): Promise<TrainingCheckpoint> {
  const ending = state.ending();
  return {
    spec: model.spec,
    settings,
    backend: engine.backend,
    engine: engine.name,
    trainSize: data.train.indices.length,
    position: positionOf(progress, elapsedMs()),
    history: [...progress.history],
    bestEpoch: progress.bestEpoch,
    // What was interrupted goes on; what a callback stopped is over.
    ending: ending?.outcome === 'stopped' ? ending : null,
    learningRate: engine.learningRate,
    weights: await engine.readWeights(),
    optimizer: await engine.readOptimizerState(),
    unread: await engine.peekTotals(),
    callbacks: callbacks.flatMap(({ memory }) => memory?.read() ?? []),
  };
}
