import type { Model, ResolvedLayer } from '@manabi/models';
import type { OptimizerState } from '../engine/engine.js';

/**
 * One training step with every number that it computed. All arrays are row-major and belong to the
 * caller; arrays of one shape that a step does not change may be the same object.
 */
export interface StepTrace {
  /** [rows], what each example is. */
  readonly labels: Int32Array;
  /** [rows], the class of the highest logit; the first of equals. */
  readonly predicted: Int32Array;
  /** From the first to the last. */
  readonly layers: readonly TracedLayer[];
  /** [rows, classes], what the last layer gives, unnormalised. */
  readonly logits: Float32Array;
  /** [rows, classes], softmax of the logits. */
  readonly probabilities: Float32Array;
  /** [rows], cross-entropy of each example, in nats. */
  readonly losses: Float64Array;
  /** Mean of the losses before the weights changed, as `fit` reports it. */
  readonly loss: number;
  /** [rows, classes], of the mean loss: `(probability - truth) / rows`. */
  readonly logitsGradient: Float32Array;
  /** By name, such as `dense1/kernel`, in the order of the layers. */
  readonly weights: Readonly<Record<string, TracedWeight>>;
  /** Factor of the update, as the optimiser uses it. */
  readonly learningRate: number;
  /** The model and the optimiser's state after the step: what the next one starts from. */
  readonly next: { readonly model: Model; readonly optimizerState: OptimizerState };
}

/** What went through a layer, forwards and backwards. Gradients are those of the mean loss. */
export interface TracedLayer {
  readonly layer: ResolvedLayer;
  /** [rows, ...inputShape]; of the first layer, the normalised examples. */
  readonly input: Float32Array;
  /**
   * [rows, ...outputShape], the weighted sums with their bias, before the activation function; null
   * for a layer that has no weights.
   */
  readonly preActivation: Float32Array | null;
  /** [rows, ...outputShape]; of a softmax layer the logits, as softmax is part of the loss. */
  readonly output: Float32Array;
  /** [rows, ...outputShape]; null before the first layer that learns, where nothing needs it. */
  readonly outputGradient: Float32Array | null;
  /** [rows, ...outputShape], like `preActivation`. */
  readonly preActivationGradient: Float32Array | null;
  /** [rows, ...inputShape]; null where no layer before this one learns. */
  readonly inputGradient: Float32Array | null;
}

/** A weight before and after the step; all arrays have its shape. */
export interface TracedWeight {
  /** Of a dense kernel [in, out], of a filter [height, width, in, out], of a bias [out]. */
  readonly shape: readonly number[];
  readonly before: Float32Array;
  /** Of the mean loss, as the optimiser used it: after clipping, where gradients are clipped. */
  readonly gradient: Float32Array;
  /** `after - before`, rounded to float32. */
  readonly change: Float32Array;
  readonly after: Float32Array;
}
