import type { Dataset } from './dataset.js';
import { type Bytes } from './published/gzip.js';
import { sha256 } from './published/sha256.js';

/**
 * SHA-256 over what a network sees of a data set: shape, normalisation and class names as JSON, a
 * zero byte, the labels, the inputs. Two sets with equal hashes train equal networks; a run record
 * keeps it.
 *
 * @returns Lower-case hexadecimal.
 */
export async function datasetHash(dataset: Dataset): Promise<string> {
  const { inputs, inputShape, labels, normalization, classNames } = dataset;
  const header = new TextEncoder().encode(
    `${JSON.stringify({ inputShape, normalization, classNames })}\0`,
  );
  const data = new Uint8Array(inputs.buffer, inputs.byteOffset, inputs.byteLength);
  const bytes: Bytes = new Uint8Array(header.length + labels.length + data.length);
  bytes.set(header);
  bytes.set(labels, header.length);
  bytes.set(data, header.length + labels.length);
  return sha256(bytes);
}
