import type { Bytes } from './gzip.js';

/**
 * SHA-256 in lower-case hexadecimal: by the platform's Web Crypto, or in JavaScript on pages on
 * plain http, which have none.
 */
export async function sha256(bytes: Bytes): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  return hexadecimal(
    subtle === undefined
      ? (await import('@noble/hashes/sha2.js')).sha256(bytes)
      : new Uint8Array(await subtle.digest('SHA-256', bytes)),
  );
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
