/** @file What is kept of a run over time: a bounded number of moments, spread over all of it. */
import type { Weights } from '@manabi/models';

/** States of a run by epoch: 0 is the start, a fraction lies within an epoch. */
export interface Snapshots<T> {
  /** Those that are kept, in order; the first and the latest always are. */
  readonly epochs: () => readonly number[];
  readonly read: (epoch: number) => T | undefined;
  /** @param epoch - beyond those that are kept. */
  readonly add: (epoch: number, state: T) => void;
  /** Forgets what came after a moment that the run goes on from again. */
  readonly dropAfter: (epoch: number) => void;
}

/** How many moments of a run are kept, unless they are too large. */
const usualMost = 64;
/** Bytes of all moments of a run together. */
const usualCapBytes = 64 * 2 ** 20;

/** How many moments of one size are kept at most. */
export function mostKept(sizeBytes: number): number {
  return Math.max(2, Math.min(usualMost, Math.floor(usualCapBytes / sizeBytes)));
}

export interface SnapshotBounds<T> {
  /** How many are kept. Default 64. */
  readonly most?: number;
  /** Bytes of all of them together; the first and the latest are kept even so. Default 64 MiB. */
  readonly capBytes?: number;
  readonly sizeBytes?: (state: T) => number;
}

/**
 * Over its bounds, the snapshot goes whose neighbours lie closest together, those within an epoch
 * first. So what is left lies evenly over the run, within a factor of two, and depends only on what
 * is kept: a run that was stored and opened again keeps what it would have kept without that.
 */
export function snapshotsOf<T>({
  most = usualMost,
  capBytes = usualCapBytes,
  sizeBytes = () => 0,
}: SnapshotBounds<T> = {}): Snapshots<T> {
  const kept = new Map<number, T>();
  let bytes = 0;

  function drop(epoch: number) {
    bytes -= sizeBytes(kept.get(epoch)!);
    kept.delete(epoch);
  }

  return {
    epochs: () => [...kept.keys()],
    read: (epoch) => kept.get(epoch),
    add(epoch, state) {
      if (kept.has(epoch)) return;
      kept.set(epoch, state);
      bytes += sizeBytes(state);
      while ((kept.size > most || bytes > capBytes) && kept.size > 2) {
        drop(leastMissed([...kept.keys()]));
      }
    },
    dropAfter(last) {
      [...kept.keys()].filter((epoch) => epoch > last).forEach(drop);
    },
  };
}

/** Of at least three epochs in order, the one between the ends that leaves the smallest gap. */
function leastMissed(epochs: readonly number[]): number {
  const places = epochs
    .slice(1, -1)
    .map((epoch, i) => ({ epoch, gap: epochs[i + 2]! - epochs[i]! }));
  const within = places.filter(({ epoch }) => !Number.isInteger(epoch));
  const offered = within.length > 0 ? within : places;
  return offered.reduce((least, place) => (place.gap < least.gap ? place : least)).epoch;
}

export function weightsBytes(weights: Weights): number {
  return Object.values(weights).reduce((sum, { byteLength }) => sum + byteLength, 0);
}
