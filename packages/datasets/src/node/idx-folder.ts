import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Dataset, TrainTestDatasets } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';
import { idxDataset } from '../idx/idx-dataset.js';
import { type IdxRole, idxRole, idxRoles, usualFileName } from '../idx/idx-file-names.js';
import { type Bytes, isGzip } from '../published/gzip.js';
import { gunzip } from './gunzip.js';
import { readBytes, readBytesIfPresent } from './read-bytes.js';

/** Far above any set that fits a class room, far below what a bomb of a few MB unpacks to. */
const maxUnpackedBytes = 2 ** 30;

/** The paths of the IDX files in a folder by what they hold; unpacked files win over gzipped ones. */
export async function findIdxFiles(
  directory: string,
): Promise<(role: IdxRole) => string | undefined> {
  const names = (await listFolder(directory)).sort();
  const found = new Map<string, string>();
  for (const name of names) {
    const role = idxRole(name);
    if (role === undefined) continue;
    const key = `${role.part} ${role.holds}`;
    if (!found.has(key)) found.set(key, path.join(directory, name));
  }
  return ({ part, holds }) => found.get(`${part} ${holds}`);
}

/**
 * Reads a folder with four IDX files (images and labels, train and test), gzipped or plain. Class
 * names stand one a line in `labels.txt`, if there is one.
 *
 * @throws DatasetError `not-found` when one of the four is missing, `corrupt` when one is damaged.
 */
export async function loadIdxFolder(directory: string): Promise<TrainTestDatasets> {
  const find = await findIdxFiles(directory);
  const missing = idxRoles.filter((role) => find(role) === undefined);
  if (missing.length > 0) {
    throw new DatasetError('not-found', {
      where: directory,
      expected: `the IDX files ${idxRoles.map(usualFileName).join(', ')}, gzipped or plain`,
      got: `none for ${missing.map(({ part, holds }) => `${part} ${holds}`).join(', ')}`,
      path: directory,
    });
  }
  const [trainImages, trainLabels, testImages, testLabels] = await Promise.all(
    idxRoles.map((role) => readUnpacked(find(role)!)),
  );
  const classNames = await readClassNames(directory);
  const options = { name: `idx:${directory}`, ...(classNames && { classNames }) };
  const train = idxDataset({ ...options, images: trainImages!, labels: trainLabels! });
  const test = idxDataset({ ...options, images: testImages!, labels: testLabels! });
  return agreeing(train, test, directory);
}

async function readUnpacked(file: string): Promise<{ path: string; bytes: Bytes }> {
  const bytes = await readBytes(file);
  return {
    path: file,
    bytes: isGzip(bytes) ? await gunzip(bytes, maxUnpackedBytes, file) : bytes,
  };
}

async function readClassNames(directory: string): Promise<readonly string[] | undefined> {
  const bytes = await readBytesIfPresent(path.join(directory, 'labels.txt'));
  if (bytes === undefined) return undefined;
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Both parts with the same shape and, where one part lacks the last classes, the longer names. */
function agreeing(train: Dataset, test: Dataset, directory: string): TrainTestDatasets {
  if (train.inputShape.join() !== test.inputShape.join()) {
    throw new DatasetError('corrupt', {
      where: directory,
      expected: `test images of shape [${train.inputShape.join(', ')}] as in training`,
      got: `[${test.inputShape.join(', ')}]`,
      path: directory,
    });
  }
  const longer = train.classNames.length >= test.classNames.length ? train : test;
  const { classNames } = longer;
  return { train: { ...train, classNames }, test: { ...test, classNames } };
}

/** Names in a folder, hidden ones left out. */
export async function listFolder(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory);
    return names.filter((name) => !name.startsWith('.'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new DatasetError('not-found', {
      where: directory,
      expected: 'a folder',
      got: code === 'ENOENT' ? 'nothing there' : 'a file',
      path: directory,
      cause: error,
    });
  }
}
