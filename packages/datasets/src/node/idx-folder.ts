import path from 'node:path';
import type { TrainTestDatasets } from '../dataset.js';
import { type IdxRole, idxRole } from '../idx/idx-file-names.js';
import { idxTrainTest } from '../idx/idx-train-test.js';
import { isGzip, maxUnpackedBytes } from '../published/gzip.js';
import { gunzip } from './gunzip.js';
import { listFolder } from './list-folder.js';
import { readBytes, readBytesIfPresent } from './read-bytes.js';

/** Finds the path of an IDX file by what it holds; of several spellings the first by name. */
export async function findIdxFiles(
  directory: string,
): Promise<(role: IdxRole) => string | undefined> {
  const { files } = await listFolder(directory);
  return ({ part, holds }) => {
    const name = files.find((candidate) => {
      const role = idxRole(candidate);
      return role?.part === part && role.holds === holds;
    });
    return name === undefined ? undefined : path.join(directory, name);
  };
}

/**
 * Reads a folder with four IDX files (images and labels, train and test), gzipped or plain, of any
 * image size and 1 or 3 channels. Class names stand one a line in `labels.txt`, if there is one.
 *
 * @throws DatasetError `not-found` when one of the four is missing, `corrupt` when one is damaged.
 */
export async function loadIdxFolder(directory: string): Promise<TrainTestDatasets> {
  const find = await findIdxFiles(directory);
  return idxTrainTest({
    name: `idx:${directory}`,
    where: directory,
    classNames: await readClassNames(directory),
    async read(role) {
      const file = find(role);
      if (file === undefined) return undefined;
      const bytes = await readBytes(file);
      return {
        path: file,
        bytes: isGzip(bytes) ? await gunzip(bytes, maxUnpackedBytes, file) : bytes,
      };
    },
  });
}

async function readClassNames(directory: string): Promise<readonly string[] | undefined> {
  const bytes = await readBytesIfPresent(path.join(directory, 'labels.txt'));
  if (bytes === undefined) return undefined;
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
