/** Bytes of one file have arrived. */
export interface DownloadEvent {
  readonly type: 'download';
  readonly dataset: string;
  /** Such as `train-images-idx3-ubyte`. */
  readonly file: string;
  readonly url: string;
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

/** An address failed; the next one, or the same one again, is tried. */
export interface MirrorFailedEvent {
  readonly type: 'mirrorFailed';
  readonly dataset: string;
  readonly file: string;
  readonly url: string;
  readonly error: Error;
}

/** A kept file is not what it should be; it is removed and fetched again. */
export interface CorruptCacheEvent {
  readonly type: 'corruptCache';
  readonly dataset: string;
  readonly file: string;
  readonly error: Error;
}

/** What happens while a data set is loaded. */
export type DatasetEvent = DownloadEvent | MirrorFailedEvent | CorruptCacheEvent;
