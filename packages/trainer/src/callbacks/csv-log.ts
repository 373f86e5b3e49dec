import type { EpochEndEvent } from '../events.js';
import type { Callback } from './callback.js';

/** Columns in order: a name for the first line, and what stands under it. */
const columns = [
  'epoch',
  'loss',
  'accuracy',
  'valLoss',
  'valAccuracy',
  'learningRate',
  'durationMs',
  'trainDurationMs',
] as const satisfies readonly (keyof EpochEndEvent)[];

/** The first line of a {@link csvLog}, line break included. */
export const csvLogHeader = `${columns.join(',')}\n`;

/**
 * A callback that writes a row of comma-separated values (RFC 4180, with `\n`) after each epoch, under
 * {@link csvLogHeader}, a resumed run's earlier epochs first. Without validation its two columns are
 * empty.
 *
 * @param write - takes a whole row, line break included.
 */
export function csvLog(write: (row: string) => void | Promise<void>): Callback {
  return async (event) => {
    if (event.type === 'runStart') {
      for (const epoch of event.resumed?.history ?? []) await write(rowOf(epoch));
    }
    if (event.type === 'epochEnd') await write(rowOf(event));
  };
}

function rowOf(epoch: EpochEndEvent): string {
  return `${columns.map((name) => String(epoch[name] ?? '')).join(',')}\n`;
}
