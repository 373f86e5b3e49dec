import { type DatasetName, datasetNames, isDatasetName } from '../catalogue/dataset-info.js';
import { DatasetError } from '../dataset-error.js';

/** What a word such as `mnist` or `idx:./scans` means. */
export type DatasetReference =
  | { readonly kind: 'named'; readonly name: DatasetName }
  | { readonly kind: 'idx'; readonly directory: string }
  | { readonly kind: 'images'; readonly directory: string };

/**
 * Reads `mnist` and the other known names, `idx:DIR` (a folder with four IDX files) and
 * `images:DIR` (a folder with one subfolder of images per class).
 *
 * @throws DatasetError `invalid` for any other word.
 */
export function parseDatasetReference(word: string): DatasetReference {
  if (isDatasetName(word)) return { kind: 'named', name: word };
  const match = /^(idx|images):(.+)$/s.exec(word);
  if (match === null) {
    throw new DatasetError('invalid', {
      where: 'data set',
      expected: `one of ${datasetNames.join(', ')}, idx:DIR or images:DIR`,
      got: `"${word}"`,
    });
  }
  return { kind: match[1] === 'idx' ? 'idx' : 'images', directory: match[2]! };
}
