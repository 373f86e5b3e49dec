import {
  datasetSize,
  exampleLength,
  selectExamples,
  type Dataset,
  type Disturbance,
  type TrainTestDatasets,
} from '@manabi/datasets';
import { disturbed } from '../../training/chosen-examples.js';

/** One example, counted through the training part and then the test part. */
export interface Sample {
  readonly part: 'train' | 'test';
  /** Within its part. */
  readonly place: number;
  /** What holds it: its part, or where it is spoiled, itself alone. */
  readonly data: Dataset;
  /** Within {@link data}. */
  readonly index: number;
  readonly label: number;
  /** As it goes into the network: centimetres, or bytes of an image. */
  readonly raw: readonly number[];
}

export function sampleCount({ train, test }: TrainTestDatasets): number {
  return datasetSize(train) + datasetSize(test);
}

/**
 * The example with a number from 0; numbers go round.
 *
 * @param disturbance - what happens to it before it is read. Default: nothing.
 */
export function sampleAt(
  datasets: TrainTestDatasets,
  number: number,
  disturbance?: Disturbance,
): Sample {
  const trained = datasetSize(datasets.train);
  const at = number % sampleCount(datasets);
  const part = at < trained ? 'train' : 'test';
  const place = part === 'train' ? at : at - trained;
  const whole = datasets[part];
  const spoiled = disturbance !== undefined;
  const data = spoiled ? disturbed(selectExamples(whole, [place]), disturbance, [place]) : whole;
  const index = spoiled ? 0 : place;
  const length = exampleLength(data);
  return {
    ...{ part, place, data, index },
    label: data.labels[index]!,
    raw: Array.from(data.inputs.subarray(index * length, (index + 1) * length)),
  };
}
