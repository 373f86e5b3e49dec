/** @file The record of a run of this browser: what repeats it elsewhere, number by number. */
import { version as backends } from '@manabi/backends/package.json';
import { version as datasets } from '@manabi/datasets/package.json';
import { version as models } from '@manabi/models/package.json';
import { createRunRecord, type RunDescription, type RunRecord } from '@manabi/trainer';
import { version as trainer } from '@manabi/trainer/package.json';
import { version_core } from '@tensorflow/tfjs-core';
import { version as web } from '../../../package.json';
import type { DataDescription, DataHash } from '../../training/load-data.js';
import type { RunConfiguration } from '../../training/run-configuration.js';
import type { TrainingRun } from '../../training/training-run.js';
import type { StoredRun } from '../stored-run.js';
import { referenceOf } from './data-reference.js';

/** What of an open run its record says. */
export interface RecordedRun {
  readonly configuration: RunConfiguration;
  readonly run: TrainingRun;
  readonly data: DataDescription;
  /** Undefined where its data is not there. */
  readonly datasets: { readonly hash: () => Promise<DataHash> } | undefined;
  readonly firstWeights: StoredRun['firstWeights'];
  /** That it was opened with. */
  readonly record: StoredRun['record'];
}

/**
 * Why a run cannot be told so that it can be repeated.
 *
 * - `not-ended`: it goes on, has diverged, or was not tested.
 * - `within-epoch`: it was ended within an epoch.
 * - `rate-changed`: its learning rate was changed on the way.
 * - `opened`: its first weights come from a file.
 * - `data-missing`: its data is not there to be tested on.
 */
export type RecordObstacle =
  'not-ended' | 'within-epoch' | 'rate-changed' | 'opened' | 'data-missing';

/** By package, as the command line records them. */
const versions = {
  '@manabi/web': web,
  '@manabi/backends': backends,
  '@manabi/datasets': datasets,
  '@manabi/models': models,
  '@manabi/trainer': trainer,
  '@tensorflow/tfjs-core': version_core,
};

export async function recordRun(recorded: RecordedRun): Promise<RunRecord | RecordObstacle> {
  const { run, datasets: data, firstWeights, record } = recorded;
  // What was opened and not trained on is what its record says.
  if (firstWeights === 'file') return run.isUntouched && record !== null ? record : 'opened';
  if (run.phase !== 'ended' || run.test === null) return 'not-ended';
  if (run.position.step > 0 || run.history.length === 0) return 'within-epoch';
  if (run.rateChanged) return 'rate-changed';
  if (data === undefined) return 'data-missing';
  const end = await run.ending();
  const { learningRate } = run.history[0]!;
  return createRunRecord(describe(recorded, await data.hash(), learningRate), {
    ...{ end, epochs: run.history, test: run.test, versions },
    runtime: navigator.userAgent,
  });
}

function describe(
  { run, configuration, data }: RecordedRun,
  hash: DataHash,
  learningRate: number,
): RunDescription {
  const { spec, settings } = configuration;
  const { name, trainSize, testSize, classNames, normalization } = data;
  const resolved = run.settings!;
  return {
    data: {
      ...referenceOf(data),
      train: { name, examples: trainSize, sha256: hash.train },
      test: { name, examples: testSize, sha256: hash.test },
      ...{ classNames, normalization },
    },
    spec,
    // The rate may have been changed before the first step, and the epochs at any time.
    settings: {
      ...resolved,
      epochs: run.history.length,
      optimizer: { ...resolved.optimizer, learningRate },
    },
    callbacks: [],
    initialSeed: settings.seed ?? 0,
  };
}
