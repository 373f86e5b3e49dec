/**
 * @file The two themes. Series, sign and change colours start from Okabe and Ito's palette
 * (2008, "Color Universal Design"), moved in lightness until each has a contrast of 3 against the
 * page; the diverging scales are ColorBrewer's, on dark pages turned so that zero is the page.
 */
import { colorScale } from './color-scale.js';
import type { Theme } from './theme.js';

const fontFamily =
  "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', sans-serif";

/** ColorBrewer's BrBG and PRGn (Brewer 2003), eleven colours each. */
const brownToTeal =
  '#543005 #8c510a #bf812d #dfc27d #f6e8c3 #f5f5f5 #c7eae5 #80cdc1 #35978f #01665e #003c30'.split(
    ' ',
  );
const purpleToGreen =
  '#40004b #762a83 #9970ab #c2a5cf #e7d4e8 #f7f7f7 #d9f0d3 #a6dba0 #5aae61 #1b7837 #00441b'.split(
    ' ',
  );

/** ColorBrewer's eleven colours with the light middle replaced by a dark one. */
function aroundDark(scheme: readonly string[], middle: string): readonly string[] {
  const at = (index: number) => scheme[index]!;
  return [at(3), at(2), at(1), middle, at(9), at(8), at(7)];
}

const channels = {
  red: colorScale(['#000000', '#ff0000']),
  green: colorScale(['#000000', '#00ff00']),
  blue: colorScale(['#000000', '#2a4bff']),
};

const ink = colorScale(['#000000', '#ffffff']);

/** Dark marks on a white page. */
export const lightTheme: Theme = {
  name: 'light',
  tokens: {
    background: '#ffffff',
    surface: '#f3f5f8',
    text: '#1b1f24',
    muted: '#57606a',
    axis: '#6e7781',
    grid: '#dde1e6',
    neutral: '#8b949e',
    truth: '#1f5fd0',
    predicted: '#d1242f',
    positive: '#0a6fb8',
    negative: '#c4500a',
    increase: '#00835a',
    decrease: '#b0377f',
    highlight: '#a86a00',
    red: '#c8102e',
    green: '#0b7a2f',
    blue: '#1f4fd8',
    series1: '#0072b2',
    series2: '#c4500a',
    series3: '#00835a',
    series4: '#b0377f',
    series5: '#8a6d00',
    series6: '#57606a',
  },
  scales: {
    ink,
    weight: colorScale([
      '#8a3503',
      '#d9700f',
      '#f7c08a',
      '#f7f7f7',
      '#8fc4ea',
      '#2b83c6',
      '#084a86',
    ]),
    activation: colorScale(brownToTeal),
    logit: colorScale(purpleToGreen),
    change: colorScale([
      '#6d1249',
      '#b0377f',
      '#e9b0d2',
      '#f7f7f7',
      '#9fdcc2',
      '#00835a',
      '#004c33',
    ]),
    amount: colorScale(['#ffffff', '#c6dbef', '#6baed6', '#2171b5', '#08306b']),
    mistake: colorScale(['#ffffff', '#fcc4b0', '#f5704f', '#cb181d', '#67000d']),
    ...channels,
  },
  fontFamily,
};

/** Light marks on a dark page; also what terminals get by default. */
export const darkTheme: Theme = {
  name: 'dark',
  tokens: {
    background: '#0f1318',
    surface: '#1a2028',
    text: '#e8edf2',
    muted: '#a3adb8',
    axis: '#7d8894',
    grid: '#2a323c',
    neutral: '#76818c',
    truth: '#5b9bff',
    predicted: '#ff6b68',
    positive: '#56b4e9',
    negative: '#f08c3c',
    increase: '#2fc493',
    decrease: '#e68abf',
    highlight: '#ffc145',
    red: '#ff6b68',
    green: '#4cc46b',
    blue: '#6d9bff',
    series1: '#56b4e9',
    series2: '#f08c3c',
    series3: '#2fc493',
    series4: '#e68abf',
    series5: '#e6d24a',
    series6: '#a3adb8',
  },
  scales: {
    ink,
    weight: colorScale([
      '#ffb673',
      '#e07a1f',
      '#7a3a08',
      '#161b22',
      '#124b78',
      '#2f8fd0',
      '#9ad3f7',
    ]),
    activation: colorScale(aroundDark(brownToTeal, '#161b22')),
    logit: colorScale(aroundDark(purpleToGreen, '#161b22')),
    change: colorScale([
      '#ffc2e4',
      '#d1619f',
      '#6a2450',
      '#161b22',
      '#0c5a40',
      '#1fa277',
      '#98f2d0',
    ]),
    amount: colorScale(['#161b22', '#12395f', '#1f6bad', '#5aa9e6', '#d3ebff']),
    mistake: colorScale(['#161b22', '#5c1a1d', '#b3302e', '#f4726a', '#ffd9d4']),
    ...channels,
  },
  fontFamily,
};
