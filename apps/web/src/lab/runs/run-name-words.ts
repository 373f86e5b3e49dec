/** @file What runs are called that nobody named. */
import type { DatasetName } from '@manabi/datasets';
import type { Localized } from '../../i18n/language.svelte.js';

export interface RunNameWords {
  readonly run: (network: string, data: string) => string;
  readonly data: Readonly<Record<DatasetName, string>>;
  readonly own: string;
  readonly images: (data: string, count: string) => string;
  readonly oneLayer: (widths: string) => string;
  /** Between filters and the dense layers behind them. */
  readonly then: string;
  readonly dropout: (network: string) => string;
}

export const runNameWords: Localized<RunNameWords> = {
  en: {
    run: (network, data) => `${network} on ${data}`,
    data: {
      'synthetic-digits': 'drawn digits',
      iris: 'Iris',
      mnist: 'MNIST',
      'fashion-mnist': 'Fashion-MNIST',
      kmnist: 'KMNIST',
    },
    own: 'own data',
    images: (data, count) => `${data}, ${count} images`,
    oneLayer: (widths) => `One layer ${widths}`,
    then: ', then ',
    dropout: (network) => `${network} with dropout`,
  },
  ja: {
    run: (network, data) => `${network}（${data}）`,
    data: {
      'synthetic-digits': '合成した手書き数字',
      iris: 'アヤメ',
      mnist: 'MNIST',
      'fashion-mnist': 'Fashion-MNIST',
      kmnist: 'KMNIST',
    },
    own: '自作データ',
    images: (data, count) => `${data}${count}枚`,
    oneLayer: (widths) => `1層 ${widths}`,
    then: '→',
    dropout: (network) => `${network}・ドロップアウト`,
  },
};
