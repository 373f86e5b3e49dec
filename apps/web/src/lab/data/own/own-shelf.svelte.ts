import type { TrainTestDatasets } from '@manabi/datasets';
import type { DatasetCard } from '../../../storage/database.js';
import {
  deleteDataset,
  keepDataset,
  listDatasets,
  readDataset,
  renameDataset,
} from './dataset-store.js';
import { DrawingDraft } from './drawing-draft.svelte.js';

/** The reader's own data sets, as all panes see them. */
class OwnShelf {
  /** The latest first; undefined until they were read. */
  cards: readonly DatasetCard[] | undefined = $state.raw();
  /** Whether this browser keeps nothing. */
  refused = $state(false);
  /** Drawings that are being made. */
  readonly draft = new DrawingDraft();

  find(id: string): DatasetCard | undefined {
    return this.cards?.find((card) => card.id === id);
  }

  async refresh(): Promise<void> {
    await this.#carryOut(() => Promise.resolve());
  }

  /** @returns the card of what was kept; undefined where nothing is kept. */
  async keep(
    name: string,
    madeOf: DatasetCard['madeOf'],
    data: TrainTestDatasets,
  ): Promise<DatasetCard | undefined> {
    return this.#carryOut(() => keepDataset(name, madeOf, data));
  }

  /** @returns undefined where it is gone or nothing is kept; the cards tell which. */
  async read(id: string): Promise<TrainTestDatasets | undefined> {
    return this.#carryOut(() => readDataset(id));
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#carryOut(() => renameDataset(id, name));
  }

  async delete(id: string): Promise<void> {
    await this.#carryOut(() => deleteDataset(id));
  }

  async #carryOut<T>(change: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await change();
      this.cards = await listDatasets();
      this.refused = false;
      return result;
    } catch {
      this.refused = true;
      this.cards ??= [];
      return undefined;
    }
  }
}

export const ownShelf = new OwnShelf();
