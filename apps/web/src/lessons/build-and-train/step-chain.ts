import { syntheticDigits, type Dataset } from '@manabi/datasets';
import { initializeModel, type Model } from '@manabi/models';
import { traceStep, type StepTrace } from '@manabi/trainer';
import { nextTask } from '../../lesson/next-task.js';
import { networkSpec, type NetworkParts } from './network.js';
import { batchCount, batchSize } from './state.js';

/** All that decides the steps. */
export interface ChainSettings extends Pick<NetworkParts, 'hidden' | 'activation'> {
  /** Which batch, from 1. */
  readonly batch: number;
  readonly learningRate: number;
}

/** Two steps from the same weights on: what happens, and what has come of it. */
export interface TracedPair {
  readonly step: number;
  readonly now: StepTrace;
  /** The same batch once more, with the weights that the step has changed. */
  readonly again: StepTrace;
  /** Mean loss before each step so far, and after the present one. */
  readonly losses: readonly number[];
}

let digits: Dataset | undefined;

/** The batches' digits; drawn once. */
export function batchDigits(): Dataset {
  digits ??= syntheticDigits({ trainSize: batchCount * batchSize, testSize: 0, seed: 1 }).train;
  return digits;
}

/** [batchSize], examples of the batch. */
export function batchIndices(batch: number): Uint32Array {
  return Uint32Array.from({ length: batchSize }, (_, row) => (batch - 1) * batchSize + row);
}

/**
 * Training steps in a row on one batch by gradient descent, traced on the page's own thread: a step
 * takes some ten milliseconds, and between two of them the page has its turn.
 */
export class StepChain {
  #key = '';
  /** Before each step that was done. */
  #models: Model[] = [];
  #losses: number[] = [];
  #request = 0;

  /**
   * @param step - how many steps lie before the one to trace.
   * @returns undefined where another step was asked for meanwhile.
   */
  async trace(settings: ChainSettings, step: number): Promise<TracedPair | undefined> {
    const request = ++this.#request;
    await nextTask();
    if (request !== this.#request) return undefined;
    const key = JSON.stringify(settings);
    if (key !== this.#key) {
      const { hidden, activation } = settings;
      this.#key = key;
      this.#models = [initializeModel(networkSpec({ hidden, activation }), { seed: 1 })];
      this.#losses = [];
    }
    while (this.#models.length <= step) {
      const { loss, next } = traceBatch(this.#models.at(-1)!, settings);
      this.#losses[this.#models.length - 1] = loss;
      this.#models.push(next.model);
      await nextTask();
      if (request !== this.#request) return undefined;
    }
    const now = traceBatch(this.#models[step]!, settings);
    await nextTask();
    if (request !== this.#request) return undefined;
    const again = traceBatch(now.next.model, settings);
    const losses = [...this.#losses.slice(0, step), now.loss, again.loss];
    return { step, now, again, losses };
  }
}

function traceBatch(model: Model, { batch, learningRate }: ChainSettings): StepTrace {
  const optimizer = { type: 'sgd', learningRate } as const;
  return traceStep(model, batchDigits(), batchIndices(batch), { optimizer });
}
