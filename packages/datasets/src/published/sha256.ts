import { sha256 as sha256InScript } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Bytes } from './gzip.js';

/**
 * SHA-256 in lower-case hexadecimal: by the platform's Web Crypto, or in JavaScript on pages on
 * plain http, which have none.
 */
export async function sha256(bytes: Bytes): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return bytesToHex(sha256InScript(bytes));
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}
