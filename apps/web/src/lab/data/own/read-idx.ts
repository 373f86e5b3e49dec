/** @file The four IDX files that a reader chose, and what is wrong with them. */
import { DatasetError, idxRole, idxRoles, usualFileName } from '@manabi/datasets';
import { loadIdxFiles } from '@manabi/datasets/browser';
import type { Assembled } from './assemble-images.js';
import type { DataProblem } from './problems.js';

export async function readIdx(name: string, files: readonly File[]): Promise<Assembled> {
  const refuse = (problem: DataProblem): Assembled => ({ kind: 'refused', problem, notices: [] });
  if (files.length === 0) return refuse({ kind: 'nothing-chosen' });
  const present = files.map((file) => idxRole(file.name));
  const missing = idxRoles.filter(
    ({ part, holds }) => !present.some((role) => role?.part === part && role.holds === holds),
  );
  if (missing.length > 0) {
    return refuse({ kind: 'missing-files', files: missing.map(usualFileName) });
  }
  try {
    const data = await loadIdxFiles(name, files);
    const { classNames } = data.train;
    if (data.train.labels.length === 0 || data.test.labels.length === 0 || classNames.length < 2) {
      return refuse({ kind: 'too-few-classes', classNames });
    }
    return { kind: 'made', data, notices: [] };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    const { message } = error;
    // What names a file is a fault in that file; anything else is a set that does not fit together.
    const file = files.find((one) => one.name === error.path)?.name;
    return refuse(
      file === undefined
        ? { kind: 'mismatched-files', file: name, message }
        : { kind: 'damaged-file', file, message },
    );
  }
}
