import process from 'node:process';
import { createLogUpdate } from 'log-update';

/** A line on a terminal that says what goes on and is gone afterwards; nowhere else. */
export interface ProgressLine {
  readonly say: (text: string) => void;
  readonly clear: () => void;
}

export function progressLine(): ProgressLine {
  const { stderr } = process;
  if (!stderr.isTTY) return { say: () => undefined, clear: () => undefined };
  const update = createLogUpdate(stderr, { showCursor: true });
  return {
    say: (text) => {
      update(text.slice(0, stderr.columns - 1));
    },
    clear: () => {
      update.clear();
    },
  };
}
