import { maxIndex } from 'd3-array';
import type { ChartOptions } from '../records/chart-options.js';
import { greyImage, type GreyImage } from '../records/grey-image.js';
import { group, path, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import type { Messages } from '../text/locale.js';
import { cell, measureText, textRoom } from '../text/measure-text.js';
import { formatShare } from '../text/number-format.js';
import type { Token } from '../theme/theme.js';

/** What a classifier says about one example. */
export interface PredictionRecord {
  /** [classes], in [0, 1]; they sum to 1, or are all 0 before there is an answer. */
  readonly probabilities: ArrayLike<number>;
  /** [classes], in the reader's language. */
  readonly classNames: readonly string[];
  /** Index of the true class, where it is known. */
  readonly truth?: number;
  /** The example itself, drawn on the left. */
  readonly image?: GreyImage;
}

export interface PredictionBarsOptions extends ChartOptions {
  /** `horizontal` gives long names room. Default: `vertical` where the names fit under the bars. */
  readonly orientation?: 'vertical' | 'horizontal';
  /** Height of the image in scene units, default 224: 14 rows of a terminal. */
  readonly imageSize?: number;
}

const messages: Messages<{
  title: string;
  /** A class and what it got. */
  said: (name: string, share: string) => string;
  truth: (name: string) => string;
  right: (name: string, share: string) => string;
  wrong: (name: string, share: string, truth: string, truthShare: string) => string;
  unknown: (name: string, share: string) => string;
  /** Where all probabilities are 0. */
  none: string;
  class: string;
  probability: string;
  note: string;
  /** Between two roles. */
  and: string;
}> = {
  en: {
    title: 'Prediction',
    said: (name, share) => `${name}: ${share}`,
    truth: (name) => ` (true: ${name})`,
    right: (name, share) => `The network is right: ${name}, with ${share} confidence.`,
    wrong: (name, share, truth, truthShare) =>
      `The network says ${name} with ${share} confidence; it is ${truth}, which got ${truthShare}.`,
    unknown: (name, share) => `The network says ${name}, with ${share} confidence.`,
    none: 'There is no answer yet.',
    class: 'Class',
    probability: 'Probability',
    note: 'Role',
    and: ', ',
  },
  ja: {
    title: '予測',
    said: (name, share) => `${name}：${share}`,
    truth: (name) => `（正解：${name}）`,
    right: (name, share) => `正解です。「${name}」と予測し、確信度は${share}です。`,
    wrong: (name, share, truth, truthShare) =>
      `「${name}」と予測しましたが（確信度${share}）、正解は「${truth}」です（${truthShare}）。`,
    unknown: (name, share) => `「${name}」と予測しました。確信度は${share}です。`,
    none: 'まだ答えはありません。',
    class: 'クラス',
    probability: '確率',
    note: '区分',
    and: '、',
  },
};

const roles: Messages<{ predicted: string; truth: string }> = {
  en: { predicted: 'predicted', truth: 'true' },
  ja: { predicted: '予測', truth: '正解' },
};

interface Bar {
  readonly index: number;
  readonly name: string;
  readonly share: number;
  readonly fill: Token;
  /** A sign beside the colour for readers who do not see it. */
  readonly sign: '' | '✓ ' | '✗ ';
  /** Name and share, with the sign. */
  readonly said: string;
}

/** Space between the image and the bars. */
const gap = 16;
/** Rows above the bars: caption, empty. */
const header = 2 * cell.height;

/**
 * One bar a class, as in the Keras tutorial: grey, the predicted class red, then the true class
 * blue over it, so that a right answer shows blue only. Default width 480, with an image 640.
 *
 * @throws SceneError `chart-record` when names and probabilities differ in number.
 */
export function predictionBars(
  record: PredictionRecord,
  options: PredictionBarsOptions = {},
): Scene {
  const { probabilities, classNames, truth, image } = record;
  expectLength('predictionBars: probabilities', probabilities, classNames.length);
  const { width = image === undefined ? 480 : 640, locale = 'en', imageSize = 224 } = options;
  const words = messages[locale];
  const predicted = answerOf(probabilities);
  const bars = classNames.map((name, index) => {
    const bar = toBar(record, name, index, predicted);
    return { ...bar, said: `${bar.sign}${words.said(name, formatShare(bar.share))}` };
  });
  const left = image === undefined ? 0 : imageSize + gap;
  // A narrow page has the image above the bars instead of beside them.
  const beside = width - left >= 26 * cell.width;
  const plot = { width: beside ? width - left : width, bars };
  const orientation = options.orientation ?? fittingOrientation(plot.width, classNames);
  const drawn = orientation === 'vertical' ? verticalBars(plot) : horizontalBars(plot);
  const trueName = truth === undefined ? '' : words.truth(classNames[truth]!);
  const answer = bars[predicted];
  const caption = answer === undefined ? [] : [captionMark(answer, trueName, plot.width)];
  const x = beside ? left : 0;
  const y = image === undefined || beside ? 0 : imageSize + cell.height;
  const picture = image === undefined ? [] : [greyImage(image, 0, 0, imageSize)];
  return {
    width,
    height: Math.max(image === undefined ? 0 : imageSize, y + header + drawn.height),
    title: options.title ?? words.title,
    description: describe(record, predicted, locale),
    table: {
      caption: options.title ?? words.title,
      columns: [words.class, words.probability, words.note],
      rows: bars.map(({ name, share, index }) => [
        name,
        formatShare(share),
        [
          ...(index === predicted ? [roles[locale].predicted] : []),
          ...(index === truth ? [roles[locale].truth] : []),
        ].join(words.and),
      ]),
    },
    marks: [...picture, group([...caption, group(drawn.marks, { y: header })], { x, y })],
  };
}

/** Index of the answer; -1 where there is none yet. */
function answerOf(probabilities: ArrayLike<number>): number {
  const highest = maxIndex(Array.from(probabilities));
  return probabilities[highest]! > 0 ? highest : -1;
}

function toBar(
  record: PredictionRecord,
  name: string,
  index: number,
  predicted: number,
): Omit<Bar, 'said'> {
  const share = record.probabilities[index]!;
  if (index === record.truth) return { index, name, share, fill: 'truth', sign: '✓ ' };
  if (index !== predicted) return { index, name, share, fill: 'neutral', sign: '' };
  return record.truth === undefined
    ? { index, name, share, fill: 'series1', sign: '' }
    : { index, name, share, fill: 'predicted', sign: '✗ ' };
}

function captionMark(bar: Bar, truth: string, width: number): Mark {
  const words = `${bar.said}${truth}`;
  return text(0, 8, words, {
    id: 'caption',
    bold: true,
    // Bold letters are up to a tenth wider.
    size: 1.1 * measureText(words, 14) <= width ? 14 : 13,
    fill: truth === '' ? 'text' : bar.fill,
  });
}

function describe(record: PredictionRecord, predicted: number, locale: 'en' | 'ja'): string {
  const { classNames, probabilities, truth } = record;
  const words = messages[locale];
  if (predicted < 0) return words.none;
  const [name, share] = [classNames[predicted]!, formatShare(probabilities[predicted]!)];
  if (truth === undefined) return words.unknown(name, share);
  return truth === predicted
    ? words.right(name, share)
    : words.wrong(name, share, classNames[truth]!, formatShare(probabilities[truth]!));
}

function fittingOrientation(width: number, names: readonly string[]): 'vertical' | 'horizontal' {
  const step = width / names.length;
  return names.every((name) => textRoom(name, 12) <= step - 4) ? 'vertical' : 'horizontal';
}

interface Plot {
  readonly width: number;
  readonly bars: readonly Bar[];
}

type Box = readonly [x: number, y: number, width: number, height: number];

function barGroup(bar: Bar, hit: Box, marks: readonly Mark[]): Mark {
  return group([rect(...hit, { role: 'decoration', fill: 'transparent' }), ...marks], {
    id: `class-${bar.index}`,
    label: bar.said,
    datum: { class: bar.index, probability: bar.share },
    focusable: true,
  });
}

function verticalBars({ width, bars }: Plot): { height: number; marks: readonly Mark[] } {
  const [top, bottom] = [cell.height, 11 * cell.height];
  const exact = width / bars.length;
  // Whole cells keep the bars' sides sharp in a terminal.
  const step = exact < 2 * cell.width ? exact : Math.floor(exact / cell.width) * cell.width;
  const thickness = Math.max(step - cell.width, step / 2);
  const marks = bars.map((bar) => {
    const x = bar.index * step;
    const height = bar.share * (bottom - top);
    const style = { align: 'middle', fill: bar.fill === 'neutral' ? 'muted' : bar.fill } as const;
    const share = valueText(bar, step);
    const half = textRoom(share, 12) / 2;
    // Over a bar at the edge it moves inwards, where it would be cut.
    const middle = Math.min(Math.max(x + thickness / 2, half), width - half);
    const value = text(middle, bottom - height - 8, share, { ...style, bold: true });
    return barGroup(
      bar,
      [x, 0, step, bottom + 24],
      [
        rect(x, bottom - height, thickness, height, { fill: bar.fill }),
        ...(bar.fill === 'neutral' ? [] : [value]),
        text(x + thickness / 2, bottom + 17, bar.name, style),
      ],
    );
  });
  const end = step * bars.length - (step - thickness);
  const base = path(`M0 ${bottom}H${end}`, { role: 'axis', stroke: 'axis' });
  return { height: bottom + 2 * cell.height, marks: [...marks, base] };
}

function valueText(bar: Bar, step: number): string {
  const full = `${bar.sign}${formatShare(bar.share)}`;
  return textRoom(full, 12) <= step + 2 * cell.width ? full : formatShare(bar.share);
}

function horizontalBars({ width, bars }: Plot): { height: number; marks: readonly Mark[] } {
  const row = cell.height;
  const nameRoom = Math.max(...bars.map((bar) => textRoom(bar.name, 12)));
  const left = Math.ceil((nameRoom + 8) / cell.width) * cell.width;
  const longest = Math.max(cell.width, width - left - 9 * cell.width);
  const marks = bars.map((bar) => {
    const y = bar.index * row;
    const end = left + longest * bar.share;
    const emphasised = bar.fill !== 'neutral';
    const style = { fill: emphasised ? bar.fill : 'muted', bold: emphasised } as const;
    return barGroup(
      bar,
      [0, y, width, row],
      [
        text(left - 8, y + 9, bar.name, { ...style, align: 'end' }),
        rect(left, y + 2, end - left, row - 2, { fill: bar.fill }),
        text(end + 8, y + 9, `${bar.sign}${formatShare(bar.share)}`, style),
      ],
    );
  });
  return { height: bars.length * row, marks };
}
