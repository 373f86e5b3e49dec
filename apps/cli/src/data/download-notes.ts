import process from 'node:process';
import type { DatasetEvent } from '@manabi/datasets/node';
import { bytes } from '../terminal/figures.js';
import { note } from '../terminal/output.js';
import { createRedrawnLine } from '../terminal/redrawn-line.js';

/** Tells stderr how downloads go: a line that is redrawn on a terminal, else one for each file. */
export function downloadNotes(): (event: DatasetEvent) => void {
  const live = process.stderr.isTTY;
  const redrawn = createRedrawnLine(process.stderr);
  return (event) => {
    switch (event.type) {
      case 'download': {
        const { file, receivedBytes, totalBytes } = event;
        const isWhole = receivedBytes >= totalBytes;
        const text = `${event.dataset} ${file}.gz ${bytes(receivedBytes)} of ${bytes(totalBytes)}`;
        if (live) redrawn.draw((columns) => text.slice(0, columns));
        else if (isWhole) note(text);
        if (live && isWhole) redrawn.done();
        return;
      }
      case 'mirrorFailed':
        note(`${new URL(event.url).host} failed: ${event.error.message}`);
        return;
      case 'corruptCache':
        note(`the cached copy is damaged and is fetched again: ${event.error.message}`);
        return;
      default:
        event satisfies never;
    }
  };
}
