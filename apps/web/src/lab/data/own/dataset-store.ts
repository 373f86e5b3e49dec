/** @file The reader's own data sets that this browser keeps. */
import type { TrainTestDatasets } from '@manabi/datasets';
import { openDatabase, type DatasetCard } from '../../../storage/database.js';
import { FaultError } from '../../../training/fault.js';

/** The latest first. @throws FaultError `storage`. */
export async function listDatasets(): Promise<readonly DatasetCard[]> {
  const database = await openDatabase();
  const cards = await database.getAll('dataset-cards');
  return cards.sort((a, b) => b.savedAt - a.savedAt);
}

/**
 * Keeps a data set under a new id: a set never changes, so that whoever has its id has its bytes.
 *
 * @throws FaultError `storage`, or `storage-full` without room.
 */
export async function keepDataset(
  name: string,
  madeOf: DatasetCard['madeOf'],
  { train, test }: TrainTestDatasets,
): Promise<DatasetCard> {
  const card: DatasetCard = {
    ...{ id: newId(name), name, madeOf },
    ...{ inputShape: train.inputShape, classNames: train.classNames },
    ...{ trainSize: train.labels.length, testSize: test.labels.length, savedAt: Date.now() },
  };
  const database = await openDatabase();
  const transaction = database.transaction(['datasets', 'dataset-cards'], 'readwrite');
  try {
    await Promise.all([
      transaction.objectStore('datasets').put({ id: card.id, name, train, test }),
      transaction.objectStore('dataset-cards').put(card),
      transaction.done,
    ]);
  } catch (error) {
    const message = `data set "${name}": expected room to keep it, got ${String(error)}; delete some`;
    throw new FaultError({ code: 'storage-full', message });
  }
  return card;
}

/** @returns undefined when this browser does not have it. */
export async function readDataset(id: string): Promise<TrainTestDatasets | undefined> {
  const database = await openDatabase();
  return database.get('datasets', id);
}

export async function renameDataset(id: string, name: string): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction('dataset-cards', 'readwrite');
  const card = await transaction.store.get(id);
  if (card !== undefined) await transaction.store.put({ ...card, name });
  await transaction.done;
}

export async function deleteDataset(id: string): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction(['datasets', 'dataset-cards'], 'readwrite');
  await Promise.all([
    transaction.objectStore('datasets').delete(id),
    transaction.objectStore('dataset-cards').delete(id),
    transaction.done,
  ]);
}

/** Short and readable in an address: what is Latin of the name, and a few digits by chance. */
function newId(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ['own'];
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${words.join('-').slice(0, 20)}-${chance.toString(36).slice(-5)}`;
}
