import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '@manabi/models/node';
import { decodeRunRecord, encodeRunRecord, type RunRecord } from '@manabi/trainer';
import writeFileAtomic from 'write-file-atomic';
import { BadFileError } from '../failures/bad-file-error.js';
import { systemFault } from '../failures/system-words.js';
import { UsageError } from '../failures/usage-error.js';
import { refusedWrite } from '../files/refused-write.js';

/**
 * Makes sure, before hours of training, that a record can be written; a former record is replaced.
 *
 * @throws UsageError when there is a folder or another file, or its folder cannot be written to.
 */
export async function prepareRecordFile(path: string): Promise<void> {
  const folder = dirname(path);
  try {
    await makeFolder(folder);
    if (!(await stat(folder)).isDirectory()) throw refusal(path, `a file at ${folder}`);
    await access(folder, constants.W_OK);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw refusal(path, `${systemFault(error)} at ${folder}`, error);
  }
  const found = await stat(path).catch(() => null);
  if (found === null) return;
  try {
    await readRecord(path);
  } catch (error) {
    throw refusal(path, 'something else there', error);
  }
}

function refusal(path: string, got: string, cause?: unknown): UsageError {
  return new UsageError(
    `--record ${path}: expected a place for a run record, got ${got}; name another file`,
    { cause },
  );
}

/**
 * Replaces the file in one step.
 *
 * @throws UsageError where that is no longer allowed; the system's error on a full disk.
 */
export async function writeRecord(path: string, record: RunRecord): Promise<void> {
  try {
    await writeFileAtomic(path, encodeRunRecord(record));
  } catch (error) {
    throw refusedWrite('--record', path, error);
  }
}

/**
 * Reads what `manabi train --record` wrote.
 *
 * @throws BadFileError when there is no such file, or it holds no record.
 */
export async function readRecord(path: string): Promise<RunRecord> {
  try {
    return decodeRunRecord(await readFile(path, 'utf8'));
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    if (name !== 'TrainerError' && code === undefined) throw error;
    const fault =
      name === 'TrainerError'
        ? message
        : `expected a run record, got ${systemFault(error)}; name a file that train --record wrote`;
    throw new BadFileError(`${path}: ${fault}`, { cause: error });
  }
}
