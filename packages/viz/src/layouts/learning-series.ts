import type { LearningRun } from '../records/learning-run.js';
import { group, path, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { cell, textRoom } from '../text/measure-text.js';
import { seriesToken, type Token } from '../theme/theme.js';

/** One line of a learning curve. */
export interface Series {
  readonly key: string;
  readonly run: string;
  readonly kind: 'training' | 'validation';
  readonly color: Token;
  readonly points: readonly (readonly [epoch: number, value: number])[];
}

/** The lines of a metric: training and validation of each run. */
export function seriesOf(
  runs: readonly LearningRun[],
  metric: 'loss' | 'accuracy',
): readonly Series[] {
  return runs.flatMap(({ name, epochs }, i) => {
    // A single run tells training from validation by colour too.
    const colors = runs.length === 1 ? [0, 1] : [i, i];
    const validation = epochs.flatMap((epoch) => {
      const value = metric === 'loss' ? epoch.valLoss : epoch.valAccuracy;
      return value === null ? [] : [[epoch.epoch, value] as const];
    });
    const training = epochs.map((epoch) => [epoch.epoch, epoch[metric]] as const);
    const key = `${metric}-${i}`;
    const base = { run: name };
    return [
      { ...base, key, kind: 'training', color: seriesToken(colors[0]!), points: training },
      {
        ...base,
        key: `${key}-validation`,
        kind: 'validation',
        color: seriesToken(colors[1]!),
        points: validation,
      },
    ] satisfies Series[];
  });
}

/** Second sign of validation beside its colour. */
export const dash = [6, 4];

/** The point whose value is written out: at the cursor, or the last. */
export function pointAt(
  series: Series,
  cursor: number | undefined,
): readonly [number, number] | undefined {
  return cursor === undefined
    ? series.points.at(-1)
    : series.points.find(([epoch]) => epoch === cursor);
}

/** Words and number format of a legend. */
export interface LegendStyle {
  readonly words: Readonly<Record<Series['kind'], string>>;
  readonly format: (value: number) => string;
  /** Whether the runs' names are written. */
  readonly named: boolean;
  readonly width: number;
}

/** What each line is, with its value: one entry after the other, as many rows as they need. */
export function legendRows(
  series: readonly Series[],
  cursor: number | undefined,
  { words, format, named, width }: LegendStyle,
): { rows: number; marks: readonly Mark[] } {
  const entries = series.map((one) => {
    const value = pointAt(one, cursor);
    const name = named ? `${one.run} ${words[one.kind]}` : words[one.kind];
    const content = `${name} ${value === undefined ? '' : format(value[1])}`.trim();
    const room = 3 * cell.width + Math.ceil(textRoom(content, 12) / cell.width) * cell.width;
    return { one, content, room };
  });
  let [x, row] = [0, 1];
  const marks = entries.map(({ one, content, room }, i) => {
    // The two lines of a run stay together where they can.
    const next = entries[i + 1];
    const pair = next?.one.run === one.run ? room + cell.width + next.room : room;
    if (x > 0 && x + (pair <= width ? pair : room) > width) [x, row] = [0, row + 1];
    const y = row * cell.height + 8;
    const swatch = path(`M${x} ${y}H${x + 2 * cell.width - 2}`, {
      stroke: one.color,
      strokeWidth: 2,
      ...(one.kind === 'validation' ? { dash } : {}),
    });
    const entry = group([swatch, text(x + 3 * cell.width, y, content)], {
      id: `${one.key}-legend`,
    });
    x += room + cell.width;
    return entry;
  });
  return { rows: row, marks };
}
