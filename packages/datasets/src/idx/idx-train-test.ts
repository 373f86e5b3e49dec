import type { Dataset, TrainTestDatasets } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';
import { type NamedBytes, idxDataset } from './idx-dataset.js';
import { type IdxRole, idxRoles, usualFileName } from './idx-file-names.js';

/** How to reach the four files of one set. */
export interface IdxTrainTestSource {
  readonly name: string;
  /** Where the files are, for errors. */
  readonly where: string;
  /** The unpacked file for a role, or undefined when there is none. */
  readonly read: (role: IdxRole) => Promise<NamedBytes | undefined>;
  /** Default: "0" to the largest label. */
  readonly classNames?: readonly string[] | undefined;
}

/**
 * Joins four IDX files into a set.
 *
 * @throws DatasetError `not-found` when one of the four is missing, `corrupt` when one is damaged or
 * the parts do not belong together.
 */
export async function idxTrainTest(source: IdxTrainTestSource): Promise<TrainTestDatasets> {
  const files = await Promise.all(idxRoles.map(source.read));
  const missing = idxRoles.filter((_, k) => files[k] === undefined);
  if (missing.length > 0) {
    throw new DatasetError('not-found', {
      where: source.where,
      expected: `the IDX files ${idxRoles.map(usualFileName).join(', ')}, gzipped or plain`,
      got: `none for ${missing.map(({ part, holds }) => `${part} ${holds}`).join(', ')}`,
      path: source.where,
    });
  }
  const [trainImages, trainLabels, testImages, testLabels] = files as NamedBytes[];
  const shared = {
    name: source.name,
    ...(source.classNames !== undefined && { classNames: source.classNames }),
  };
  const train = idxDataset({ ...shared, images: trainImages!, labels: trainLabels! });
  const test = idxDataset({ ...shared, images: testImages!, labels: testLabels! });
  requireEqualShapes(train, test, source.where);
  // One part may lack the last classes.
  const { classNames } = train.classNames.length >= test.classNames.length ? train : test;
  return { train: { ...train, classNames }, test: { ...test, classNames } };
}

function requireEqualShapes(train: Dataset, test: Dataset, where: string): void {
  if (train.inputShape.join() === test.inputShape.join()) return;
  throw new DatasetError('corrupt', {
    where,
    expected: `test images of shape [${train.inputShape.join(', ')}] as in training`,
    got: `[${test.inputShape.join(', ')}]`,
    path: where,
  });
}
