import type { Model, ModelSpec } from '@manabi/models';
import type { Callback, RunControl } from '../callbacks/callback.js';
import type { Engine } from '../engine/engine.js';
import type { CheckpointEvent, TrainingEvent } from '../events.js';
import { checkSetting, positive } from '../settings/check-setting.js';
import { TrainerError } from '../trainer-error.js';
import type { RunState } from './run-state.js';

/** Where the events of one run go, and what its callbacks hold of it. */
export interface EventStream {
  /** To every callback in turn, then to the consumer; then the checkpoints that they asked for. */
  readonly emit: (event: TrainingEvent) => AsyncGenerator<TrainingEvent, void, void>;
  /** Takes the run out of the callbacks' hands. */
  readonly close: () => void;
}

/**
 * @param engine - read and written on behalf of the callbacks; not disposed.
 * @param state - where a callback's `stop` goes.
 */
export function createEventStream(
  engine: Engine,
  spec: ModelSpec,
  state: RunState,
  callbacks: readonly Callback[],
): EventStream {
  const checkpoints: CheckpointEvent[] = [];
  let epoch = 0;
  let isOpen = true;

  function checkOpen(what: keyof RunControl): void {
    if (isOpen) return;
    throw new TrainerError('run-over', {
      where: `RunControl.${what}`,
      expected: 'a run that goes on',
      got: 'one that is over',
      remedy: 'use it in a callback before runEnd; runEnd carries the model',
    });
  }

  async function copyModel(): Promise<Model> {
    return { spec, weights: await engine.readWeights() };
  }

  const control: RunControl = {
    get learningRate() {
      return engine.learningRate;
    },
    setLearningRate(learningRate) {
      engine.learningRate = checkSetting('setLearningRate', learningRate, positive);
    },
    scheduleSteps(rateOf) {
      state.rateOfStep = rateOf;
    },
    stop(reason) {
      state.end({ outcome: 'stopped', reason });
    },
    async snapshot() {
      checkOpen('snapshot');
      return copyModel();
    },
    restore(model) {
      checkOpen('restore');
      engine.writeWeights(model.weights);
    },
    async checkpoint(reason) {
      checkOpen('checkpoint');
      const model = await copyModel();
      // Reading takes a while on a graphics card; a callback that did not wait may be too late now.
      checkOpen('checkpoint');
      checkpoints.push({ type: 'checkpoint', epoch, reason, model });
      return model;
    },
  };

  async function* emit(event: TrainingEvent): AsyncGenerator<TrainingEvent, void, void> {
    if (event.type === 'epochStart') ({ epoch } = event);
    for (const callback of callbacks) await callback(event, control);
    yield event;
    for (let next = checkpoints.shift(); next !== undefined; next = checkpoints.shift()) {
      yield* emit(next);
    }
  }

  return {
    emit,
    close() {
      isOpen = false;
    },
  };
}
