import type { DatasetInfo } from './dataset-info.js';
import { idxFiles } from './idx-files.js';

export const fashionMnistInfo = {
  name: 'fashion-mnist',
  title: { en: 'Fashion-MNIST', ja: 'Fashion-MNIST（ファッション画像）' },
  summary: {
    en: 'Photographs of clothes from an online shop, 28x28 grey.',
    ja: '通販サイトの服や靴の写真。28x28のグレー画像。',
  },
  licence: 'MIT',
  homepage: 'https://github.com/zalandoresearch/fashion-mnist',
  inputShape: [28, 28, 1],
  sizes: { train: 60000, test: 10000 },
  classNames: {
    en: [
      'T-shirt/top',
      'Trouser',
      'Pullover',
      'Dress',
      'Coat',
      'Sandal',
      'Shirt',
      'Sneaker',
      'Bag',
      'Ankle boot',
    ],
    ja: [
      'Tシャツ',
      'ズボン',
      'プルオーバー',
      'ドレス',
      'コート',
      'サンダル',
      'シャツ',
      'スニーカー',
      'バッグ',
      'アンクルブーツ',
    ],
  },
  mirrors: [
    'https://storage.googleapis.com/tensorflow/tf-keras-datasets/',
    'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/',
  ],
  files: idxFiles(
    [
      { sizeBytes: 26421880, sha256: null },
      { sizeBytes: 29515, sha256: null },
      { sizeBytes: 4422102, sha256: null },
      { sizeBytes: 5148, sha256: null },
    ],
    [
      'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
      'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
      '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
      '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
    ],
  ),
} as const satisfies DatasetInfo;
