import type { EngineName } from '../events.js';

/** What a model says of an example: its last layer's numbers before softmax, or after. */
export type InferenceOutput = 'logits' | 'probabilities';

/** Computes a model's outputs. It owns what it needs for it; whoever made it disposes it. */
export interface InferenceEngine extends Disposable {
  readonly name: EngineName;
  /** What computes: `webgpu`, `wasm` or `cpu`. */
  readonly backend: string;
  /** Threads that compute, on the host. */
  readonly threads: number;
  /**
   * @param indices - [b], examples of the data; at most the batch size.
   * @returns [b, classes] row-major.
   */
  run(indices: Uint32Array): Promise<Float32Array>;
}
