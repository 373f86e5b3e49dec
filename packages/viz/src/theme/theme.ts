import type { ColorScale } from './color-scale.js';

/** Colours by meaning. */
export type Token =
  /** The page under the chart. */
  | 'background'
  /** Panels and boxes on the page. */
  | 'surface'
  | 'text'
  /** Text of second rank. */
  | 'muted'
  | 'axis'
  | 'grid'
  /** Data without emphasis: the grey bars. */
  | 'neutral'
  /** The true class, and right answers. */
  | 'truth'
  /** A predicted class that is not the true one. */
  | 'predicted'
  /** Sign of a number, also drawn solid. */
  | 'positive'
  /** Sign of a number, also drawn dashed. */
  | 'negative'
  /** Direction of a change, also drawn with an arrow up. */
  | 'increase'
  /** Direction of a change, also drawn with an arrow down. */
  | 'decrease'
  /** What the reader points at. */
  | 'highlight'
  | 'red'
  | 'green'
  | 'blue'
  /** Colours of runs and layers, told apart by colour-blind readers. */
  | 'series1'
  | 'series2'
  | 'series3'
  | 'series4'
  | 'series5'
  | 'series6';

/**
 * Colour says what kind of number: inputs are grey (`ink`), weights, activations and logits
 * diverge around zero in a pair of hues each, changes in a pair of their own, and amounts and
 * mistakes grow from the page's colour.
 */
export type ColorScaleName =
  | 'ink'
  | 'weight'
  | 'activation'
  | 'logit'
  /** From the colour of `decrease` to that of `increase`. */
  | 'change'
  | 'amount'
  | 'mistake'
  | 'red'
  | 'green'
  | 'blue';

/** How a scene looks. Make your own by copying one and replacing what you like. */
export interface Theme {
  readonly name: string;
  /** `#rrggbb` each. */
  readonly tokens: Readonly<Record<Token, string>>;
  readonly scales: Readonly<Record<ColorScaleName, ColorScale>>;
  /** Families as in CSS. Text is measured as Helvetica and Noto Sans JP. */
  readonly fontFamily: string;
}

/** The i-th of the six series colours, going round after the last. */
export function seriesToken(index: number): Token {
  return `series${(index % 6) + 1}` as Token;
}
