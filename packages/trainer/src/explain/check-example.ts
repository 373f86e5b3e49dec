import { datasetSize, type Dataset } from '@manabi/datasets';
import { TrainerError } from '../trainer-error.js';

/**
 * Makes sure that a data set has an example.
 *
 * @param where - names the function that asks.
 * @throws TrainerError `data-mismatch`.
 */
export function checkExample(where: string, dataset: Dataset, index: number): void {
  const size = datasetSize(dataset);
  if (Number.isInteger(index) && index >= 0 && index < size) return;
  throw new TrainerError('data-mismatch', {
    where: `${where} "${dataset.name}"`,
    expected: `an index in [0, ${size})`,
    got: String(index),
    remedy: 'name an example of the data',
  });
}
