import { scaleLinear } from 'd3-scale';
import { axes } from '../guides/axis.js';
import type { ChartOptions } from '../records/chart-options.js';
import { circle, group, path, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import { joinSentences } from '../text/join-sentences.js';
import type { Messages } from '../text/locale.js';
import { cell, textRoom } from '../text/measure-text.js';
import { formatNumber, formatShare } from '../text/number-format.js';
import { seriesToken } from '../theme/theme.js';

export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  /** Index of the true class. */
  readonly label: number;
}

/** What a network with two inputs says over a rectangle of them. */
export interface DecisionRecord {
  readonly xRange: readonly [low: number, high: number];
  readonly yRange: readonly [low: number, high: number];
  readonly xName: string;
  readonly yName: string;
  readonly columns: number;
  readonly rows: number;
  /** [rows * columns]: class that the network says there, the top row (largest y) first. */
  readonly classes: ArrayLike<number>;
  /** [rows * columns]: its probability, in [0, 1]. */
  readonly confidence: ArrayLike<number>;
  readonly classNames: readonly string[];
  readonly points?: readonly LabelledPoint[];
}

const messages: Messages<{
  title: string;
  finding: (right: number, total: number, share: string) => string;
  regions: (name: string, share: string) => string;
  class: string;
  area: string;
}> = {
  en: {
    title: 'Decision regions',
    finding: (right, total, share) =>
      `${right} of ${total} points (${share}) lie in the region of their own class.`,
    regions: (name, share) => `The largest region is that of ${name}, ${share} of the area.`,
    class: 'Class',
    area: 'Share of the area',
  },
  ja: {
    title: '決定領域',
    finding: (right, total, share) =>
      `${total}点のうち${right}点（${share}）が自分のクラスの領域にあります。`,
    regions: (name, share) => `最も広いのは「${name}」の領域で、面積の${share}です。`,
    class: 'クラス',
    area: '面積の割合',
  },
};

/**
 * Where a two-input network says which class: one colour a class, paler where it is less sure.
 * Points have a shape for each class beside the colour. Default width 480.
 *
 * @throws SceneError `chart-record` when classes or confidence are not columns times rows.
 */
export function decisionRegions(record: DecisionRecord, options: ChartOptions = {}): Scene {
  const { columns, rows, classes, confidence, classNames, points = [] } = record;
  expectLength('decisionRegions: classes', classes, columns * rows);
  expectLength('decisionRegions: confidence', confidence, columns * rows);
  const { width = 480, locale = 'en' } = options;
  const words = messages[locale];
  const [left, right] = [7 * cell.width, width - 8];
  const [top, bottom] = [3 * cell.height, 19 * cell.height];
  const x = scaleLinear(record.xRange, [left, right]);
  const y = scaleLinear(record.yRange, [bottom, top]);
  const [cellWidth, cellHeight] = [(right - left) / columns, (bottom - top) / rows];
  const regions = Array.from(classes, (label, i) => ({ label, i }));
  const shares = classNames.map(
    (_, label) => regions.filter((one) => one.label === label).length / regions.length,
  );
  const largest = shares.indexOf(Math.max(...shares));
  const inside = points.filter((point) => said(record, point) === point.label).length;
  const title = options.title ?? words.title;
  return {
    width,
    height: bottom + 3 * cell.height,
    title,
    description: joinSentences(
      [
        ...(points.length === 0
          ? []
          : [words.finding(inside, points.length, formatShare(inside / points.length))]),
        words.regions(classNames[largest]!, formatShare(shares[largest]!)),
      ],
      locale,
    ),
    table: {
      caption: title,
      columns: [words.class, words.area],
      rows: classNames.map((name, i) => [name, formatShare(shares[i]!)]),
    },
    marks: [
      ...legend(classNames),
      text(0, 2 * cell.height + 4, record.yName, { fill: 'muted' }),
      group(
        regions.map(({ label, i }) => {
          const [column, row] = [i % columns, Math.floor(i / columns)];
          // Whole units, so that no seam shows between neighbours.
          const [x0, x1] = [column, column + 1].map((at) => Math.round(left + at * cellWidth));
          const [y0, y1] = [row, row + 1].map((at) => Math.round(top + at * cellHeight));
          return rect(x0!, y0!, x1! - x0!, y1! - y0!, {
            fill: seriesToken(label),
            opacity: 0.1 + 0.5 * (confidence[i] ?? 0) ** 2,
          });
        }),
        { id: 'regions' },
      ),
      ...axes({
        left,
        right,
        top,
        bottom,
        xTitle: record.xName,
        xTicks: x.ticks(5).map((at) => ({ at: x(at), text: formatNumber(at) })),
        yTicks: y.ticks(5).map((at) => ({ at: y(at), text: formatNumber(at) })),
      }),
      ...points.map((point, i) =>
        pointMark(x(point.x), y(point.y), point.label, `point-${i}`, classNames),
      ),
    ],
  };
}

/** What the network says at a point. */
function said(
  { xRange, yRange, columns, rows, classes }: DecisionRecord,
  point: LabelledPoint,
): number {
  const across = (point.x - xRange[0]) / (xRange[1] - xRange[0]);
  const up = (point.y - yRange[0]) / (yRange[1] - yRange[0]);
  const column = Math.min(columns - 1, Math.max(0, Math.floor(across * columns)));
  const row = Math.min(rows - 1, Math.max(0, Math.floor((1 - up) * rows)));
  return classes[row * columns + column]!;
}

function pointMark(
  x: number,
  y: number,
  label: number,
  id: string,
  names: readonly string[],
): Mark {
  return shapeOf(label, x, y, { id, label: names[label]!, datum: { class: label } });
}

/** Circle, square, triangle, then again: the class without its colour. */
function shapeOf(
  label: number,
  x: number,
  y: number,
  rest: { id?: string; label?: string; datum?: { class: number } },
): Mark {
  const style = {
    ...rest,
    fill: seriesToken(label),
    stroke: 'background',
    strokeWidth: 1.5,
  } as const;
  if (label % 3 === 1) return rect(x - 4, y - 4, 8, 8, style);
  if (label % 3 === 2) return path(`M${x} ${y - 5.5}L${x + 5.5} ${y + 4}H${x - 5.5}Z`, style);
  return circle(x, y, 4.5, style);
}

function legend(names: readonly string[]): readonly Mark[] {
  let x = 0;
  return names.flatMap((name, i) => {
    const start = x;
    x += textRoom(name, 12) + 4 * cell.width;
    return [shapeOf(i, start + 4, 8, {}), text(start + 2 * cell.width, 8, name)];
  });
}
