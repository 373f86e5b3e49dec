import type { DatasetInfo } from './dataset-info.js';

export const irisInfo = {
  name: 'iris',
  title: { en: "Fisher's irises", ja: 'アヤメ（Iris）' },
  summary: {
    en: 'Four measurements of 150 flowers of three species, in centimetres.',
    ja: '3種のアヤメ150本の、がく片と花弁の長さと幅（cm）。',
  },
  licence: 'Public domain (Fisher 1936)',
  homepage: 'https://doi.org/10.1111/j.1469-1809.1936.tb02137.x',
  inputShape: [4],
  sizes: { train: 120, test: 30 },
  classNames: {
    en: ['setosa', 'versicolor', 'virginica'],
    ja: ['セトサ', 'バーシカラー', 'バージニカ'],
  },
  mirrors: [],
  files: [],
} as const satisfies DatasetInfo;
