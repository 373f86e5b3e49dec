import {
  createRunRecord,
  describeRun,
  history,
  judgeModel,
  type Callback,
  type RunEndEvent,
} from '@manabi/trainer';
import { writeRecord } from '../record/record-file.js';
import { packageVersions, runtimeName } from '../record/versions.js';
import type { PreparedRun } from './prepared-run.js';

/** Listens to a run and writes its record. */
export interface Recording {
  readonly callback: Callback;
  /** Judges the model on the test examples and writes the file, where one was asked for. */
  readonly write: (end: RunEndEvent) => Promise<void>;
}

/** @param file - undefined: nothing is recorded. */
export async function startRecording(
  file: string | undefined,
  run: PreparedRun,
): Promise<Recording> {
  if (file === undefined) return { callback: () => undefined, write: () => Promise.resolve() };
  const description = await describeRun({ ...run, initialSeed: run.settings.seed });
  const callback = history();
  return {
    callback,
    write: async (end) => {
      const isWhole = end.outcome === 'completed' || end.outcome === 'stopped';
      const test = isWhole ? await judgeModel(end.model, run.data.test) : null;
      const place = { versions: packageVersions(), runtime: runtimeName() };
      const record = createRunRecord(description, { end, epochs: callback.epochs, test, ...place });
      await writeRecord(file, record);
    },
  };
}
