/** @file The moments of the network that the page itself trains, to be judged and set side by side. */
import { datasetSize, type Dataset } from '@manabi/datasets';
import { resolveModel, type Weights } from '@manabi/models';
import type { MomentSource } from '../../through-time/moments.svelte.js';
import { look, type NetworkState } from './network-run.js';

/** Examples that are judged at once. */
const slice = 50;
/** How long the page's thread may be busy with judging before the page has its turn again. */
const sliceMs = 8;

export interface PageMoments extends Required<MomentSource> {
  /** Says which network a moment has: equal for the same one. */
  readonly keyOf: (epoch: number) => string;
}

/**
 * @param networkAt - the network of a moment; undefined where it is not kept.
 * @param test - what it is judged by.
 */
export function pageMoments(
  networkAt: (epoch: number) => NetworkState | undefined,
  test: Dataset,
): PageMoments {
  const keys = new WeakMap<Weights, string>();
  let given = 0;

  function modelAt(epoch: number) {
    const network = networkAt(epoch);
    if (network === undefined) throw new Error(`moment: expected one that is kept, got ${epoch}`);
    return network.model;
  }

  return {
    keyOf(epoch) {
      const weights = networkAt(epoch)?.model.weights;
      if (weights === undefined) return '';
      const key = keys.get(weights) ?? String(++given);
      keys.set(weights, key);
      return key;
    },
    async judge(epoch) {
      const model = modelAt(epoch);
      const size = datasetSize(test);
      const counts = test.classNames.map(() => test.classNames.map(() => 0));
      let sum = 0;
      let until = performance.now() + sliceMs;
      for (let start = 0; start < size; start += slice) {
        const indices = Array.from({ length: Math.min(slice, size - start) }, (_, i) => start + i);
        const { labels, predicted, losses } = look(model, test, Uint32Array.from(indices));
        labels.forEach((label, row) => counts[label]![predicted[row]!]!++);
        sum += losses.reduce((total, loss) => total + loss, 0);
        if (performance.now() < until) continue;
        await new Promise((resolve) => setTimeout(resolve));
        until = performance.now() + sliceMs;
      }
      const right = counts.reduce((total, row, label) => total + row[label]!, 0);
      return { accuracy: right / size, loss: sum / size, confusionMatrix: counts };
    },
    network(epoch) {
      const { spec, weights } = modelAt(epoch);
      return Promise.resolve({
        network: { resolved: resolveModel(spec), weights },
        maps: undefined,
      });
    },
  };
}
