/** @file What the buffers of a lowered model are called. Weights keep the model's names. */

/** [batch, ...inputShape], the batch as the first layer reads it. */
export const inputsBuffer = 'inputs';

/** [batch] int32. */
export const labelsBuffer = 'labels';

/** [3] float64: examples, sum of losses, right answers. */
export const totalsBuffer = 'totals';

/** [batch, classes], what `predict` leaves. */
export const probabilitiesBuffer = 'probabilities';

/** [blocks] float64: sums of squares of parts of the gradients, for their norm. */
export const normPartialsBuffer = 'squares of gradients';

/** What a layer gives. */
export function outputOf(layer: string): string {
  return `${layer}/output`;
}

/** A layer's weighted sums, before its activation function. */
export function sumsOf(layer: string): string {
  return `${layer}/sums`;
}

/** The loss's gradient with respect to a buffer. */
export function gradientOf(buffer: string): string {
  return `gradient of ${buffer}`;
}

/** What an optimiser remembers of a parameter, as in `OptimizerState`. */
export function slotOf(slot: string, parameter: string): string {
  return `${slot}/${parameter}`;
}
