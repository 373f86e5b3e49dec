import { datasetSize, exampleLength, type Dataset, type TrainTestDatasets } from '@manabi/datasets';

/** One example, counted through the training part and then the test part. */
export interface Sample {
  readonly part: 'train' | 'test';
  readonly data: Dataset;
  /** Within its part. */
  readonly index: number;
  readonly label: number;
  /** As stored: centimetres, or bytes of an image. */
  readonly raw: readonly number[];
}

export function sampleCount({ train, test }: TrainTestDatasets): number {
  return datasetSize(train) + datasetSize(test);
}

/** The example with a number from 0; numbers go round. */
export function sampleAt(datasets: TrainTestDatasets, number: number): Sample {
  const trained = datasetSize(datasets.train);
  const place = number % sampleCount(datasets);
  const part = place < trained ? 'train' : 'test';
  const data = datasets[part];
  const index = part === 'train' ? place : place - trained;
  const length = exampleLength(data);
  return {
    ...{ part, data, index },
    label: data.labels[index]!,
    raw: Array.from(data.inputs.subarray(index * length, (index + 1) * length)),
  };
}
