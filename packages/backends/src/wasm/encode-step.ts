import type { PlanStep } from '../plan/plan-executor.js';

/** Where the examples of a step lie in memory. */
export interface ResidentExamples {
  readonly inputs: number;
  readonly inputsAreBytes: boolean;
  readonly labels: number;
  /** [channels] float32 factors, then as many offsets. */
  readonly scale: number;
  readonly channels: number;
}

/** Bytes of an encoded step. */
export const stepBytes = 40;

/**
 * Writes what changes from run to run, as `assembly/step.ts` reads it.
 *
 * @param at - byte address in `memory`, a multiple of 4.
 * @param indices - address of the batch's indices.
 */
export function encodeStep(
  memory: ArrayBufferLike,
  at: number,
  step: PlanStep,
  indices: number,
  examples: ResidentExamples | undefined,
): void {
  const integers = new Int32Array(memory, at, stepBytes / 4);
  const floats = new Float32Array(memory, at, stepBytes / 4);
  integers[0] = step.rows;
  floats[1] = step.learningRate ?? 0;
  integers[2] = step.step ?? 0;
  integers[3] = step.seed ?? 0;
  if (examples === undefined) return;
  integers[4] = indices;
  integers[5] = examples.inputs;
  integers[6] = Number(examples.inputsAreBytes);
  integers[7] = examples.labels;
  integers[8] = examples.scale;
  integers[9] = examples.channels;
}
