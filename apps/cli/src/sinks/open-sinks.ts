import { csvLog, csvLogHeader, ndjsonLog, type Callback } from '@manabi/trainer';
import { openGrowingFile } from './growing-file.js';
import { requireFormerContent } from './former-content.js';
import { openTensorBoardFolder } from './tensorboard-folder.js';

/** Where else a run's events go. */
export interface SinkOptions {
  readonly csv?: string;
  readonly ndjson?: string;
  readonly tensorboard?: string;
}

/** Consumers of a run's events that write files. */
export interface Sinks {
  readonly callbacks: readonly Callback[];
  readonly close: () => void;
}

/**
 * Opens the files that the options name, before anything else takes long. A former run's are
 * replaced when this one starts.
 *
 * @throws UsageError for a file that cannot be written to, or that holds something else.
 */
export async function openSinks(options: SinkOptions): Promise<Sinks> {
  const opened: { readonly callback: Callback; readonly close: () => void }[] = [];
  const close = () => {
    for (const sink of opened) sink.close();
  };
  try {
    const { csv, ndjson, tensorboard } = options;
    if (csv !== undefined) {
      await requireFormerContent('--csv', csv, csvLogHeader);
      opened.push(await openTextSink('--csv', csv, csvLog, csvLogHeader));
    }
    if (ndjson !== undefined) {
      await requireFormerContent('--ndjson', ndjson, '{"type":"runStart"');
      opened.push(await openTextSink('--ndjson', ndjson, ndjsonLog, ''));
    }
    if (tensorboard !== undefined) {
      opened.push(await openTensorBoardFolder(tensorboard));
    }
  } catch (error) {
    close();
    throw error;
  }
  return { callbacks: opened.map(({ callback }) => callback), close };
}

async function openTextSink(
  option: string,
  path: string,
  log: (write: (line: string) => void) => Callback,
  header: string,
) {
  const file = await openGrowingFile(option, path);
  const rows = log(file.write);
  const callback: Callback = (event, control) => {
    if (event.type === 'runStart') {
      file.clear();
      file.write(header);
    }
    return rows(event, control);
  };
  return { callback, close: file.close };
}
