import { datasetSize } from '@manabi/datasets';
import type { EpochRecord } from '@manabi/viz';
import { judge, stepsPerEpoch, type NetworkState, type RunPlan } from './network-run.js';

/** Examples of the test part that an epoch is judged by, at most; all of Iris. */
export const judged = 100;

/** Adds up the steps of a run to the figures of its epochs, as a run's history has them. */
export class EpochFigures {
  readonly #plan: RunPlan;
  readonly #perEpoch: number;
  #samples = 0;
  #loss = 0;
  #right = 0;
  #epochs: readonly EpochRecord[] = [];

  constructor(plan: RunPlan) {
    this.#plan = plan;
    this.#perEpoch = stepsPerEpoch(plan);
  }

  /** Of every complete epoch; a new list with each. */
  get epochs(): readonly EpochRecord[] {
    return this.#epochs;
  }

  /** Goes back to the end of an epoch, as if nothing had come after it. */
  cutTo(epochs: number): void {
    this.#epochs = this.#epochs.slice(0, epochs);
    this.#samples = this.#loss = this.#right = 0;
  }

  /** Takes a step in; the last of an epoch completes its figures. */
  add({ last, steps, model }: NetworkState): void {
    if (last === undefined) return;
    const { losses, labels, predicted } = last.trace;
    losses.forEach((loss, row) => {
      this.#loss += loss;
      if (predicted[row] === labels[row]) this.#right++;
    });
    this.#samples += losses.length;
    if (steps % this.#perEpoch !== 0) return;
    const { test } = this.#plan.data;
    const shown = Math.min(judged, datasetSize(test));
    const { loss, accuracy } = judge(
      model,
      test,
      Uint32Array.from({ length: shown }, (_, i) => i),
    );
    this.#epochs = [
      ...this.#epochs,
      {
        epoch: steps / this.#perEpoch,
        loss: this.#loss / this.#samples,
        accuracy: this.#right / this.#samples,
        valLoss: loss,
        valAccuracy: accuracy,
      },
    ];
    this.#samples = this.#loss = this.#right = 0;
  }
}
