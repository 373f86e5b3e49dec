import { max, maxIndex } from 'd3-array';
import type { ChartOptions } from '../records/chart-options.js';
import { group, path, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import { fitText } from '../text/fit-text.js';
import type { Messages } from '../text/locale.js';
import { cell, textRoom } from '../text/measure-text.js';
import { formatFixed } from '../text/number-format.js';
import { roundToSum } from '../text/round-to-sum.js';

/** The last layer's outputs before softmax. */
export interface SoftmaxRecord {
  /** [classes] */
  readonly logits: ArrayLike<number>;
  readonly classNames: readonly string[];
}

export interface SoftmaxStepsOptions extends ChartOptions {
  /** How far the calculation is shown. Default `probabilities`, all of it. */
  readonly step?: 'logits' | 'exponentials' | 'sum' | 'probabilities';
  /** The class whose row stands out, from its logit to its probability. */
  readonly selected?: number;
  /** Height of a class's row in pixels, 16 or more. Default 16, a line in a terminal. */
  readonly rowHeight?: number;
}

interface Words {
  readonly title: string;
  readonly class: string;
  readonly logit: string;
  readonly exponential: string;
  readonly probability: string;
  readonly sum: string;
  readonly finding: (name: string, share: string, logit: string) => string;
}

const messages: Messages<Words> = {
  en: {
    title: 'Softmax step by step',
    class: 'class',
    logit: 'logit z',
    exponential: 'e^z',
    probability: 'e^z ÷ sum',
    sum: 'sum',
    finding: (name, share, logit) =>
      `${name} has the largest logit, ${logit}, and so the largest probability, ${share}.`,
  },
  ja: {
    title: 'ソフトマックスの計算',
    class: 'クラス',
    logit: 'ロジット z',
    exponential: 'e^z',
    probability: 'e^z ÷ 合計',
    sum: '合計',
    finding: (name, share, logit) =>
      `ロジットが最大なのは「${name}」（${logit}）で、確率も最大の${share}になります。`,
  },
};

const steps = ['logits', 'exponentials', 'sum', 'probabilities'] as const;

/**
 * From logits to probabilities, one row a class: `p_i = e^{z_i} / sum_j e^{z_j}`
 * (Goodfellow et al. 2016, section 6.2.2.3). The numbers shown add up to the last digit.
 * Default width 640.
 *
 * @throws SceneError `chart-record` when logits and names differ in number.
 */
export function softmaxSteps(record: SoftmaxRecord, options: SoftmaxStepsOptions = {}): Scene {
  const { classNames } = record;
  expectLength('softmaxSteps: logits', record.logits, classNames.length);
  const { width = 640, locale = 'en', step = 'probabilities', selected } = options;
  const { rowHeight = cell.height } = options;
  const words = messages[locale];
  const logits = Array.from(record.logits);
  const exponentials = logits.map(Math.exp);
  const total = exponentials.reduce((a, b) => a + b, 0);
  // Five digits of the sum, so that small terms are seen.
  const decimals = Math.max(0, Math.min(6, 4 - Math.floor(Math.log10(total))));
  const shownTerms = roundToSum(exponentials, decimals);
  const probabilities = exponentials.map((term) => term / total);
  const percents = roundToSum(
    probabilities.map((share) => 100 * share),
    2,
  );
  const shown = steps.indexOf(step);
  const nameRoom = Math.max(...[words.class, ...classNames].map((name) => textRoom(name, 12)));
  const left = Math.ceil((Math.min(width / 4, nameRoom) + 8) / cell.width) * cell.width;
  const third = Math.floor((width - left) / 3 / cell.width) * cell.width;
  const columns = [left, left + third, left + 2 * third] as const;
  const widest = max(logits, Math.abs) ?? 1;
  const shownLogits = logits.map((logit) => formatFixed(logit, 2));
  const winner = maxIndex(logits);
  // Where there is little room, a column's numbers take no more than they need.
  const numberRoom = (numbers: readonly string[]) => {
    if (third >= 18 * cell.width) return 9 * cell.width;
    return (1 + Math.max(0, ...numbers.map((each) => each.length))) * cell.width;
  };
  const logitRoom = numberRoom(shownLogits);
  const termRoom = numberRoom([total.toFixed(decimals)]);
  const shareRoom = numberRoom(['100.00%']);
  const rows = classNames.map((name, i) => {
    const marks: Mark[] = [
      rect(0, 0, width, rowHeight, {
        fill: i === selected ? 'surface' : 'transparent',
        role: 'decoration',
      }),
      text(left - 8, rowHeight / 2, fitText(name, 12, left - 8), {
        align: 'end',
        bold: i === winner,
      }),
      ...logitBar(logits[i]!, widest, columns[0], third, rowHeight, logitRoom),
    ];
    if (shown >= 1) {
      marks.push(
        ...amountBar(
          shownTerms[i]!.toFixed(decimals),
          exponentials[i]! / total,
          columns[1],
          third,
          rowHeight,
          termRoom,
          'neutral',
        ),
      );
    }
    if (shown >= 3) {
      marks.push(
        ...amountBar(
          `${percents[i]!.toFixed(2)}%`,
          probabilities[i]!,
          columns[2],
          third,
          rowHeight,
          shareRoom,
          'truth',
        ),
      );
    }
    return group(marks, {
      id: `class-${i}`,
      y: cell.height + i * rowHeight,
      label: `${name}: ${words.logit} ${formatFixed(logits[i]!, 2)}, ${percents[i]!.toFixed(2)}%`,
      datum: { class: i },
      focusable: true,
    });
  });
  const head = { fill: 'muted', bold: true } as const;
  const sumY = cell.height + classNames.length * rowHeight + 4;
  const sums = [
    text(left - 8, sumY + 4, words.sum, { ...head, align: 'end' }),
    path(`M${columns[1]} ${sumY - 5}H${width}`, { role: 'grid', stroke: 'axis' }),
    text(columns[1], sumY + 4, total.toFixed(decimals), { bold: true, id: 'sum' }),
    ...(shown >= 3 ? [text(columns[2], sumY + 4, '100.00%', { bold: true })] : []),
  ];
  const title = options.title ?? words.title;
  return {
    width,
    height: sumY + 12,
    title,
    description: words.finding(
      classNames[winner] ?? '',
      `${(percents[winner] ?? 0).toFixed(2)}%`,
      formatFixed(logits[winner] ?? 0, 2),
    ),
    table: {
      caption: title,
      columns: [words.class, words.logit, words.exponential, words.probability],
      rows: classNames.map((name, i) => [
        name,
        formatFixed(logits[i]!, 2),
        shownTerms[i]!.toFixed(decimals),
        `${percents[i]!.toFixed(2)}%`,
      ]),
    },
    marks: [
      text(left - 8, 6, words.class, { ...head, align: 'end' }),
      text(columns[0], 6, words.logit, head),
      ...(shown >= 1 ? [text(columns[1], 6, words.exponential, head)] : []),
      ...(shown >= 3 ? [text(columns[2], 6, words.probability, head)] : []),
      ...rows,
      ...(shown >= 2 ? sums : []),
    ],
  };
}

/** Where a bar lies in its row: in a line of a terminal it fills all but two pixels. */
function barPlace(rowHeight: number): { readonly y: number; readonly height: number } {
  const air = (rowHeight - cell.height) / 2;
  return { y: 2 + air / 2, height: rowHeight - 2 - air };
}

function logitBar(
  logit: number,
  widest: number,
  x: number,
  room: number,
  rowHeight: number,
  numberRoom: number,
): readonly Mark[] {
  const half = Math.max(0, room - numberRoom - cell.width) / 2;
  const length = (Math.abs(logit) / widest) * half;
  const middle = x + numberRoom + half;
  const { y, height } = barPlace(rowHeight);
  return [
    text(x, rowHeight / 2, formatFixed(logit, 2)),
    rect(logit < 0 ? middle - length : middle, y, length, height, {
      fill: {
        scale: 'logit',
        value: 0.5 + Math.sign(logit) * (0.3 + (0.15 * Math.abs(logit)) / widest),
      },
    }),
  ];
}

function amountBar(
  shown: string,
  share: number,
  x: number,
  room: number,
  rowHeight: number,
  numberRoom: number,
  fill: 'neutral' | 'truth',
): readonly Mark[] {
  const length = Math.max(0, room - numberRoom - cell.width);
  const { y, height } = barPlace(rowHeight);
  return [text(x, rowHeight / 2, shown), rect(x + numberRoom, y, length * share, height, { fill })];
}
