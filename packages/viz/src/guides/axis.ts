import { path, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';

/** One mark on an axis: where, and what it says. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface AxisLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** The horizontal axis; its numbers take the 24 units below. */
  readonly bottom: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** Name of what runs along the bottom, written after the last number. */
  readonly xTitle?: string;
}

/**
 * Axes of a rectangular plot: a line below and one on the left, faint lines across at the numbers.
 * What runs upwards is named above the plot by the chart, so no text is turned on its side.
 */
export function axes(layout: AxisLayout): readonly Mark[] {
  const { left, right, top, bottom, xTicks, yTicks, xTitle } = layout;
  const name = { role: 'axis', fill: 'muted' } as const;
  return [
    ...yTicks.map(({ at }) => path(`M${left} ${at}H${right}`, { role: 'grid', stroke: 'grid' })),
    path(`M${left} ${top}V${bottom}H${right}`, { role: 'axis', stroke: 'axis' }),
    ...yTicks.map((tick) => text(left - 6, tick.at, tick.text, { ...name, align: 'end' })),
    ...xTicks.map((tick) => text(tick.at, bottom + 17, tick.text, { ...name, align: 'middle' })),
    ...(xTitle === undefined ? [] : [text(right, bottom + 33, xTitle, { ...name, align: 'end' })]),
  ];
}
