import { iris, type Dataset, type TrainTestDatasets } from '@manabi/datasets';
import { wrap, type Remote } from 'comlink';
import type { DataChoice, DataPart } from '../../training/data-choice.js';
import { FaultError } from '../../training/fault.js';
import { openTrainingWorker } from '../../training/open-worker.js';
import type { Workbench } from '../../training/workbench.js';

/** Data sets that a network can learn from here. */
export const dataNames = ['iris', 'synthetic-digits', 'mnist', 'fashion-mnist'] as const;
export type DataName = (typeof dataNames)[number];

/** Of images a part is enough to watch a network learn. */
const imageCounts = { train: 1200, test: 300 } as const;

const imageChoices: Readonly<Record<Exclude<DataName, 'iris'>, DataChoice>> = {
  'synthetic-digits': {
    kind: 'synthetic-digits',
    trainSize: imageCounts.train,
    testSize: imageCounts.test,
    seed: 1,
  },
  mnist: { kind: 'published', name: 'mnist' },
  'fashion-mnist': { kind: 'published', name: 'fashion-mnist' },
};

/**
 * The examples of a data set: all of Iris, the first of images, which a worker draws or reads.
 *
 * @throws a fault (`faultOf`) where images are neither beside the site nor kept in this browser.
 */
export async function loadData(name: DataName): Promise<TrainTestDatasets> {
  if (name === 'iris') return iris();
  const worker = openTrainingWorker();
  try {
    return await Promise.race([
      readImages(wrap<Workbench>(worker), imageChoices[name]),
      new Promise<never>((_, reject) => {
        worker.addEventListener('error', ({ message }: Partial<ErrorEvent>) =>
          reject(new FaultError({ code: 'worker-missing', message: message ?? '' })),
        );
      }),
    ]);
  } finally {
    worker.terminate();
  }
}

async function readImages(
  bench: Remote<Workbench>,
  choice: DataChoice,
): Promise<TrainTestDatasets> {
  const { name, inputShape, classNames, normalization } = await bench.loadData(choice);
  const read = async (part: DataPart): Promise<Dataset> => {
    const indices = Array.from({ length: imageCounts[part] }, (_, i) => i);
    const { inputs, labels } = await bench.examples(choice, part, indices);
    return { ...{ name, inputShape, classNames, normalization }, inputs, labels };
  };
  return { train: await read('train'), test: await read('test') };
}
