import { promisify } from 'node:util';
import { gunzip as gunzipWithCallback } from 'node:zlib';
import { type Bytes, type Gunzip, damagedGzip, tooMuchOutput } from '../published/gzip.js';
import { plainBytes } from './read-bytes.js';

const gunzipAsync = promisify(gunzipWithCallback);

/** {@link Gunzip} on zlib's thread pool, so that several files unpack at once. */
export const gunzip: Gunzip = async (bytes, maxBytes, where) => {
  try {
    // One piece of the size that the trailer states saves joining thousands of small ones.
    const chunkSize = Math.max(64, Math.min(statedLength(bytes) + 1, maxBytes + 1));
    return plainBytes(await gunzipAsync(bytes, { maxOutputLength: maxBytes, chunkSize }));
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? tooMuchOutput(where, maxBytes, error) : damagedGzip(where, error);
  }
};

/** Length modulo 2^32 from the trailer (RFC 1952, section 2.3.1); a hint that may lie. */
function statedLength(bytes: Bytes): number {
  if (bytes.length < 18) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
}
