import { datasetSize, type Dataset } from '@manabi/datasets';
import type { ResolvedModel } from '@manabi/models';
import { TrainerError } from '../trainer-error.js';

/**
 * Refuses data that the model cannot read.
 *
 * @param where - names the function and the data, such as `fit data.train "mnist"`.
 * @throws TrainerError `empty-data` or `data-mismatch`.
 */
export function checkDataset(where: string, dataset: Dataset, model: ResolvedModel): void {
  const { inputShape, classNames, labels } = dataset;
  if (datasetSize(dataset) === 0) {
    throw new TrainerError('empty-data', {
      where,
      expected: 'at least 1 example',
      got: 'none',
      remedy: 'choose a data set that has some',
    });
  }
  if (inputShape.join() !== model.inputShape.join()) {
    throw new TrainerError('data-mismatch', {
      where,
      expected: `examples of the model's shape [${model.inputShape.join()}]`,
      got: `[${inputShape.join()}]`,
      remedy: `set the model's inputShape to [${inputShape.join()}] or choose other data`,
    });
  }
  if (classNames.length !== model.classes) {
    throw new TrainerError('data-mismatch', {
      where,
      expected: `${model.classes} classes, as the model has outputs`,
      got: `${classNames.length}`,
      remedy: `give the last dense layer ${classNames.length} units or choose other data`,
    });
  }
  const stranger = labels.find((label) => label >= model.classes);
  if (stranger !== undefined) {
    throw new TrainerError('data-mismatch', {
      where,
      expected: `labels in [0, ${model.classes})`,
      got: `${stranger}`,
      remedy: 'check how the labels were made',
    });
  }
}
