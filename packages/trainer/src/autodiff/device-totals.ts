import {
  add,
  argMax,
  cast,
  equal,
  mul,
  sum,
  tidy,
  type Tensor,
  type TensorContainerObject,
} from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Totals } from '../engine/engine.js';
import { readTensors } from './read-tensors.js';

/** Sums of a log interval that stay on the device until it ends. */
export interface DeviceTotals extends TensorContainerObject {
  readonly samples: number;
  /** Scalar float32, in nats. */
  readonly loss: Tensor;
  /** Scalar float32, a whole number: exact up to 2^24 examples. */
  readonly correct: Tensor;
}

/**
 * Totals with one more batch; nothing given is disposed.
 *
 * @param totals - null before the first batch.
 * @param batch - mean loss (scalar), logits [batch, classes] and labels [batch] int32.
 */
export function addBatch(
  totals: DeviceTotals | null,
  batch: { readonly loss: Tensor; readonly logits: Tensor2D; readonly labels: Tensor1D },
): DeviceTotals {
  return tidy(() => {
    const { logits, labels } = batch;
    const samples = logits.shape[0];
    // The mean weighs a short last batch too much: sums add up to the mean over all examples.
    const loss = mul(batch.loss, samples);
    const correct = sum(cast(equal(argMax(logits, 1), labels), 'float32'));
    return totals === null
      ? { samples, loss, correct }
      : {
          samples: totals.samples + samples,
          loss: add(totals.loss, loss),
          correct: add(totals.correct, correct),
        };
  });
}

/** @param totals - stay on the device; null: nothing was added up. */
export async function readTotals(totals: DeviceTotals | null): Promise<Totals> {
  if (totals === null) return { samples: 0, loss: 0, correct: 0 };
  const { samples, loss, correct } = totals;
  const sums = await readTensors({ loss, correct });
  return { samples, loss: sums.loss![0]!, correct: sums.correct![0]! };
}
