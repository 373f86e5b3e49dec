import { max, sum } from 'd3-array';
import { cellMatrix, matrixFrame, type CellMatrixLayout } from '../guides/cell-matrix.js';
import type { ChartOptions } from '../records/chart-options.js';
import { rect, text } from '../scene/make-marks.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import { cellWidth as cellsOf } from '../text/cell-width.js';
import { fitText } from '../text/fit-text.js';
import { joinSentences } from '../text/join-sentences.js';
import type { Locale, Messages } from '../text/locale.js';
import { cell, measureText, textRoom } from '../text/measure-text.js';
import { formatCount, formatShare } from '../text/number-format.js';

/** How often each class was taken for each. */
export interface ConfusionRecord {
  /** [classes][classes]: row the true class, column the predicted one. */
  readonly counts: readonly ArrayLike<number>[];
  readonly classNames: readonly string[];
}

export interface ConfusionMatrixOptions extends ChartOptions {
  /**
   * `counts`: examples. `rows`: share of the true class, in percent. Default `counts` where all of
   * them fit into their cells, else `rows`.
   */
  readonly show?: 'counts' | 'rows';
  /** The cell that is framed, such as one whose images are on show. */
  readonly selected?: { readonly truth: number; readonly predicted: number };
  /**
   * Counts of the same examples at an earlier time, [classes][classes]: what is shown is how many
   * more or fewer there are since then, in the colours of changes, with a sign.
   */
  readonly since?: ConfusionRecord['counts'];
  /**
   * `page`: cells share all of the width, and numbers become smaller where they would not fit.
   * `any`: cells are whole columns of a terminal. Default `any`.
   */
  readonly medium?: 'any' | 'page';
}

interface Words {
  readonly title: string;
  readonly truth: string;
  readonly predicted: string;
  /** Beside `predicted`, where numbers are shares. */
  readonly percent: string;
  readonly cell: (truth: string, predicted: string, count: string, total: string) => string;
  readonly right: (share: string, total: string) => string;
  readonly worst: (truth: string, predicted: string, count: string) => string;
  readonly none: string;
  readonly change: {
    readonly title: string;
    readonly cell: (truth: string, predicted: string, before: string, after: string) => string;
    readonly finding: (better: string, worse: string) => string;
  };
}

const messages: Messages<Words> = {
  en: {
    title: 'Confusion matrix',
    truth: 'true ↓',
    predicted: 'predicted →',
    percent: '(% of the row)',
    cell: (truth, predicted, count, total) =>
      `${truth} taken for ${predicted}: ${count} of ${total}`,
    right: (share, total) => `${share} of ${total} examples are on the diagonal, that is right.`,
    worst: (truth, predicted, count) =>
      `The most frequent mistake: ${truth} taken for ${predicted}, ${count} times.`,
    none: 'There is no mistake.',
    change: {
      title: 'Change of the confusion matrix',
      cell: (truth, predicted, before, after) =>
        `${truth} taken for ${predicted}: ${before} before, ${after} after`,
      finding: (better, worse) =>
        `The right answers of the classes together grew by ${better} and shrank by ${worse}.`,
    },
  },
  ja: {
    title: '混同行列',
    truth: '正解 ↓',
    predicted: '予測 →',
    percent: '（行に占める%）',
    cell: (truth, predicted, count, total) =>
      `「${truth}」を「${predicted}」と予測：${total}件中${count}件`,
    right: (share, total) => `${total}件のうち${share}が対角線上、つまり正解です。`,
    worst: (truth, predicted, count) =>
      `最も多い間違いは「${truth}」を「${predicted}」としたもので、${count}件です。`,
    none: '間違いはありません。',
    change: {
      title: '混同行列の変化',
      cell: (truth, predicted, before, after) =>
        `「${truth}」を「${predicted}」と予測：${before}件から${after}件に変化`,
      finding: (better, worse) =>
        `クラスごとに見ると、正解は合わせて${better}件増え、${worse}件減りました。`,
    },
  },
};

/** How cells are laid out and written: on a page alone, or so that a terminal can show them, too. */
const media = {
  any: {
    roomOf: textRoom,
    toCells: (room: number, round: (value: number) => number) =>
      round(room / cell.width) * cell.width,
    least: 3 * cell.width,
    sizes: [12],
    margins: { count: 4, change: 0 },
  },
  page: {
    roomOf: measureText,
    toCells: (room: number) => room,
    least: 26,
    sizes: [12, 11, 10],
    margins: { count: 2, change: 2 },
  },
} as const;

/**
 * True classes down, predicted ones across; right answers blue, mistakes red. The colour follows
 * the square root of the share of the row, so that rare mistakes are seen. Default width 560.
 *
 * @throws SceneError `chart-record` when rows, columns and names differ in number.
 */
export function confusionMatrix(
  record: ConfusionRecord,
  options: ConfusionMatrixOptions = {},
): Scene {
  const { counts, classNames } = record;
  const size = classNames.length;
  expectLength('confusionMatrix: counts', counts, size);
  counts.forEach((row, i) => {
    expectLength(`confusionMatrix: counts[${i}]`, row, size);
  });
  const { width = 560, locale = 'en', selected, since, medium = 'any' } = options;
  if (since !== undefined) {
    expectLength('confusionMatrix: since', since, size);
    since.forEach((row, i) => {
      expectLength(`confusionMatrix: since[${i}]`, row, size);
    });
  }
  const words = messages[locale];
  const totals = counts.map((row) => sum(Array.from(row)));
  const { roomOf, toCells, least, sizes, margins } = media[medium];
  const nameRoom = Math.min(
    width / 4,
    Math.max(...classNames.map((name) => roomOf(`${name} ${size - 1}`, 12))),
  );
  const shortest = toCells(roomOf(words.truth, 12) + 8, Math.ceil);
  const wanted = Math.max(toCells(nameRoom + 8, Math.ceil), shortest);
  // Names give way before two digits and a space between them do.
  const left = Math.max(shortest, Math.min(wanted, width - size * least));
  const exact = (width - left) / size;
  const cellWidth = exact < cell.width ? exact : toCells(exact, Math.floor);
  const isRoomy = counts.every((row) =>
    Array.from(row).every((count) => roomOf(String(count), sizes.at(-1)!) <= cellWidth - 4),
  );
  const show = since !== undefined ? 'counts' : (options.show ?? (isRoomy ? 'counts' : 'rows'));
  const texts = counts.map((row, truth) =>
    Array.from(row, (count, predicted) =>
      since === undefined
        ? cellTexts(count, totals[truth]!, show, cellWidth)
        : changeTexts(count - since[truth]![predicted]!),
    ),
  );
  const room = cellWidth - (since === undefined ? margins.count : margins.change);
  const fits = (written: string, textSize: number) => roomOf(written, textSize) <= room;
  const textSize =
    sizes.find((one) => texts.every((row) => row.every(([full = '']) => fits(full, one)))) ??
    sizes.at(-1)!;
  const layout: CellMatrixLayout = {
    id: 'cell',
    x: left,
    y: 2 * cell.height,
    cellWidth,
    cellHeight: 2 * cell.height,
    textSize,
  };
  // Names that cannot be told apart over the columns give way to numbers, which the rows explain.
  const shortNames = classNames.map((name) => fitText(name, 12, cellWidth - 4, roomOf));
  const named = canBeTold(shortNames, classNames);
  const columnNames = named ? shortNames : classNames.map((_, i) => String(i));
  const fitRow = (name: string, after = '') =>
    fitText(name, 12, left - 8 - roomOf(after, 12), roomOf) + after;
  // The number explains the columns: a long name is cut before it, not behind.
  const rowNames = classNames.map((name, i) => fitRow(name, named ? '' : ` ${i}`));
  const cells = counts.map((row, truth) =>
    Array.from(row, (count, predicted) => {
      const [full = '', short = ''] = texts[truth]![predicted]!;
      // Percent are never left out.
      const written =
        show === 'rows' || fits(full, textSize) ? full : fits(short, textSize) ? short : '';
      const total = totals[truth]!;
      const share = total === 0 ? 0 : count / total;
      const names = [classNames[truth]!, classNames[predicted]!] as const;
      if (since !== undefined) {
        const before = since[truth]![predicted]!;
        const change = count - before;
        const depth = total === 0 ? 0 : Math.sqrt(Math.abs(change) / total);
        return {
          paint: { scale: 'change', value: 0.5 + (Math.sign(change) * depth) / 2 },
          text: written,
          label: words.change.cell(...names, formatCount(before), formatCount(count)),
          datum: { truth, predicted, change },
          focusable: true,
        } as const;
      }
      return {
        paint: { scale: truth === predicted ? 'amount' : 'mistake', value: Math.sqrt(share) },
        text: written,
        label: words.cell(...names, formatCount(count), formatCount(total)),
        datum: { truth, predicted, count },
        focusable: true,
      } as const;
    }),
  );
  const title = options.title ?? (since === undefined ? words.title : words.change.title);
  const axis = { role: 'label', fill: 'muted' } as const;
  return {
    width: left + size * cellWidth,
    height: layout.y + size * layout.cellHeight,
    title,
    description:
      since === undefined
        ? describe(record, totals, words, locale)
        : describeChange(counts, since, words),
    table: {
      caption: title,
      columns: [`${words.truth} ${words.predicted}`, ...classNames],
      rows: counts.map((row, i) => [
        classNames[i]!,
        ...Array.from(row, (count, j) => (since === undefined ? count : count - since[i]![j]!)),
      ]),
    },
    marks: [
      text(
        left,
        8,
        show === 'rows' ? `${words.predicted} ${words.percent}` : words.predicted,
        axis,
      ),
      text(left - 8, cell.height + 8, words.truth, { ...axis, align: 'end' }),
      ...columnNames.map((name, i) =>
        text(left + (i + 0.5) * cellWidth, cell.height + 8, name, {
          align: 'middle',
          ...inFull(name, classNames[i]!),
        }),
      ),
      ...rowNames.map((name, i) =>
        text(left - 8, layout.y + (i + 0.5) * layout.cellHeight, name, {
          align: 'end',
          ...inFull(name, classNames[i]!),
        }),
      ),
      cellMatrix(cells, layout),
      // The cells' own lines lie half outside of the picture at its edges.
      rect(left + 0.5, layout.y + 0.5, size * cellWidth - 1, size * layout.cellHeight - 1, {
        role: 'grid',
        stroke: 'axis',
        strokeWidth: 1,
      }),
      ...(selected === undefined
        ? []
        : [
            matrixFrame(
              layout,
              [selected.truth, selected.truth + 1],
              [selected.predicted, selected.predicted + 1],
              'selected',
            ),
          ]),
    ],
  };
}

/** What a name keeps at least, to be known by it: `Trou…`, and of wider letters `プルオ…`. */
const least = { letters: 3, cells: 4 };

/** Whether names that were cut still say which class each is. */
function canBeTold(shown: readonly string[], names: readonly string[]): boolean {
  const isEach = shown.every((name, i) => {
    const kept = Array.from(name).slice(0, -1);
    const isLong = kept.length >= least.letters && cellsOf(kept.join('')) >= least.cells;
    return isLong || name === names[i];
  });
  return isEach && new Set(shown).size === new Set(names).size;
}

/** The whole name for the pointer and a screen reader, where another text stands for it. */
function inFull(shown: string, name: string): { readonly label?: string } {
  return shown === name ? {} : { label: name };
}

/** What a cell may say, the longest first. */
function cellTexts(
  count: number,
  total: number,
  show: 'counts' | 'rows',
  room: number,
): readonly string[] {
  if (count === 0) return [];
  // One notation for the whole matrix: the head of the columns says that these are percent.
  if (show === 'rows') {
    const share = count / total;
    return [room >= 5 * cell.width ? formatShare(share) : String(Math.round(100 * share))];
  }
  return [String(count), ...(count < 1000 ? [] : [`${Math.round(count / 1000)}k`])];
}

function changeTexts(change: number): readonly string[] {
  if (change === 0) return [];
  const sign = change > 0 ? '+' : '−';
  return [`${sign}${Math.abs(change)}`, sign];
}

function describeChange(
  counts: ConfusionRecord['counts'],
  since: ConfusionRecord['counts'],
  { change }: Words,
): string {
  const changes = counts.map((row, i) => row[i]! - since[i]![i]!);
  const better = sum(changes, (one) => Math.max(0, one));
  const worse = sum(changes, (one) => Math.max(0, -one));
  return change.finding(formatCount(better), formatCount(worse));
}

function describe(
  { counts, classNames }: ConfusionRecord,
  totals: readonly number[],
  words: Words,
  locale: Locale,
): string {
  const total = sum(totals);
  const right = sum(counts, (row, i) => row[i]!);
  const mistakes = counts.flatMap((row, truth) =>
    Array.from(row, (count, predicted) => ({ truth, predicted, count })).filter(
      (one) => one.truth !== one.predicted && one.count > 0,
    ),
  );
  const most = max(mistakes, (one) => one.count);
  const worst = mistakes.find((one) => one.count === most);
  const overall = words.right(formatShare(total === 0 ? 0 : right / total), formatCount(total));
  if (worst === undefined) return joinSentences([overall, words.none], locale);
  const names = [classNames[worst.truth]!, classNames[worst.predicted]!] as const;
  return joinSentences([overall, words.worst(...names, formatCount(worst.count))], locale);
}
