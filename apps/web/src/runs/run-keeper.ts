/** @file Keeps one run stored while it goes on, without storing it more often than is of use. */
import { decodeCheckpoint, encodeCheckpoint } from '@manabi/trainer';
import { classifyError } from '../training/classify-error.js';
import type { Fault } from '../training/fault.js';
import type { DataDescription, DataHash } from '../training/load-data.js';
import type { RunConfiguration } from '../training/run-configuration.js';
import type { RunComputation } from '../training/run-status.js';
import type { StoredProgress, TrainingRun } from '../training/training-run.js';
import { newRunId } from './run-id.js';
import { readRun, readRunState, readSnapshots, saveRun } from './run-store.js';
import type { StoredRun } from './stored-run.js';

/** Milliseconds between two savings of a run that goes on. */
const keepIntervalMs = 3000;

export interface KeptRun {
  readonly configuration: RunConfiguration;
  readonly run: TrainingRun;
  readonly data: DataDescription;
  readonly hash: () => Promise<DataHash>;
  readonly computation: RunComputation;
  readonly firstWeights: StoredRun['firstWeights'];
}

export interface RunKeeper {
  /** Where it is stored; null before it was. */
  readonly stored: { readonly id: string; readonly name: string } | null;
  /** Why the latest attempt failed; null where it did not. */
  readonly fault: Fault | null;
  /** Stores the run's latest checkpoint, if it is time or `now`. It does not throw. */
  keep(kept: KeptRun, now: boolean): Promise<void>;
  /** What was stored; from then on it is kept up to date. */
  read(): Promise<StoredProgress>;
  /** Leaves what is stored as it is: the next saving is of another run. */
  forget(id: string): void;
  /** The same, where the run still is what is stored. */
  leave(id: string): void;
}

/** Training of an opened model begins anew: how it came to its weights is not in the file. */
const untrained = {
  checkpoint: undefined,
  stepsPerEpoch: 0,
  rateChanged: false,
  outcome: null,
  test: null,
} as const;

/** @param id - under which the run is stored, or will be. */
export function runKeeper(id: string, name: string): RunKeeper {
  let stored: RunKeeper['stored'] = null;
  let fault: Fault | null = null;
  let keptAt = -Infinity;
  /** `savedAt` of what was stored or read here last. */
  let basis: number | undefined;

  async function save(kept: KeptRun): Promise<void> {
    const { configuration, run, data, hash, computation, firstWeights } = kept;
    const { checkpoint, snapshots, ...progress } = run.stored;
    if (checkpoint === undefined) return;
    const { epochs, position, history } = run;
    const summary: Omit<StoredRun, 'id'> = {
      ...{ name, savedAt: Date.now(), configuration, data, hash: await hash(), computation },
      ...{ epochs, position, history },
      ...{ learningRate: progress.learningRate, rateChanged: progress.rateChanged },
      ...{ outcome: progress.outcome, test: progress.test },
      ...{ firstWeights, record: null, hasWeights: true },
    };
    const encoded = encodeCheckpoint(checkpoint);
    const parts = () => ({
      run: { id, ...summary },
      state: { id, checkpoint: encoded },
      snapshots,
    });
    if (!(await saveRun(parts(), basis))) {
      // Another tab went on with it: from here on this is a run of its own.
      id = newRunId();
      await saveRun(parts());
    }
    basis = summary.savedAt;
    stored = { id, name };
  }

  return {
    get stored() {
      return stored;
    },
    get fault() {
      return fault;
    },
    async keep(kept, now) {
      if (!now && performance.now() - keptAt < keepIntervalMs) return;
      try {
        await save(kept);
        fault = null;
      } catch (error) {
        fault = classifyError(error);
      }
      keptAt = performance.now();
    },
    async read() {
      const [run, state, snapshots] = await Promise.all([
        readRun(id),
        readRunState(id),
        readSnapshots(id),
      ]);
      stored = { id, name };
      basis = run.savedAt;
      const { epochs, learningRate, rateChanged, outcome, test, position } = run;
      if (state === null) return { ...untrained, epochs, learningRate, snapshots };
      return {
        ...{ epochs, learningRate, rateChanged, outcome, test, snapshots },
        checkpoint: decodeCheckpoint(state.checkpoint),
        stepsPerEpoch: position.stepsPerEpoch,
      };
    },
    leave(next) {
      id = next;
    },
    forget(next) {
      id = next;
      stored = null;
      fault = null;
      basis = undefined;
      keptAt = -Infinity;
    },
  };
}
