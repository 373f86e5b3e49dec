import type { Fingerprint, PublishedFile } from '../catalogue/dataset-info.js';
import { DatasetError } from '../dataset-error.js';
import { type Bytes, type Gunzip, isGzip } from './gzip.js';
import { sha256 } from './sha256.js';

/** A file of a published set after its check. */
export interface CheckedFile {
  /** The uncompressed IDX file. */
  readonly content: Bytes;
  /** False where only the size could be checked, because no checksum fits this form of the file. */
  readonly verified: boolean;
}

/**
 * Checks a file of a published set, gzipped or plain, against its size and SHA-256.
 *
 * @param where - names the file in errors.
 * @throws DatasetError `corrupt` when anything differs.
 */
export async function checkFile(
  bytes: Bytes,
  file: PublishedFile,
  gunzip: Gunzip,
  where: string,
): Promise<CheckedFile> {
  const packed = isGzip(bytes);
  const content = packed ? await gunzip(bytes, file.content.sizeBytes, where) : bytes;
  if (content.length !== file.content.sizeBytes) {
    throw wrongBytes(where, `${file.content.sizeBytes} bytes`, `${content.length} bytes`);
  }
  if (file.content.sha256 !== null) {
    await requireHash(content, file.content, where);
    return { content, verified: true };
  }
  if (packed && file.gzip.sha256 === (await sha256(bytes))) return { content, verified: true };
  return { content, verified: false };
}

/** {@link checkFile} for bytes from the network or the cache, which must be verified. */
export async function checkPublishedBytes(
  bytes: Bytes,
  file: PublishedFile,
  gunzip: Gunzip,
  where: string,
): Promise<Bytes> {
  const { content, verified } = await checkFile(bytes, file, gunzip, where);
  if (verified) return content;
  if (!isGzip(bytes)) {
    throw new DatasetError('corrupt', {
      where,
      expected: 'the gzip file, since only its checksum is published',
      got: 'the file inside it',
      path: where,
      remedy: 'let the server send .gz files as they are, without Content-Encoding',
    });
  }
  await requireHash(bytes, file.gzip, where);
  return content;
}

async function requireHash(bytes: Bytes, expected: Fingerprint, where: string): Promise<void> {
  const got = await sha256(bytes);
  if (got !== expected.sha256) {
    throw wrongBytes(where, `SHA-256 ${expected.sha256 ?? 'unknown'}`, got);
  }
}

function wrongBytes(where: string, expected: string, got: string): DatasetError {
  return new DatasetError('corrupt', {
    where,
    expected,
    got,
    path: where,
    remedy: 'the file is damaged or is another version; get a fresh copy',
  });
}
