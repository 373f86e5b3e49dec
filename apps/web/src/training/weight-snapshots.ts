import type { Weights } from '@manabi/models';

/** Weights of a run over time, within a cap of bytes. */
export interface WeightSnapshots {
  /** Epochs whose weights are kept, in order; 0 is the start. */
  readonly epochs: () => readonly number[];
  readonly read: (epoch: number) => Weights | undefined;
  readonly add: (epoch: number, weights: Weights) => void;
  readonly clear: () => void;
}

/**
 * Over the cap, every second one but the first and the last goes: what is left still lies evenly
 * over the run.
 */
export function weightSnapshots(capBytes = 96 * 2 ** 20): WeightSnapshots {
  const kept = new Map<number, Weights>();
  let bytes = 0;

  function drop(epoch: number) {
    bytes -= sizeBytes(kept.get(epoch)!);
    kept.delete(epoch);
  }

  return {
    epochs: () => [...kept.keys()],
    read: (epoch) => kept.get(epoch),
    add(epoch, weights) {
      if (kept.has(epoch)) return;
      kept.set(epoch, weights);
      bytes += sizeBytes(weights);
      while (bytes > capBytes && kept.size > 2) {
        const between = [...kept.keys()].slice(1, -1);
        between.filter((_, place) => place % 2 === 0).forEach(drop);
      }
    },
    clear() {
      kept.clear();
      bytes = 0;
    },
  };
}

function sizeBytes(weights: Weights): number {
  return Object.values(weights).reduce((sum, { byteLength }) => sum + byteLength, 0);
}
