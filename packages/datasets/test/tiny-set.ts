import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type DatasetInfo, encodeIdx } from '@manabi/datasets';

function fingerprint(bytes: Uint8Array): { sizeBytes: number; sha256: string } {
  return { sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A published set of a few 2x3 images, made here: what its mirrors send, and its catalogue entry. */
export function tinySet(): {
  info: DatasetInfo;
  gzipped: Map<string, Buffer>;
  plain: Map<string, Uint8Array>;
} {
  const images = (n: number) => ({
    shape: [n, 2, 3],
    data: Uint8Array.from({ length: n * 6 }, (_, i) => (i * 37) % 256),
  });
  const labels = (n: number) => ({
    shape: [n],
    data: Uint8Array.from({ length: n }, (_, i) => i % 2),
  });
  const contents = [
    ['train', 'images', 'train-images-idx3-ubyte', encodeIdx(images(400))],
    ['train', 'labels', 'train-labels-idx1-ubyte', encodeIdx(labels(400))],
    ['test', 'images', 't10k-images-idx3-ubyte', encodeIdx(images(10))],
    ['test', 'labels', 't10k-labels-idx1-ubyte', encodeIdx(labels(10))],
  ] as const;
  const gzipped = new Map(contents.map(([, , name, bytes]) => [`${name}.gz`, gzipSync(bytes)]));
  return {
    gzipped,
    plain: new Map(contents.map(([, , name, bytes]) => [name, bytes])),
    info: {
      name: 'tiny',
      title: { en: 'Tiny', ja: '小さい' },
      summary: { en: 'Made by a test.', ja: 'テスト用。' },
      licence: 'MIT',
      homepage: null,
      inputShape: [2, 3, 1],
      sizes: { train: 400, test: 10 },
      classNames: { en: ['even', 'odd'], ja: ['偶数', '奇数'] },
      mirrors: [],
      files: contents.map(([part, holds, name, bytes]) => ({
        part,
        holds,
        name,
        gzip: fingerprint(gzipped.get(`${name}.gz`)!),
        content: fingerprint(bytes),
      })),
    },
  };
}
