/**
 * @file `node train.js wasm|cpu JOB`: manabi as a contender of the benchmark, trained by `fit` as its
 * users do. See `contenders/contender-process.ts`.
 */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { selectBackend, type BackendName } from '@manabi/backends';
import { selectExamples, type Dataset } from '@manabi/datasets';
import { initializeModel } from '@manabi/models';
import { fit, type TrainingEvent } from '@manabi/trainer';
import { manabiVersion } from '../../version.js';
import type { Job } from '../contenders/contender.js';
import { networks } from '../training-case.js';

const [backend, json] = process.argv.slice(2) as [BackendName, string];
const { network, batchSize, threads, images, labels } = JSON.parse(json) as Job;
await selectBackend({ backend });
const dataset: Dataset = {
  ...{ name: 'benchmark', inputShape: [28, 28, 1] },
  ...{
    inputs: new Uint8Array(await readFile(images)),
    labels: new Uint8Array(await readFile(labels)),
  },
  classNames: Array.from({ length: 10 }, (_, label) => String(label)),
  normalization: { kind: 'scale', factor: 1 / 255 },
};

/** One endless run: an epoch of `steps` steps each time that it is asked. */
function startRun(steps: number): AsyncGenerator<TrainingEvent, void, void> {
  const indices = Array.from({ length: steps * batchSize }, (_, index) => index);
  const train = selectExamples(dataset, indices);
  const model = initializeModel(networks[network], { seed: 1 });
  const settings = { epochs: 1e6, batchSize, seed: 1, engine: 'plan', logEvery: steps } as const;
  return fit(model, { train }, settings, { threads });
}

async function nextEpochSeconds(run: AsyncGenerator<TrainingEvent, void, void>): Promise<number> {
  for (;;) {
    const { value } = await run.next();
    if (value?.type === 'epochEnd') return value.trainDurationMs / 1000;
    if (value?.type === 'runEnd')
      throw new Error(`the run ended: ${value.reason ?? value.outcome}`);
  }
}

process.stdout.write(`${JSON.stringify({ version: manabiVersion() })}\n`);
let run: AsyncGenerator<TrainingEvent, void, void> | undefined;
let stepsOfRun = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { steps } = JSON.parse(line) as { steps: number };
  if (steps !== stepsOfRun) {
    await run?.return();
    run = startRun(steps);
    stepsOfRun = steps;
  }
  const seconds = await nextEpochSeconds(run!);
  process.stdout.write(`${JSON.stringify({ seconds })}\n`);
}
await run?.return();
