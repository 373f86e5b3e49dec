import { formatNumber, type Localized } from '../i18n/language.svelte.js';
import type { Tiles } from './first-weights.js';

export interface ThroughTimeWords {
  readonly title: string;
  /** Name of a moment. */
  readonly moment: (epoch: number) => string;
  readonly play: string;
  readonly hold: string;
  /** Heading of what a moment is judged by. */
  readonly judged: string;
  /** What opens under it. */
  readonly summary: string;
  /** The same for a network without filters. */
  readonly weightsSummary: string;
  readonly compare: string;
  readonly other: string;
  readonly change: string;
  readonly judging: string;
  readonly unjudged: string;
  readonly accuracy: string;
  readonly loss: string;
  /** A difference of two percentages. */
  readonly points: (difference: string) => string;
  readonly tiles: Readonly<Record<Tiles['kind'], (layer: string) => string>>;
  readonly tile: Readonly<Record<Exclude<Tiles['kind'], 'matrix'>, (index: number) => string>>;
  readonly colors: (largest: string) => string;
  readonly order: string;
  /** Where they stand below each other. */
  readonly orderDown: string;
  readonly changeColors: (largest: string) => string;
  readonly largest: (size: string) => string;
  readonly largestChange: (size: string) => string;
  readonly all: (count: string) => string;
  readonly fewer: string;
}

const decimals = { maximumFractionDigits: 2 } as const;

export const throughTimeWords: Localized<ThroughTimeWords> = {
  en: {
    title: 'Through time',
    moment: (epoch) =>
      epoch === 0
        ? 'before training'
        : Number.isInteger(epoch)
          ? `after epoch ${formatNumber(epoch)}`
          : `within epoch ${Math.ceil(epoch)} (${formatNumber(epoch, decimals)})`,
    play: 'Let time pass',
    hold: 'Hold time',
    judged: 'At this moment',
    summary: 'The confusion matrix and the filters of this moment, or of two side by side',
    weightsSummary: 'The confusion matrix and the weights of this moment, or of two side by side',
    compare: 'Compare with another moment',
    other: 'The other moment',
    change: 'From the earlier to the later',
    judging: 'Judging it on the test data…',
    unjudged: 'This moment could not be judged.',
    accuracy: 'Test accuracy',
    loss: 'Test loss',
    points: (difference) => `${difference} points`,
    tiles: {
      filter: (layer) => `Filters of ${layer}`,
      unit: (layer) => `Weights of each neuron of ${layer}, as an image`,
      matrix: (layer) => `Weights of ${layer}: inputs down, neurons across`,
      map: (layer) => `Feature maps of ${layer} for the image on show`,
    },
    tile: {
      filter: (index) => `filter ${index}`,
      unit: (index) => `neuron ${index + 1}`,
      map: (index) => `map ${index}`,
    },
    colors: (largest) => `Colours go from −${largest} to ${largest}.`,
    order:
      'Left the moment on show, in the middle the other one, on the right what changed between them.',
    orderDown:
      'Above the moment on show, in the middle the other one, below what changed between them.',
    changeColors: (largest) => `Green grew, pink shrank, by ${largest} at most.`,
    largest: (size) => `at most ${size}`,
    largestChange: (size) => `changed by ${size} at most`,
    all: (count) => `Show all ${count}`,
    fewer: 'Show fewer',
  },
  ja: {
    title: '時間をたどる',
    moment: (epoch) =>
      epoch === 0
        ? '学習前'
        : Number.isInteger(epoch)
          ? `${formatNumber(epoch)}エポック後`
          : `${Math.ceil(epoch)}エポック目の途中（${formatNumber(epoch, decimals)}）`,
    play: '時間を進める',
    hold: '止める',
    judged: 'この時点のネットワーク',
    summary: 'この時点の混同行列とフィルター（2つの時点の比較）',
    weightsSummary: 'この時点の混同行列と重み（2つの時点の比較）',
    compare: '別の時点と比べる',
    other: '比べる時点',
    change: '前の時点から後の時点への変化',
    judging: 'テストデータで評価しています…',
    unjudged: 'この時点は評価できませんでした。',
    accuracy: 'テストの正解率',
    loss: 'テストの損失',
    points: (difference) => `${difference}ポイント`,
    tiles: {
      filter: (layer) => `${layer}のフィルター`,
      unit: (layer) => `${layer}の各ニューロンの重み（画像として）`,
      matrix: (layer) => `${layer}の重み（縦が入力、横がニューロン）`,
      map: (layer) => `表示中の画像に対する${layer}の特徴マップ`,
    },
    tile: {
      filter: (index) => `フィルター${index}`,
      unit: (index) => `ニューロン${index + 1}`,
      map: (index) => `マップ${index}`,
    },
    colors: (largest) => `色の範囲は−${largest}から${largest}までです。`,
    order: '左が表示中の時点、中央が比べる時点、右が両者の間の変化です。',
    orderDown: '上が表示中の時点、中央が比べる時点、下が両者の間の変化です。',
    changeColors: (largest) => `緑は増加、ピンクは減少で、変化の大きさは最大${largest}です。`,
    largest: (size) => `大きさは最大${size}`,
    largestChange: (size) => `変化の大きさは最大${size}`,
    all: (count) => `${count}個すべてを表示`,
    fewer: '表示を減らす',
  },
};
