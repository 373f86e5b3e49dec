import type { RunStartEvent } from '@manabi/trainer';
import { print } from '../terminal/output.js';
import { progressOfEpoch } from './epoch-progress.js';
import type { Presenter } from './presenter.js';
import { logLine } from './progress-line.js';

/** One line for each epoch that is over: for files, pipes and terminals that cannot redraw a line. */
export function logPresenter(): Presenter {
  let run: RunStartEvent | undefined;
  return (event) => {
    if (event.type === 'runStart') run = event;
    else if (event.type === 'epochEnd' && run !== undefined) {
      print(logLine(progressOfEpoch(event, run)));
    }
  };
}
