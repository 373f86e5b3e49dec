/** @file A run as the command line carries it out, writes it and repeats it, for tests. */
import { selectBackend } from '@manabi/backends';
import { syntheticDigits } from '@manabi/datasets';
import { encodeModel, initializeModel, mlp, type Model } from '@manabi/models';
import {
  createRunRecord,
  describeRun,
  encodeRunRecord,
  fit,
  judgeModel,
  type DescribedRun,
  type EpochEndEvent,
  type RunRecord,
} from '@manabi/trainer';

type Recorded = Pick<RunRecord['environment'], 'versions' | 'runtime'>;

/** @returns the record of the run, and its model. */
async function carryOut(
  run: DescribedRun,
  recorded: Recorded,
): Promise<{ readonly record: RunRecord; readonly model: Model }> {
  const epochs: EpochEndEvent[] = [];
  const model = initializeModel(run.spec, { seed: run.initialSeed });
  for await (const event of fit(model, run.data, run.settings)) {
    if (event.type === 'epochEnd') epochs.push(event);
    if (event.type !== 'runEnd') continue;
    const test = await judgeModel(event.model, run.data.test);
    const outcome = { end: event, epochs, test, ...recorded };
    return { record: createRunRecord(await describeRun(run), outcome), model: event.model };
  }
  throw new Error('internal: a run ended without runEnd');
}

/** What `manabi reproduce` does with a record on drawn digits. */
export async function repeatRun(record: RunRecord): Promise<RunRecord> {
  const { data, environment } = record;
  await selectBackend({ backend: environment.backend as 'wasm' | 'cpu' });
  const digits = syntheticDigits({ ...data.options, seed: 1 });
  const repeated = await carryOut({ ...record, data: digits, source: data }, environment);
  return repeated.record;
}

export const writtenDigits = { trainSize: 120, testSize: 40 } as const;

/** What `manabi train --dataset synthetic-digits --out model --record run.json` writes. */
export async function writtenRun() {
  await selectBackend({ backend: 'cpu' });
  const spec = mlp({ inputShape: [28, 28, 1], classes: 10, hidden: [8] });
  const settings = {
    ...{ epochs: 2, batchSize: 20, seed: 3, validationSplit: 0.1 },
    optimizer: { type: 'adam', learningRate: 0.01 },
  } as const;
  const data = syntheticDigits({ ...writtenDigits, seed: 1 });
  const source = { reference: 'synthetic-digits', options: writtenDigits };
  const run = { data, source, spec, settings, callbacks: [], initialSeed: settings.seed };
  const recorded = { versions: { '@manabi/cli': '1.0.0' }, runtime: 'node' };
  const { record, model } = await carryOut(run, recorded);
  const { classNames, normalization } = data.train;
  const { json, weights } = encodeModel(model, {
    ...{ dataset: 'synthetic-digits', classNames, normalization },
  });
  return { spec, data, model, record, json, weights, recordJson: encodeRunRecord(record) };
}
