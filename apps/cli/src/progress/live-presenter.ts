import type { WriteStream } from 'node:tty';
import type { RunStartEvent } from '@manabi/trainer';
import { createLogUpdate } from 'log-update';
import { colors } from '../terminal/colors.js';
import { progressOfBatch, progressOfEpoch, type EpochProgress } from './epoch-progress.js';
import type { Presenter } from './presenter.js';
import { progressLine } from './progress-line.js';

/**
 * One line for each epoch, redrawn while it runs. The cursor stays visible: nothing to restore.
 *
 * @param terminal - where to draw; its width is read anew for each drawing.
 */
export function livePresenter(terminal: WriteStream): Presenter {
  const update = createLogUpdate(terminal, { showCursor: true });
  let run: RunStartEvent | undefined;
  const draw = (progress: EpochProgress) => {
    // The last column stays free: some terminals wrap as soon as it is written.
    update(progressLine(progress, terminal.columns - 1, colors));
  };
  return (event) => {
    if (event.type === 'runStart') run = event;
    else if (event.type === 'batchEnd') draw(progressOfBatch(event, run?.epochs ?? event.epoch));
    else if (event.type === 'epochEnd' && run !== undefined) {
      draw(progressOfEpoch(event, run));
      update.done();
    } else if (event.type === 'runEnd') update.done();
  };
}
