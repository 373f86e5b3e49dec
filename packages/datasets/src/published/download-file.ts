import { concatenate } from '../bytes/concatenate.js';
import type { PublishedFile } from '../catalogue/dataset-info.js';
import { DatasetError } from '../dataset-error.js';
import { checkPublishedBytes } from './check-file.js';
import type { DatasetEvent } from './dataset-event.js';
import type { Bytes, Gunzip } from './gzip.js';
import { BrokenTransfer, type Transfer, receiveFile } from './receive-file.js';

export interface DownloadOptions {
  readonly fetch: typeof fetch;
  /** Addresses of folders that end in `/`, tried in order. */
  readonly mirrors: readonly string[];
  readonly onEvent?: ((event: DatasetEvent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A mirror that sends nothing for so long has failed. */
  readonly stallMs: number;
}

/** A checked download: as sent, and unpacked. */
export interface DownloadedFile {
  readonly bytes: Bytes;
  readonly content: Bytes;
}

/** How often one mirror may break off before the next is tried. */
const attemptsPerMirror = 3;

/** Gzip adds a few bytes to what it cannot shrink, and a server may unpack on the way. */
const slackBytes = 65_536;

/**
 * Downloads one file from the first mirror that delivers the right bytes. A transfer that breaks
 * off goes on where it stopped if the server can (Range), else from the start.
 *
 * @throws DatasetError `unavailable` when every mirror failed; the signal's reason on an abort.
 */
export async function downloadFile(
  dataset: string,
  file: PublishedFile,
  gunzip: Gunzip,
  options: DownloadOptions,
): Promise<DownloadedFile> {
  const { fetch, signal, stallMs, onEvent } = options;
  const failures: string[] = [];
  let cause: unknown;
  for (const mirror of options.mirrors) {
    const url = `${mirror}${file.name}.gz`;
    const transfer: Transfer = { chunks: [], receivedBytes: 0, isDecoded: false };
    for (let attempt = 1; attempt <= attemptsPerMirror; attempt++) {
      try {
        await receiveFile(url, transfer, {
          fetch,
          signal,
          stallMs,
          expectedBytes: file.gzip.sizeBytes,
          unpackedBytes: file.content.sizeBytes,
          mostBytes: file.content.sizeBytes + slackBytes,
          onProgress: (receivedBytes, totalBytes) =>
            onEvent?.({
              type: 'download',
              dataset,
              file: file.name,
              url,
              receivedBytes,
              totalBytes,
            }),
        });
        const bytes = concatenate(transfer.chunks);
        return { bytes, content: await checkPublishedBytes(bytes, file, gunzip, url) };
      } catch (thrown) {
        signal?.throwIfAborted();
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        onEvent?.({ type: 'mirrorFailed', dataset, file: file.name, url, error });
        failures.push(error instanceof DatasetError ? error.message : `${url}: ${reason(error)}`);
        cause = error;
        if (!(error instanceof BrokenTransfer) || transfer.receivedBytes === 0) break;
      }
    }
  }
  throw new DatasetError('unavailable', {
    where: `${dataset}: ${file.name}.gz`,
    expected: 'a mirror that delivers it',
    got: failures.length === 0 ? 'no mirror to ask' : failures.join(' | '),
    cause,
  });
}

/** Node's fetch says "fetch failed" and hides why in the cause. */
function reason({ message, cause }: Error): string {
  return cause instanceof Error && cause.message !== '' ? `${message} (${cause.message})` : message;
}
