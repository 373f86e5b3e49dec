/** @file Reads a reader's files away from the page's own thread. One task a worker. */
import type { Assembled, ImageOptions } from './assemble-images.js';
import type { FolderFiles } from './folder-files.js';
import type { PublishedDatasetName } from '@manabi/datasets';
import { keepPublished, type KeptPublished } from './keep-published.js';
import { readFolder } from './read-folder.js';
import { readIdx } from './read-idx.js';
import { readImage, type ReadImageFile } from './read-image.js';

/** From the page. */
export type ReadingTask =
  | { readonly kind: 'folder'; readonly folder: FolderFiles; readonly options: ImageOptions }
  | { readonly kind: 'idx'; readonly name: string; readonly files: readonly File[] }
  | {
      readonly kind: 'published';
      readonly name: PublishedDatasetName;
      readonly files: readonly File[];
    }
  | { readonly kind: 'image'; readonly file: File };

/** What comes of a task. */
export interface ReadingResults {
  readonly folder: Assembled;
  readonly idx: Assembled;
  readonly published: KeptPublished;
  readonly image: ReadImageFile;
}

/** From the worker. */
export type ReadingNews =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'result'; readonly result: ReadingResults[ReadingTask['kind']] }
  | { readonly kind: 'failed'; readonly message: string };

/** Between two reports of progress. */
const reportMs = 100;

function tell(news: ReadingNews): void {
  postMessage(news);
}

function read(task: ReadingTask): Promise<ReadingResults[ReadingTask['kind']]> {
  if (task.kind === 'idx') return readIdx(task.name, task.files);
  if (task.kind === 'published') return keepPublished(task.name, task.files);
  if (task.kind === 'image') return readImage(task.file);
  let reportedAt = 0;
  return readFolder(task.folder, task.options, (done) => {
    if (performance.now() - reportedAt < reportMs) return;
    reportedAt = performance.now();
    tell({ kind: 'progress', done });
  });
}

addEventListener('message', ({ data: task }: MessageEvent<ReadingTask>) => {
  read(task).then(
    (result) => tell({ kind: 'result', result }),
    (error: unknown) =>
      tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
