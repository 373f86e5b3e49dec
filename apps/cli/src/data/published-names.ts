import { datasetInfo, datasetNames, type PublishedDatasetName } from '@manabi/datasets';
import { UsageError } from '../failures/usage-error.js';
import { inWords } from '../options/choice.js';
import { suggestion } from '../options/nearest-word.js';

/** The sets that consist of files which can be downloaded. */
export const publishedNames = datasetNames.filter(
  (name): name is PublishedDatasetName => datasetInfo(name).files.length > 0,
);

/** @throws UsageError for a name that is none of them. */
export function publishedName(word: string): PublishedDatasetName {
  const name = publishedNames.find((known) => known === word.toLowerCase());
  if (name !== undefined) return name;
  const isEmbedded = (datasetNames as readonly string[]).includes(word);
  throw new UsageError(
    isEmbedded
      ? `${word} is part of manabi: there is nothing to download or verify`
      : `expected ${inWords(publishedNames)}, got "${word}"${suggestion(word, publishedNames)}`,
  );
}
