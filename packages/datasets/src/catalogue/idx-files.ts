import type { Fingerprint, PublishedFile } from './dataset-info.js';

/** The four files of MNIST, whose names and sizes its successors kept. */
const layout = [
  { part: 'train', holds: 'images', name: 'train-images-idx3-ubyte', sizeBytes: 47040016 },
  { part: 'train', holds: 'labels', name: 'train-labels-idx1-ubyte', sizeBytes: 60008 },
  { part: 'test', holds: 'images', name: 't10k-images-idx3-ubyte', sizeBytes: 7840016 },
  { part: 'test', holds: 'labels', name: 't10k-labels-idx1-ubyte', sizeBytes: 10008 },
] as const;

/**
 * @param gzip - what mirrors send, in the order train images, train labels, test images, test labels.
 * @param contentSha256 - of the IDX files in the same order; null where nobody has published it.
 */
export function idxFiles(
  gzip: readonly Fingerprint[],
  contentSha256: readonly (string | null)[],
): readonly PublishedFile[] {
  return layout.map(({ sizeBytes, ...file }, k) => ({
    ...file,
    gzip: gzip[k]!,
    content: { sizeBytes, sha256: contentSha256[k]! },
  }));
}
