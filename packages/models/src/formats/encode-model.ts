/**
 * @file The model's own file format: `model.json` (specification, list of weights, metadata) and
 * `weights.bin` (all weights, one after the other).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { checkWeights } from '../check-weights.js';
import { ModelArgumentError } from '../model-argument-error.js';
import type { Model } from '../model-spec.js';
import { resolveModel } from '../shape/resolve-model.js';
import { writeFloat32 } from './float32-bytes.js';
import { formatName, formatVersion } from './model-json.js';
import { readMetadata, type ModelMetadata } from './model-metadata.js';
import { layoutByteLength, weightLayout } from './weight-layout.js';

/** The two files of a model. */
export interface EncodedModel {
  /** Contents of `model.json`. */
  readonly json: string;
  /** Contents of `weights.bin`. */
  readonly weights: Uint8Array;
}

/**
 * A model as two files. {@link decodeModel} gives back the same bits.
 *
 * @param metadata - what prediction and evaluation need to know of the training data.
 * @throws ModelSpecError, or ModelArgumentError when weights or metadata are not the model's.
 *
 * @example
 * ```ts
 * const model = initializeModel(mlp({ inputShape: [4], classes: 3 }), { seed: 1 });
 * const { json, weights } = encodeModel(model, { dataset: 'iris' });
 * decodeModel(json, weights).metadata.dataset; // 'iris'
 * ```
 */
export function encodeModel(model: Model, metadata: ModelMetadata = {}): EncodedModel {
  const resolved = resolveModel(model.spec);
  checkWeights(resolved, model.weights);
  const checked = readMetadata(resolved, metadata);
  if (!checked.ok) {
    throw new ModelArgumentError('metadata', `metadata: ${checked.path} ${checked.text}`);
  }
  const tensors = weightLayout(resolved);
  const weights = new Uint8Array(layoutByteLength(tensors));
  for (const { name, byteOffset } of tensors) {
    writeFloat32(model.weights[name]!, weights, byteOffset);
  }
  const json = {
    format: formatName,
    version: formatVersion,
    spec: resolved.spec,
    weights: { byteLength: weights.length, sha256: bytesToHex(sha256(weights)), tensors },
    metadata: checked.value,
  };
  return { json: `${JSON.stringify(json, null, 2)}\n`, weights };
}
