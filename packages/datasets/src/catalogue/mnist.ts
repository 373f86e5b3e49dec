import type { DatasetInfo } from './dataset-info.js';
import { idxFiles } from './idx-files.js';

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

export const mnistInfo = {
  name: 'mnist',
  title: { en: 'MNIST handwritten digits', ja: 'MNIST 手書き数字' },
  summary: {
    en: 'Digits written by census workers and pupils, 28x28 grey.',
    ja: '国勢調査の職員と高校生が書いた数字。28x28のグレー画像。',
  },
  licence: 'CC BY-SA 3.0',
  homepage: 'https://yann.lecun.com/exdb/mnist/',
  inputShape: [28, 28, 1],
  sizes: { train: 60000, test: 10000 },
  classNames: { en: digits, ja: digits },
  mirrors: [
    'https://storage.googleapis.com/cvdf-datasets/mnist/',
    'https://ossci-datasets.s3.amazonaws.com/mnist/',
  ],
  files: idxFiles(
    [
      { sizeBytes: 9912422, sha256: null },
      { sizeBytes: 28881, sha256: null },
      { sizeBytes: 1648877, sha256: null },
      { sizeBytes: 4542, sha256: null },
    ],
    [
      'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
      '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
      '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
      'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    ],
  ),
} as const satisfies DatasetInfo;
