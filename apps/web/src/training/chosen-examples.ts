/** @file Which examples a question is about, and what happens to them first. */
import {
  datasetSize,
  disturb,
  selectExamples,
  type Dataset,
  type Disturbance,
} from '@manabi/datasets';

/** The first examples, or all where there are no more. */
export function firstOf(dataset: Dataset, most = Infinity): Dataset {
  const size = datasetSize(dataset);
  if (size <= most) return dataset;
  return selectExamples(
    dataset,
    Uint32Array.from({ length: most }, (_, i) => i),
  );
}

/** @param indices - as of `disturb`. */
export function disturbed(
  dataset: Dataset,
  disturbance: Disturbance | undefined,
  indices?: readonly number[],
): Dataset {
  return disturbance === undefined ? dataset : disturb(dataset, disturbance, indices);
}
