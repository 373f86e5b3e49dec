/** @file What came of two runs, side by side, with what lies between them. */
import { countParameters } from '@manabi/models';
import type { StoredRun } from '../../runs/stored-run.js';

export const figureNames = [
  'parameters',
  'epochs',
  'loss',
  'accuracy',
  'valLoss',
  'valAccuracy',
  'testLoss',
  'testAccuracy',
  'seconds',
] as const;
export type FigureName = (typeof figureNames)[number];

export interface FigureRow {
  readonly name: FigureName;
  /** As they are shown; undefined where there is none. Accuracies are in percent. */
  readonly values: readonly [a: string | undefined, b: string | undefined];
  /** `b - a` of what is shown, with its sign; undefined without both. */
  readonly difference: string | undefined;
  /**
   * Which is better; undefined where they are equal, where more is neither good nor bad, and of
   * different data.
   */
  readonly better: 'a' | 'b' | undefined;
}

interface Kind {
  readonly decimals: number;
  /** 1: more is better; -1: less is; 0: neither. */
  readonly good: 1 | -1 | 0;
}

const kinds: Readonly<Record<FigureName, Kind>> = {
  parameters: { decimals: 0, good: 0 },
  epochs: { decimals: 0, good: 0 },
  loss: { decimals: 4, good: -1 },
  accuracy: { decimals: 2, good: 1 },
  valLoss: { decimals: 4, good: -1 },
  valAccuracy: { decimals: 2, good: 1 },
  testLoss: { decimals: 4, good: -1 },
  testAccuracy: { decimals: 2, good: 1 },
  seconds: { decimals: 1, good: 0 },
};

/** @param isSameData - whether both were measured on the same data. */
export function comparedFigures(a: StoredRun, b: StoredRun, isSameData: boolean): FigureRow[] {
  const [left, right] = [figuresOf(a), figuresOf(b)];
  return figureNames.map((name) => {
    const figures = row(name, left[name], right[name]);
    return isSameData ? figures : { ...figures, better: undefined };
  });
}

function row(name: FigureName, a: number | undefined, b: number | undefined): FigureRow {
  const { decimals, good } = kinds[name];
  const scale = 10 ** decimals;
  const [left, right] = [a, b].map((value) =>
    value === undefined ? undefined : Math.round(value * scale),
  );
  const write = (steps: number | undefined) =>
    steps === undefined ? undefined : writeDecimals(steps / scale, decimals);
  const values = [write(left), write(right)] as const;
  if (left === undefined || right === undefined) {
    return { name, values, difference: undefined, better: undefined };
  }
  // Of what is shown, so that the numbers of a row add up.
  const steps = right - left;
  const sign = steps > 0 ? '+' : steps < 0 ? '−' : '±';
  const gain = steps * good;
  return {
    ...{ name, values },
    difference: `${sign}${writeDecimals(Math.abs(steps) / scale, decimals)}`,
    better: gain === 0 ? undefined : gain > 0 ? 'b' : 'a',
  };
}

/** The same in both languages: `101,770`, `0.5124`. */
function writeDecimals(value: number, decimals: number): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat('en', digits).format(value);
}

function figuresOf(run: StoredRun): Record<FigureName, number | undefined> {
  const { configuration, history, test, position } = run;
  const last = history.at(-1);
  const percent = (share: number | null | undefined) =>
    share === null || share === undefined ? undefined : 100 * share;
  const ms = history.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return {
    parameters: countParameters(configuration.spec),
    epochs: position.epoch,
    loss: last?.loss,
    accuracy: percent(last?.accuracy),
    valLoss: last?.valLoss ?? undefined,
    valAccuracy: percent(last?.valAccuracy),
    testLoss: test?.loss,
    testAccuracy: percent(test?.accuracy),
    seconds: ms === 0 ? undefined : ms / 1000,
  };
}
