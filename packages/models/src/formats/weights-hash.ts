import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Model } from '../model-spec.js';
import { encodeModel } from './encode-model.js';

/**
 * SHA-256 of a model's weights as `weights.bin` holds them: float32 little-endian, in the order of
 * the layers. Two models of one specification with equal hashes are equal to the last bit.
 *
 * @returns 64 hexadecimal digits.
 * @throws ModelSpecError, or ModelArgumentError when the weights are not the model's.
 */
export function weightsHash(model: Model): string {
  return bytesToHex(sha256(encodeModel(model).weights));
}
