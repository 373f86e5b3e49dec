import type { EpochEndEvent } from '../events.js';
import type { Callback } from './callback.js';

/** A callback that remembers the epochs of its latest run. */
export interface History extends Callback {
  readonly epochs: readonly EpochEndEvent[];
}

/** Collects the `epochEnd` events of a run, oldest first. */
export function history(): History {
  const epochs: EpochEndEvent[] = [];
  const callback: Callback = (event) => {
    if (event.type === 'runStart') epochs.splice(0, Infinity, ...(event.resumed?.history ?? []));
    if (event.type === 'epochEnd') epochs.push(event);
  };
  return Object.assign(callback, { epochs });
}
