import type { DatasetInfo } from './dataset-info.js';

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

export const syntheticDigitsInfo = {
  name: 'synthetic-digits',
  title: { en: 'Drawn digits', ja: '合成した手書き数字' },
  summary: {
    en: 'Digits drawn by a program with a shaky pen and prepared as MNIST is; works offline.',
    ja: 'プログラムが手書き風に描き、MNISTと同じ前処理をした数字。オフラインで使える。',
  },
  licence: 'MIT',
  homepage: null,
  inputShape: [28, 28, 1],
  sizes: { train: 60000, test: 10000 },
  classNames: { en: digits, ja: digits },
  mirrors: [],
  files: [],
} as const satisfies DatasetInfo;
