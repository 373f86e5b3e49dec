/** @file What records and model files call data, and what this site calls it. */
import { datasetInfo, isDatasetName, type DatasetName } from '@manabi/datasets';
import type { RecordedData } from '@manabi/trainer';
import { openDatabase } from '../../storage/database.js';
import type { DataChoice } from '../../training/data-choice.js';
import { choiceOf } from '../../training/known-data.js';
import { hashData, readAs, type DataDescription } from '../../training/load-data.js';
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

/** The same of a model's data; what was opened goes on being called as it was. */
export function datasetOf(data: DataDescription): string | undefined {
  const { reference } = data;
  return reference === undefined ? referenceOf(data).reference : (reference ?? undefined);
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
 * @param recorded - of a record: how much of it was used, and its hashes, without which no data of
 *   the reader's own can be told from another set of the same form.
 */
export async function findChoice(
  wanted: WantedData,
  recorded: RecordedData | undefined,
): Promise<DataChoice> {
  const { reference = '' } = wanted;
  if (isDatasetName(reference)) {
    return fits(reference, wanted) ? choiceWith(reference, recorded?.options) : elsewhere;
  }
  return (recorded && (await findOwn(recorded))) ?? elsewhere;
}

/** The set that a record is of, byte for byte, read as the record says. */
async function findOwn(recorded: RecordedData): Promise<DataChoice | undefined> {
  const { train, test, normalization } = recorded;
  const database = await openDatabase();
  for (const { id, trainSize, testSize } of await database.getAll('dataset-cards')) {
    if (trainSize !== train.examples || testSize !== test.examples) continue;
    const stored = await database.get('datasets', id);
    if (stored === undefined) continue;
    const hash = await hashData(readAs(stored, normalization));
    if (hash.train === train.sha256 && hash.test === test.sha256) return { kind: 'own', id };
  }
  return undefined;
}

function fits(name: DatasetName, { inputShape, classNames }: WantedData): boolean {
  const known = datasetInfo(name);
  return (
    known.inputShape.join() === inputShape.join() &&
    known.classNames.en.length === classNames.length
  );
}

function choiceWith(name: DatasetName, options: RecordedData['options'] = {}): DataChoice {
  const usual = choiceOf(name);
  if (usual.kind !== 'synthetic-digits') return usual;
  const { trainSize = usual.trainSize, testSize = usual.testSize } = options;
  return { ...usual, trainSize, testSize };
}
