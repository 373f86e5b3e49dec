import type { PlanExamples } from '../plan/plan-executor.js';

/**
 * Copies the named examples into the batch and normalises them: `x * scale[k] - offset[k]`, k being
 * the index in the last axis.
 *
 * @param indices - [rows], which examples.
 * @param length - numbers in one example.
 * @param inputs - [rows, length], receives the numbers.
 * @param labels - [rows], receives the labels.
 */
export function gather(
  examples: PlanExamples,
  indices: Uint32Array,
  length: number,
  inputs: Float32Array,
  labels: Int32Array,
): void {
  const { scale, offset } = examples;
  const channels = scale.length;
  indices.forEach((index, row) => {
    labels[row] = examples.labels[index]!;
    const from = index * length;
    const to = row * length;
    for (let i = 0; i < length; i += channels) {
      for (let k = 0; k < channels; k++) {
        inputs[to + i + k] = examples.inputs[from + i + k]! * scale[k]! - offset[k]!;
      }
    }
  });
}
