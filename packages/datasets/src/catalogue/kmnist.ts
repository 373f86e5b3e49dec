import type { DatasetInfo } from './dataset-info.js';
import { idxFiles } from './idx-files.js';

/**
 * Its publisher states checksums of the gzip files only. A download is checked against those; an
 * IDX file that was unpacked or packed again elsewhere can only be checked for size and structure.
 */
export const kmnistInfo = {
  name: 'kmnist',
  title: { en: 'Kuzushiji-MNIST', ja: 'KMNIST（くずし字）' },
  summary: {
    en: 'Cursive hiragana from books of the Edo period, 28x28 grey.',
    ja: '江戸時代の本から集めたくずし字のひらがな。28x28のグレー画像。',
  },
  licence: 'CC BY-SA 4.0',
  homepage: 'http://codh.rois.ac.jp/kmnist/',
  inputShape: [28, 28, 1],
  sizes: { train: 60000, test: 10000 },
  classNames: {
    en: ['o', 'ki', 'su', 'tsu', 'na', 'ha', 'ma', 'ya', 're', 'wo'],
    ja: ['お', 'き', 'す', 'つ', 'な', 'は', 'ま', 'や', 'れ', 'を'],
  },
  mirrors: ['http://codh.rois.ac.jp/kmnist/dataset/kmnist/'],
  files: idxFiles(
    [
      {
        sizeBytes: 18165135,
        sha256: '51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4',
      },
      {
        sizeBytes: 29497,
        sha256: 'e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17',
      },
      {
        sizeBytes: 3041136,
        sha256: 'edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5',
      },
      {
        sizeBytes: 5120,
        sha256: '20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c',
      },
    ],
    [null, null, null, null],
  ),
} as const satisfies DatasetInfo;
