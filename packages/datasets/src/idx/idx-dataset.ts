import type { Dataset } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';
import { parseIdx } from './parse-idx.js';

/** An uncompressed file and the words that name it in errors. */
export interface NamedBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface IdxDatasetSource {
  readonly name: string;
  /** [n, h, w] grey or [n, h, w, c] with 1 or 3 channels. */
  readonly images: NamedBytes;
  /** [n]. */
  readonly labels: NamedBytes;
  /** Default: "0" to the largest label. */
  readonly classNames?: readonly string[];
}

/**
 * Joins a file of images and a file of labels.
 *
 * @returns `inputs` and `labels` are views into the files' bytes.
 * @throws DatasetError `corrupt` when a file is damaged or the two do not belong together.
 */
export function idxDataset({ name, images, labels, classNames }: IdxDatasetSource): Dataset {
  const pixels = parseIdx(images.bytes, images.path);
  const answers = parseIdx(labels.bytes, labels.path);
  const [count, height, width, channels = 1] = pixels.shape;
  const isImage = pixels.shape.length === 3 || pixels.shape.length === 4;
  if (!isImage || !height || !width || (channels !== 1 && channels !== 3)) {
    throw new DatasetError('corrupt', {
      where: images.path,
      expected: 'images of shape [n, height, width] or [n, height, width, 1 or 3]',
      got: `[${pixels.shape.join(', ')}]`,
      path: images.path,
    });
  }
  if (answers.shape.length !== 1 || answers.shape[0] !== count) {
    throw new DatasetError('corrupt', {
      where: labels.path,
      expected: `${count!} labels, one for each image of ${images.path}`,
      got: `[${answers.shape.join(', ')}]`,
      path: labels.path,
      remedy: 'take both files from the same set',
    });
  }
  const largest = answers.data.reduce((max, label) => Math.max(max, label), 0);
  const names = classNames ?? Array.from({ length: largest + 1 }, (_, label) => String(label));
  if (largest >= names.length) {
    throw new DatasetError('corrupt', {
      where: labels.path,
      expected: `labels from 0 to ${names.length - 1}`,
      got: `label ${largest} at index ${answers.data.indexOf(largest)}`,
      path: labels.path,
    });
  }
  return {
    name,
    inputs: pixels.data,
    inputShape: [height, width, channels],
    labels: answers.data,
    classNames: names,
    normalization: { kind: 'scale', factor: 1 / 255 },
  };
}
