import type { WriteStream } from 'node:tty';
import type { EpochEndEvent, RunStartEvent } from '@manabi/trainer';
import { drawCurves } from '../pictures/draw-curves.js';
import { colorDepth } from '../terminal/color-depth.js';
import { colors } from '../terminal/colors.js';
import {
  progressOfBatch,
  progressOfEpoch,
  progressOfStart,
  type EpochProgress,
} from './epoch-progress.js';
import type { Presenter } from './presenter.js';
import { progressLine } from './progress-line.js';
import { createRedrawnLine, terminalWidth } from '../terminal/redrawn-line.js';

/** One line for each epoch, redrawn while it runs, and the curves of all of them at the end. */
export function livePresenter(terminal: WriteStream): Presenter {
  const line = createRedrawnLine(terminal);
  const epochs: EpochEndEvent[] = [];
  let run: RunStartEvent | undefined;
  const draw = (progress: EpochProgress) => {
    line.draw((columns) => progressLine(progress, columns, colors));
  };
  return (event) => {
    if (event.type === 'runStart') run = event;
    else if (event.type === 'epochStart' && run !== undefined)
      draw(progressOfStart(event.epoch, run));
    else if (event.type === 'batchEnd') draw(progressOfBatch(event, run?.epochs ?? event.epoch));
    else if (event.type === 'epochEnd' && run !== undefined) {
      draw(progressOfEpoch(event, run));
      line.done();
      epochs.push(event);
    } else if (event.type === 'runEnd') {
      line.done();
      const columns = terminalWidth(terminal) - 1;
      const curves = drawCurves([{ name: '', epochs }], columns, colorDepth());
      if (curves !== '') terminal.write(`\n${curves}\n\n`);
    }
  };
}
