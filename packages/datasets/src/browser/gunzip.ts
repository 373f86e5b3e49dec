import { concatenate } from '../bytes/concatenate.js';
import { type Gunzip, damagedGzip, tooMuchOutput } from '../published/gzip.js';

/** {@link Gunzip} on the platform's `DecompressionStream`, counting what comes out. */
export const gunzip: Gunzip = async (bytes, maxBytes, where) => {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > maxBytes) break;
      chunks.push(value);
    }
  } catch (error) {
    throw damagedGzip(where, error);
  }
  if (length > maxBytes) {
    await reader.cancel();
    throw tooMuchOutput(where, maxBytes);
  }
  return concatenate(chunks);
};
