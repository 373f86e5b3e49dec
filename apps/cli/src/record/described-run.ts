import { describeRun, type RecordedDataset, type RunDescription } from '@manabi/trainer';
import { loadExamples, requireReference } from '../data/load-examples.js';
import { BadFileError } from '../failures/bad-file-error.js';
import type { PreparedRun } from '../train/prepared-run.js';

/**
 * The run that a description stands for, with its data.
 *
 * @param described - names the description in errors, such as its file.
 * @param dataDir - where this machine keeps data sets; undefined: where it always does.
 * @throws UsageError or DatasetError when the data is not there, BadFileError when it is other data.
 */
export async function prepareDescribed(
  described: string,
  description: RunDescription,
  dataDir: string | undefined,
  signal: AbortSignal,
): Promise<PreparedRun> {
  const { spec, settings, callbacks, initialSeed } = description;
  const { reference, options } = description.data;
  requireReference(reference, options);
  const place = dataDir === undefined ? {} : { dataDir };
  const data = await loadExamples(reference, { ...options, ...place }, signal);
  const run = { data, source: { reference, options }, spec, settings, callbacks, initialSeed };
  const found = await describeRun(run);
  requireSameData(described, 'learn from', description.data.train, found.data.train);
  requireSameData(described, 'test on', description.data.test, found.data.test);
  return run;
}

function requireSameData(
  described: string,
  part: string,
  expected: RecordedDataset,
  got: RecordedDataset,
): void {
  if (expected.sha256 === got.sha256) return;
  const words = ({ examples, sha256 }: RecordedDataset) =>
    `${examples} examples with SHA-256 ${sha256}`;
  throw new BadFileError(
    `${described}, examples of "${expected.name}" to ${part}: expected ${words(expected)}, got ${words(got)}; use the data that the run was made with`,
  );
}
