import { DatasetError } from '../dataset-error.js';

/** What has arrived of a file, over several attempts. */
export interface Transfer {
  chunks: Uint8Array[];
  receivedBytes: number;
  /** The server packs on the way (Content-Encoding), so bytes that arrived are not bytes it has. */
  isDecoded: boolean;
}

/** The connection failed half way: worth another attempt at the same address. */
export class BrokenTransfer extends Error {}

export interface ReceiveOptions {
  readonly fetch: typeof fetch;
  readonly signal?: AbortSignal | undefined;
  /** A server that sends nothing for so long has failed. */
  readonly stallMs: number;
  /** What to count up to when the server does not say. */
  readonly expectedBytes: number;
  /** The same when `fetch` unpacks what the server sends. */
  readonly unpackedBytes: number;
  /** A server that sends more is cut off. */
  readonly mostBytes: number;
  readonly onProgress: (receivedBytes: number, totalBytes: number) => void;
}

/**
 * Receives a file, or the rest of one when `transfer` holds its beginning and the server can send
 * ranges.
 *
 * @throws BrokenTransfer when the connection fails or stalls, DatasetError when the answer is wrong.
 */
export async function receiveFile(
  url: string,
  transfer: Transfer,
  options: ReceiveOptions,
): Promise<void> {
  const stall = new StallTimer(options.stallMs);
  const { signal = stall.signal } = options;
  try {
    const isRest = transfer.receivedBytes > 0 && !transfer.isDecoded;
    const response = await options.fetch(url, {
      headers: isRest ? { Range: `bytes=${transfer.receivedBytes}-` } : {},
      signal: AbortSignal.any([signal, stall.signal]),
    });
    const body = await acceptedBody(url, response);
    if (!continues(response, transfer.receivedBytes)) {
      transfer.chunks = [];
      transfer.receivedBytes = 0;
    }
    transfer.isDecoded = response.headers.has('content-encoding');
    const restBytes = statedLength(response);
    const totalBytes =
      restBytes !== undefined
        ? transfer.receivedBytes + restBytes
        : transfer.isDecoded
          ? options.unpackedBytes
          : options.expectedBytes;
    await readBody(url, body, transfer, options.mostBytes, () => {
      stall.restart();
      options.onProgress(transfer.receivedBytes, totalBytes);
    });
    if (restBytes !== undefined && transfer.receivedBytes < totalBytes) {
      throw new BrokenTransfer(`${transfer.receivedBytes} of ${totalBytes} bytes arrived`);
    }
  } catch (error) {
    const isFinal = error instanceof DatasetError || error instanceof BrokenTransfer;
    if (isFinal || transfer.receivedBytes === 0) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new BrokenTransfer(words, { cause: error });
  } finally {
    stall.stop();
  }
}

/** Aborts when it has not been restarted for a while. */
class StallTimer {
  readonly #controller = new AbortController();
  readonly #stallMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stallMs: number) {
    this.#stallMs = stallMs;
    this.restart();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  restart(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#controller.abort(new BrokenTransfer(`nothing arrived for ${this.#stallMs / 1000} s`));
    }, this.#stallMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

async function acceptedBody(url: string, response: Response): Promise<ReadableStream<Uint8Array>> {
  if (response.ok && response.body !== null) return response.body;
  await response.body?.cancel();
  throw new DatasetError('unavailable', {
    where: url,
    expected: 'status 200',
    got: `status ${response.status}`,
  });
}

/** Whether the answer goes on exactly where the transfer stopped, and not at the beginning. */
function continues(response: Response, offset: number): boolean {
  if (response.status !== 206) return false;
  const range = response.headers.get('content-range') ?? 'no range';
  if (range.startsWith(`bytes ${offset}-`)) return true;
  throw new DatasetError('unavailable', {
    where: response.url,
    expected: `the range from byte ${offset}`,
    got: range,
  });
}

/** Bytes that the answer says will come, or undefined. */
function statedLength({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  // Behind a Content-Encoding it is the length of the encoded bytes, which fetch decodes.
  return length === null || headers.has('content-encoding') ? undefined : Number(length);
}

async function readBody(
  url: string,
  body: ReadableStream<Uint8Array>,
  transfer: Transfer,
  mostBytes: number,
  onChunk: () => void,
): Promise<void> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    transfer.chunks.push(value);
    transfer.receivedBytes += value.length;
    onChunk();
    if (transfer.receivedBytes > mostBytes) {
      await reader.cancel();
      throw new DatasetError('corrupt', {
        where: url,
        expected: `at most ${mostBytes} bytes`,
        got: 'more',
      });
    }
  }
}
