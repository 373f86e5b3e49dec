/** @file A network that was trained in the lab, taken from this browser's store to be looked at. */
import type { TrainTestDatasets } from '@manabi/datasets';
import { resolveModel, type ModelSpec, type Weights } from '@manabi/models';
import type { EpochRecord } from '@manabi/viz';
import { readRun, readSnapshots } from '../../runs/run-store.js';
import type { StoredRun } from '../../runs/stored-run.js';
import { FaultError } from '../../training/fault.js';
import { loadExamples } from './load-data.js';
import { hiddenActivations, maxLayers, networkSpec, type HiddenLayer } from './structure.js';

export interface StoredNetwork {
  /** As the lab keeps it. */
  readonly run: StoredRun;
  readonly data: TrainTestDatasets;
  readonly hidden: readonly HiddenLayer[];
  readonly optimizer: 'sgd' | 'adam';
  readonly batchSize: number;
  readonly seed: number;
  /** Of every epoch that is kept, the latest last; weights by the names that this view gives. */
  readonly snapshots: readonly { readonly epoch: number; readonly weights: Weights }[];
  readonly history: readonly EpochRecord[];
}

/**
 * @throws a fault `no-run`, `invalid-network` for a network that is not one of dense layers, and
 *   what loading its data throws.
 */
export async function openStoredNetwork(id: string): Promise<StoredNetwork> {
  const [run, snapshots] = await Promise.all([readRun(id), readSnapshots(id)]);
  const { spec, settings } = run.configuration;
  const hidden = hiddenLayers(spec);
  if (hidden === undefined) {
    throw new FaultError({
      code: 'invalid-network',
      message: `run "${run.name}": expected a network of dense layers, at most ${maxLayers} hidden; open it in the CNN explorer`,
    });
  }
  const data = await loadExamples(run.configuration.data);
  return {
    ...{ run, data, hidden },
    optimizer: settings.optimizer?.type === 'sgd' ? 'sgd' : 'adam',
    batchSize: Math.min(settings.batchSize ?? 32, data.train.labels.length),
    seed: settings.seed ?? 0,
    snapshots: snapshots.map(({ epoch, weights }) => ({
      epoch,
      weights: renamed(spec, hidden, weights, data),
    })),
    history: run.history,
  };
}

/** Undefined for a network with other layers than dense ones, or too many of them. */
function hiddenLayers(spec: ModelSpec): readonly HiddenLayer[] | undefined {
  const layers = spec.layers.filter(({ type }) => type !== 'flatten' && type !== 'dropout');
  const dense = layers.filter((layer) => layer.type === 'dense');
  if (dense.length !== layers.length || dense.length < 2 || dense.length > maxLayers + 1) {
    return undefined;
  }
  const hidden = dense.slice(0, -1).map(({ units, activation, useBias }) => {
    const known = hiddenActivations.find((name) => name === (activation ?? 'linear'));
    return known === undefined || useBias === false ? undefined : { units, activation: known };
  });
  const complete = hidden.filter((layer) => layer !== undefined);
  return complete.length === hidden.length ? complete : undefined;
}

/** The same weights under the names of {@link networkSpec}. */
function renamed(
  spec: ModelSpec,
  hidden: readonly HiddenLayer[],
  weights: Weights,
  { train }: TrainTestDatasets,
): Weights {
  const namesOf = (of: ModelSpec) =>
    resolveModel(of).layers.flatMap((layer) => layer.weights.map(({ name }) => name));
  const own = namesOf(networkSpec(train.inputShape, train.classNames.length, hidden));
  return Object.fromEntries(namesOf(spec).map((name, i) => [own[i]!, weights[name]!]));
}
