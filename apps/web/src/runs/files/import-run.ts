/** @file Keeps what a reader opens, a model or the record of a run, among this browser's runs. */
import { backendNames } from '@manabi/backends';
import { datasetInfo, isDatasetName } from '@manabi/datasets';
import { resolveModel, type DecodedModel, type ModelSpec } from '@manabi/models';
import type { RunRecord, TrainingSettings } from '@manabi/trainer';
import type { DataDescription } from '../../training/load-data.js';
import { newRunId } from '../run-id.js';
import { saveRun } from '../run-store.js';
import { mostNameLength, type StoredRun } from '../stored-run.js';
import { findChoice } from './data-reference.js';
import { FileProblemError, type FileProblem } from './file-problem.js';
import { readRunFiles, type RunFiles } from './read-run-files.js';

export type ImportedRun =
  | { readonly kind: 'kept'; readonly run: StoredRun }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

/**
 * How a model that comes without a record is trained on, unless the reader chooses otherwise: with
 * every parameter, as the lab says them, so that it knows the run again.
 */
const usualSettings: TrainingSettings = {
  epochs: 10,
  batchSize: 32,
  optimizer: { type: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  validationSplit: 0.1,
  seed: 1,
};

/** @throws FaultError `storage` or `storage-full`. */
export async function importRun(files: readonly File[]): Promise<ImportedRun> {
  try {
    const read = await readRunFiles(files);
    const run = await storedRun(read);
    const weights = read.model?.model.weights;
    const snapshots = weights === undefined ? [] : [{ epoch: 0, weights }];
    await saveRun({ run, state: null, snapshots });
    return { kind: 'kept', run };
  } catch (error) {
    if (!(error instanceof FileProblemError)) throw error;
    return { kind: 'refused', problem: error.problem };
  }
}

async function storedRun({ model, record }: RunFiles): Promise<StoredRun> {
  const spec = (model?.model.spec ?? record?.spec)!;
  const data = await describeData(spec, model, record);
  const { epochs: planned = 10, optimizer } = record?.settings ?? usualSettings;
  const computed = record?.environment.backend;
  const backend = backendNames.find((name) => name === computed) ?? 'auto';
  const name = `${spec.name ?? 'model'} · ${data.name}`.slice(0, mostNameLength);
  const { outcome } = record?.result ?? {};
  const isWhole = outcome === 'completed' || outcome === 'stopped';
  return {
    ...{ id: newRunId(), name, savedAt: Date.now(), data, hash: null },
    configuration: {
      ...{ data: data.choice, spec, settings: record?.settings ?? usualSettings, backend, name },
    },
    computation: null,
    epochs: planned,
    ...{ learningRate: optimizer?.learningRate ?? null, rateChanged: false },
    position: { epoch: record?.history.length ?? 0, step: 0, stepsPerEpoch: 0 },
    history: (record?.history ?? []).map((epoch) => ({ type: 'epochEnd', ...epoch })),
    outcome: isWhole ? { kind: outcome } : null,
    test: record?.test ?? null,
    ...{ firstWeights: 'file', record: record ?? null, hasWeights: model !== undefined },
  };
}

async function describeData(
  spec: ModelSpec,
  model: DecodedModel | undefined,
  record: RunRecord | undefined,
): Promise<DataDescription> {
  const { inputShape, classes } = resolveModel(spec);
  const { metadata = {} } = model ?? {};
  const reference = record?.data.reference ?? metadata.dataset;
  const numbers = Array.from({ length: classes }, (_, label) => String(label));
  const classNames = record?.data.classNames ?? metadata.classNames ?? numbers;
  const choice = await findChoice({ reference, inputShape, classNames }, record?.data);
  const sizes = reference !== undefined && isDatasetName(reference) && datasetInfo(reference).sizes;
  const [train, test] = sizes === false ? [0, 0] : [sizes.train, sizes.test];
  return {
    ...{ choice, name: reference ?? 'data', reference: reference ?? null, inputShape, classNames },
    normalization: record?.data.normalization ?? metadata.normalization ?? usual(inputShape),
    trainSize: record?.data.train.examples ?? train,
    testSize: record?.data.test.examples ?? test,
  };
}

/** Bytes of pixels to [0, 1]; features as they are. */
function usual({ length }: readonly number[]): DataDescription['normalization'] {
  return { kind: 'scale', factor: length === 1 ? 1 : 1 / 255 };
}
