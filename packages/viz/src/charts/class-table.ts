import type { ChartOptions } from '../records/chart-options.js';
import { group, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { fitText } from '../text/fit-text.js';
import type { Messages } from '../text/locale.js';
import { cell, textRoom } from '../text/measure-text.js';
import { formatCount, formatFixed } from '../text/number-format.js';

/** How well one class is told from the others. */
export interface ClassFigures {
  readonly name: string;
  /** Of those predicted as this class, the share that is: [0, 1]. */
  readonly precision: number;
  /** Of those that are this class, the share that is found: [0, 1]. */
  readonly recall: number;
  /** Harmonic mean of both: [0, 1]. */
  readonly f1: number;
  /** Examples of this class. */
  readonly support: number;
}

export interface ClassTableOptions extends ChartOptions {
  /** `class`: as given. `f1`: the weakest first. Default `class`. */
  readonly order?: 'class' | 'f1';
}

interface Words {
  readonly title: string;
  readonly class: string;
  readonly precision: string;
  readonly recall: string;
  readonly f1: string;
  readonly support: string;
  readonly finding: (name: string, f1: string, best: string, bestF1: string) => string;
  readonly none: string;
}

const messages: Messages<Words> = {
  en: {
    title: 'Figures by class',
    class: 'Class',
    precision: 'Precision',
    recall: 'Recall',
    f1: 'F1',
    support: 'Count',
    finding: (name, f1, best, bestF1) =>
      `${name} is the hardest class (F1 ${f1}), ${best} the easiest (F1 ${bestF1}).`,
    none: 'There are no classes.',
  },
  ja: {
    title: 'クラスごとの評価',
    class: 'クラス',
    precision: '適合率',
    recall: '再現率',
    f1: 'F1値',
    support: '件数',
    finding: (name, f1, best, bestF1) =>
      `最も難しいクラスは「${name}」（F1値${f1}）、最も易しいクラスは「${best}」（F1値${bestF1}）です。`,
    none: 'クラスがありません。',
  },
};

const figures = ['precision', 'recall', 'f1'] as const;
/** What a column needs at least. */
const headRoom = 8 * cell.width;

/** Precision, recall and F1 of every class as numbers with bars; the weakest F1 stands out. Default width 640. */
export function classTable(
  classes: readonly ClassFigures[],
  options: ClassTableOptions = {},
): Scene {
  const { width = 640, locale = 'en', order = 'class' } = options;
  const words = messages[locale];
  const rows = order === 'class' ? classes : [...classes].sort((a, b) => a.f1 - b.f1);
  const byF1 = [...classes].sort((a, b) => a.f1 - b.f1);
  const [worst, best] = [byF1[0], byF1.at(-1)];
  // Where all are equally good, none stands out.
  const weakest = worst?.f1 === best?.f1 ? undefined : worst;
  const names = [words.class, ...classes.map(({ name }) => name)];
  const nameRoom = Math.min(width / 3, Math.max(...names.map((name) => textRoom(name, 12))));
  const right = width - Math.ceil((textRoom(words.support, 12) + 16) / cell.width) * cell.width;
  // Names give way before the heads of the columns do.
  const most = Math.floor((right - figures.length * headRoom) / cell.width) * cell.width;
  const wanted = Math.ceil((nameRoom + 8) / cell.width) * cell.width;
  const left = Math.max(6 * cell.width, Math.min(wanted, most));
  const step = Math.floor((right - left) / figures.length / cell.width) * cell.width;
  const rowHeight = cell.height;
  const title = options.title ?? words.title;
  const head = { fill: 'muted', bold: true } as const;
  return {
    width,
    height: rowHeight * (rows.length + 1),
    title,
    description:
      worst === undefined || best === undefined
        ? words.none
        : words.finding(worst.name, formatFixed(worst.f1, 3), best.name, formatFixed(best.f1, 3)),
    table: {
      caption: title,
      columns: [words.class, words.precision, words.recall, words.f1, words.support],
      rows: rows.map((one) => [
        one.name,
        ...figures.map((figure) => formatFixed(one[figure], 3)),
        one.support,
      ]),
    },
    marks: [
      text(0, 6, words.class, head),
      ...figures.map((figure, i) => text(left + i * step, 6, words[figure], head)),
      text(width, 6, words.support, { ...head, align: 'end' }),
      ...rows.map((one, i) =>
        group(
          [
            text(0, 8, fitText(one.name, 12, left - 8), { bold: one === weakest }),
            ...figures.flatMap((figure, j) =>
              bar(one[figure], left + j * step, step, one === weakest),
            ),
            text(width, 8, formatCount(one.support), { align: 'end', fill: 'muted' }),
          ],
          {
            id: `class-${classes.indexOf(one)}`,
            y: (i + 1) * rowHeight,
            label: `${one.name}: F1 ${formatFixed(one.f1, 3)}`,
            datum: { class: classes.indexOf(one) },
          },
        ),
      ),
    ],
  };
}

function bar(value: number, x: number, step: number, worst: boolean): readonly Mark[] {
  const numberRoom = (step < 10 * cell.width ? 5 : 6) * cell.width;
  const room = step - numberRoom - cell.width;
  const [y, height] = [2, cell.height - 2];
  if (room < 3 * cell.width) return [text(x, 8, formatFixed(value, 3), { bold: worst })];
  return [
    text(x, 8, formatFixed(value, 3), { bold: worst }),
    rect(x + numberRoom, y, room, height, { fill: 'surface' }),
    rect(x + numberRoom, y, room * value, height, { fill: worst ? 'predicted' : 'truth' }),
  ];
}
