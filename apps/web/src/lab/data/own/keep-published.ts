/** @file The four files of a published set that the reader chose: checked byte for byte and kept like a download. */
import { DatasetError, idxRole, type PublishedDatasetName } from '@manabi/datasets';
import { loadPublishedDataset } from '@manabi/datasets/browser';
import type { DataProblem } from './problems.js';

export type KeptPublished =
  { readonly kind: 'kept' } | { readonly kind: 'refused'; readonly problem: DataProblem };

/** Any address ending in `/`: nothing is ever asked of it. */
const chosenFolder = 'https://chosen.invalid/';

export async function keepPublished(
  name: PublishedDatasetName,
  files: readonly File[],
): Promise<KeptPublished> {
  const missing: string[] = [];
  try {
    await loadPublishedDataset(name, {
      mirrors: [chosenFolder],
      // In place of a server: the file that the reader chose, packed or not.
      fetch: (input) => {
        const wanted = (input as string).slice(chosenFolder.length);
        const file = fileFor(wanted, files);
        if (file === undefined) missing.push(wanted);
        return Promise.resolve(
          file === undefined ? new Response(null, { status: 404 }) : new Response(file),
        );
      },
    });
    return { kind: 'kept' };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    const { message } = error;
    const problem: DataProblem =
      missing.length > 0
        ? { kind: 'missing-files', files: missing }
        : { kind: 'mismatched-files', file: name, message };
    return { kind: 'refused', problem };
  }
}

function fileFor(wanted: string, files: readonly File[]): File | undefined {
  const role = idxRole(wanted);
  return files.find((file) => {
    const found = idxRole(file.name);
    return found?.part === role?.part && found?.holds === role?.holds;
  });
}
