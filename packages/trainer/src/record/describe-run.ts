import { datasetHash, datasetSize, type Dataset, type TrainTestDatasets } from '@manabi/datasets';
import type { ModelSpec } from '@manabi/models';
import type { CallbackSpec } from '../callbacks/callback-spec.js';
import { resolveSettings, type TrainingSettings } from '../settings/training-settings.js';
import type { RecordedData, RecordedDataset, RunDescription } from './run-record.js';

/** What a run is made from. */
export interface DescribedRun {
  readonly data: TrainTestDatasets;
  /** How to find the data again. */
  readonly source: Pick<RecordedData, 'reference' | 'options'>;
  readonly spec: ModelSpec;
  readonly settings: TrainingSettings;
  readonly callbacks: readonly CallbackSpec[];
  /** Of `initializeModel`. */
  readonly initialSeed: number;
}

/**
 * What a run is about to do, for its record; hashes the data.
 *
 * @throws TrainerError `invalid-setting`.
 */
export async function describeRun(run: DescribedRun): Promise<RunDescription> {
  const { data, source, spec, callbacks, initialSeed } = run;
  const { classNames, normalization } = data.train;
  const [train, test] = await Promise.all([describe(data.train), describe(data.test)]);
  return {
    data: { ...source, train, test, classNames, normalization },
    spec,
    settings: resolveSettings(run.settings),
    callbacks,
    initialSeed,
  };
}

async function describe(dataset: Dataset): Promise<RecordedDataset> {
  const sha256 = await datasetHash(dataset);
  return { name: dataset.name, examples: datasetSize(dataset), sha256 };
}
