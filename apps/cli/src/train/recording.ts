import {
  createRunRecord,
  history,
  judgeModel,
  type Callback,
  type RunDescription,
  type RunEndEvent,
  type RunRecord,
} from '@manabi/trainer';
import type { Dataset } from '@manabi/datasets';
import { packageVersions, runtimeName } from '../record/versions.js';

/** Listens to a run, and makes its record. */
export interface Recording {
  readonly callback: Callback;
  /** Judges the model on the test examples. */
  readonly record: (description: RunDescription, end: RunEndEvent) => Promise<RunRecord>;
}

/** @param test - examples that the model never saw. */
export function startRecording(test: Dataset): Recording {
  const callback = history();
  return {
    callback,
    async record(description, end) {
      const isWhole = end.outcome === 'completed' || end.outcome === 'stopped';
      return createRunRecord(description, {
        end,
        epochs: callback.epochs,
        test: isWhole ? await judgeModel(end.model, test) : null,
        versions: packageVersions(),
        runtime: runtimeName(),
      });
    },
  };
}
