/** @file What records and model files call data, and what this site calls it. */
import { datasetInfo, isDatasetName, type DatasetName } from '@manabi/datasets';
import type { RecordedData } from '@manabi/trainer';
import { openDatabase } from '../../storage/database.js';
import type { DataChoice } from '../../training/data-choice.js';
import { choiceOf } from '../../training/known-data.js';
import type { DataDescription } from '../../training/load-data.js';
import { fileName } from './file-name.js';

type DataSource = Pick<RecordedData, 'reference' | 'options'>;

/** How the command line finds the same data; the reader's own as the IDX files that the lab saves. */
export function referenceOf({ choice, name }: DataDescription): DataSource {
  switch (choice.kind) {
    case 'synthetic-digits': {
      const { trainSize, testSize } = choice;
      return { reference: choice.kind, options: { trainSize, testSize } };
    }
    case 'iris':
      return { reference: choice.kind, options: {} };
    case 'published':
      return { reference: choice.name, options: {} };
    case 'own':
      return { reference: `idx:./${fileName(name)}`, options: {} };
  }
}

/** What must be true of data that a network is to read. */
export interface WantedData {
  /** As records and models name it; undefined: they do not. */
  readonly reference: string | undefined;
  readonly inputShape: readonly number[];
  readonly classNames: readonly string[];
}

/** An id that no set has: the data is in another browser, or on a disk. */
const elsewhere: DataChoice = { kind: 'own', id: 'elsewhere' };

/**
 * The data of this site that is meant, as far as it can be told.
 *
 * @param options - of a record: how much of it was used.
 */
export async function findChoice(
  wanted: WantedData,
  options: RecordedData['options'] = {},
): Promise<DataChoice> {
  const { reference = '' } = wanted;
  if (isDatasetName(reference)) {
    return fits(reference, wanted) ? choiceWith(reference, options) : elsewhere;
  }
  const cards = await (await openDatabase()).getAll('dataset-cards');
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const card = cards.find(
    ({ inputShape, classNames }) =>
      same(inputShape, wanted.inputShape) && same(classNames, wanted.classNames),
  );
  return card === undefined ? elsewhere : { kind: 'own', id: card.id };
}

function fits(name: DatasetName, { inputShape, classNames }: WantedData): boolean {
  const known = datasetInfo(name);
  return (
    known.inputShape.join() === inputShape.join() &&
    known.classNames.en.length === classNames.length
  );
}

function choiceWith(name: DatasetName, options: RecordedData['options']): DataChoice {
  const usual = choiceOf(name);
  if (usual.kind !== 'synthetic-digits') return usual;
  const { trainSize = usual.trainSize, testSize = usual.testSize } = options;
  return { ...usual, trainSize, testSize };
}
