import { iris, type Dataset, type TrainTestDatasets } from '@manabi/datasets';
import { wrap, type Remote } from 'comlink';
import type { DataChoice, DataPart } from '../../training/data-choice.js';
import { FaultError } from '../../training/fault.js';
import { openTrainingWorker } from '../../training/open-worker.js';
import type { Workbench } from '../../training/workbench.js';

/** Data sets that a network can learn from here. */
export const dataNames = ['iris', 'synthetic-digits', 'mnist', 'fashion-mnist'] as const;
export type DataName = (typeof dataNames)[number];

/** Of images a part is enough to watch a network learn; it is judged by all that MNIST has. */
const imageCounts = { train: 1200, test: 10_000 } as const;

/** Where the examples of a data set come from. */
export const dataChoices: Readonly<Record<DataName, DataChoice>> = {
  iris: { kind: 'iris' },
  'synthetic-digits': {
    kind: 'synthetic-digits',
    trainSize: imageCounts.train,
    testSize: 300,
    seed: 1,
  },
  mnist: { kind: 'published', name: 'mnist' },
  'fashion-mnist': { kind: 'published', name: 'fashion-mnist' },
};

/**
 * All examples of Iris, and the first of others, which a worker draws or reads.
 *
 * @throws a fault (`faultOf`) where data are neither beside the site nor kept in this browser.
 */
export async function loadExamples(choice: DataChoice): Promise<TrainTestDatasets> {
  if (choice.kind === 'iris') return iris();
  const worker = openTrainingWorker();
  try {
    return await Promise.race([
      readImages(wrap<Workbench>(worker), choice),
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
  const description = await bench.loadData(choice);
  const { name, inputShape, classNames, normalization } = description;
  const sizes = { train: description.trainSize, test: description.testSize };
  const read = async (part: DataPart): Promise<Dataset> => {
    const shown = Math.min(sizes[part], imageCounts[part]);
    const indices = Array.from({ length: shown }, (_, i) => i);
    const { inputs, labels } = await bench.examples(choice, part, indices);
    return { ...{ name, inputShape, classNames, normalization }, inputs, labels };
  };
  return { train: await read('train'), test: await read('test') };
}
