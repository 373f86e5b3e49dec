import { DatasetError } from '../dataset-error.js';

/** Bytes whose memory is not shared with another thread. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Unpacks gzip, refusing more than `maxBytes` of output before it is all in memory.
 *
 * @param where - names the file in errors.
 * @throws DatasetError `corrupt` when the data is damaged or too large.
 */
export type Gunzip = (bytes: Bytes, maxBytes: number, where: string) => Promise<Bytes>;

/**
 * Limit for files whose true size is not known: far above what a class room trains on, far below
 * what a bomb of a few MB unpacks to.
 */
export const maxUnpackedBytes = 2 ** 30;

/** Whether the bytes begin as gzip does (RFC 1952, section 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The error of a file that is not the gzip it claims to be. */
export function damagedGzip(where: string, cause: unknown): DatasetError {
  return new DatasetError('corrupt', {
    where,
    expected: 'intact gzip data',
    got: cause instanceof Error ? cause.message : 'damaged data',
    path: where,
    cause,
  });
}

/** The error of a file that unpacks to more than it should. */
export function tooMuchOutput(where: string, maxBytes: number, cause?: unknown): DatasetError {
  return new DatasetError('corrupt', {
    where,
    expected: `at most ${maxBytes} bytes after unpacking`,
    got: 'more',
    path: where,
    cause,
  });
}
