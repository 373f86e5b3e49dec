import type { PublishedFile } from '../catalogue/dataset-info.js';
import { DatasetError } from '../dataset-error.js';
import type { DatasetEvent } from './dataset-event.js';
import { checkPublishedBytes } from './check-file.js';
import type { Bytes, Gunzip } from './gzip.js';

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
  const failures: string[] = [];
  let cause: unknown;
  for (const mirror of options.mirrors) {
    const url = `${mirror}${file.name}.gz`;
    const transfer: Transfer = { chunks: [], receivedBytes: 0 };
    for (let attempt = 1; attempt <= attemptsPerMirror; attempt++) {
      try {
        await receive(transfer, dataset, file, url, options);
        const bytes = joined(transfer);
        return { bytes, content: await checkPublishedBytes(bytes, file, gunzip, url) };
      } catch (error) {
        options.signal?.throwIfAborted();
        cause = error;
        const failure = error instanceof Error ? error : new Error(String(error));
        options.onEvent?.({ type: 'mirrorFailed', dataset, file: file.name, url, error: failure });
        failures.push(
          failure instanceof DatasetError ? failure.message : `${url}: ${reason(failure)}`,
        );
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

/** What has arrived of a file, over several attempts. */
interface Transfer {
  chunks: Uint8Array[];
  receivedBytes: number;
}

function joined({ chunks, receivedBytes }: Transfer): Bytes {
  const bytes = new Uint8Array(receivedBytes);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** The connection failed half way: worth another attempt at the same address. */
class BrokenTransfer extends Error {}

async function receive(
  transfer: Transfer,
  dataset: string,
  file: PublishedFile,
  url: string,
  { fetch, signal, onEvent, stallMs }: DownloadOptions,
): Promise<void> {
  const stall = new AbortController();
  const stopped = signal === undefined ? stall.signal : AbortSignal.any([signal, stall.signal]);
  const stallError = new BrokenTransfer(`nothing arrived for ${stallMs / 1000} s`);
  let timer = setTimeout(() => {
    stall.abort(stallError);
  }, stallMs);
  try {
    const headers: HeadersInit =
      transfer.receivedBytes > 0 ? { Range: `bytes=${transfer.receivedBytes}-` } : {};
    const response = await fetch(url, { headers, signal: stopped });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new DatasetError('unavailable', {
        where: url,
        expected: 'status 200',
        got: `status ${response.status}`,
      });
    }
    if (response.status !== 206 || !continues(response, transfer.receivedBytes)) {
      if (response.status === 206) throw new Error('the server sent another range than asked for');
      transfer.chunks = [];
      transfer.receivedBytes = 0;
    }
    const rest = Number(response.headers.get('content-length') ?? NaN);
    // Behind a Content-Encoding the length is that of the encoded bytes, which fetch decodes.
    const isLengthKnown = !Number.isNaN(rest) && !response.headers.has('content-encoding');
    const totalBytes = isLengthKnown ? transfer.receivedBytes + rest : file.gzip.sizeBytes;
    // Gzip adds a few bytes to what it cannot shrink, no more.
    const mostBytes = file.content.sizeBytes + 65_536;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(timer);
      timer = setTimeout(() => {
        stall.abort(stallError);
      }, stallMs);
      transfer.chunks.push(value);
      transfer.receivedBytes += value.length;
      if (transfer.receivedBytes > mostBytes) {
        await reader.cancel();
        throw new DatasetError('corrupt', {
          where: url,
          expected: `at most ${mostBytes} bytes`,
          got: 'more',
        });
      }
      const { receivedBytes } = transfer;
      onEvent?.({ type: 'download', dataset, file: file.name, url, receivedBytes, totalBytes });
    }
    if (isLengthKnown && transfer.receivedBytes < totalBytes) {
      throw new BrokenTransfer(`${transfer.receivedBytes} of ${totalBytes} bytes arrived`);
    }
  } catch (error) {
    const isFinal = error instanceof DatasetError || error instanceof BrokenTransfer;
    if (isFinal || transfer.receivedBytes === 0) throw error;
    throw new BrokenTransfer(error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a 206 answer goes on exactly where the transfer stopped. */
function continues(response: Response, offset: number): boolean {
  return response.headers.get('content-range')?.startsWith(`bytes ${offset}-`) ?? false;
}
