import { readdirSync } from 'node:fs';

const folder = new URL('../src/lessons/', import.meta.url);

/** Names of all lessons: the folders under `src/lessons`. */
export const lessonNames = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Every view of the site as it stands in the address; the front page is empty. */
export const viewNames = [
  '',
  ...lessonNames,
  'lab/data',
  'lab/network',
  'lab/train',
  'lab/look',
  'lab/time',
  'lab/compare',
  'lab/files',
  'network',
  'cnn',
  'computer',
];
