import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Model } from '../model-spec.js';
import { elementCount } from '../shape/element-count.js';
import { readFloat32 } from './float32-bytes.js';
import { ModelFileError } from './model-file-error.js';
import { readModelJson, type ModelManifest } from './model-json.js';
import type { ModelMetadata } from './model-metadata.js';

/** A model with what its files say about its training data. */
export interface DecodedModel {
  readonly model: Model;
  readonly metadata: ModelMetadata;
}

/**
 * Reads the two files of a model. They may come from anyone: everything is checked before weights
 * are allocated, and a file that is damaged or made up gives an error and nothing else.
 *
 * @param json - contents of `model.json`.
 * @param weights - contents of `weights.bin`; copied.
 * @throws ModelFileError
 */
export function decodeModel(json: string, weights: Uint8Array): DecodedModel {
  const manifest = readModelJson(json, 'model.json');
  checkWeightBytes(manifest, weights, 'weights.bin');
  return modelFrom(manifest, weights);
}

/** Makes sure that bytes are those that the manifest names, else throws ModelFileError. */
export function checkWeightBytes(manifest: ModelManifest, bytes: Uint8Array, file: string): void {
  if (bytes.length !== manifest.byteLength) {
    const text = `expects ${manifest.byteLength} bytes, got ${bytes.length}; it is cut off or of another model, copy it again`;
    throw new ModelFileError('wrongLength', { file }, text);
  }
  const found = bytesToHex(sha256(bytes));
  if (found !== manifest.sha256) {
    const text = `expects the bytes with SHA-256 ${manifest.sha256}, got ${found}; it is damaged or of another model, copy it again`;
    throw new ModelFileError('wrongChecksum', { file }, text);
  }
}

/** The model in bytes that {@link checkWeightBytes} accepted. */
export function modelFrom(manifest: ModelManifest, bytes: Uint8Array): DecodedModel {
  const weights = manifest.layout.map(({ name, shape, byteOffset }) => [
    name,
    readFloat32(bytes, byteOffset, elementCount(shape)),
  ]);
  return {
    model: { spec: manifest.model.spec, weights: Object.fromEntries(weights) as Model['weights'] },
    metadata: manifest.metadata,
  };
}
