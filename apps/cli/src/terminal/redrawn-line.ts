import type { WriteStream } from 'node:tty';
import stringWidth from 'string-width';

/** One line of a terminal that is drawn again and again in the same place. */
export interface RedrawnLine {
  /** @param lineOf - makes a line of at most so many columns; the last one stays free, as some
   * terminals wrap as soon as it is written. */
  readonly draw: (lineOf: (columns: number) => string) => void;
  /** Leaves the line as it is and goes on below it. */
  readonly done: () => void;
}

/** @param terminal - its width is asked for anew at each drawing. */
export function createRedrawnLine(terminal: WriteStream): RedrawnLine {
  let drawn = 0;
  return {
    draw(lineOf) {
      const columns = terminalWidth(terminal);
      const line = lineOf(columns - 1);
      // A terminal that became narrower has wrapped what stood there.
      const wrapped = Math.ceil(drawn / columns) - 1;
      const up = wrapped > 0 ? `\u001b[${wrapped}A` : '';
      terminal.write(`${up}\r${line}\u001b[J`);
      drawn = stringWidth(line);
    },
    done() {
      if (drawn > 0) terminal.write('\n');
      drawn = 0;
    },
  };
}

/** As it is now: `columns` waits for a signal that a busy program has not seen yet. */
export function terminalWidth(terminal: WriteStream): number {
  const [columns] = terminal.getWindowSize();
  return columns > 0 ? columns : 80;
}
