import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '@manabi/models/node';
import { readRunDescription, type RunDescription, type TrainingCheckpoint } from '@manabi/trainer';
import writeFileAtomic from 'write-file-atomic';
import { BadFileError } from '../failures/bad-file-error.js';
import { systemFault } from '../failures/system-words.js';
import { UsageError } from '../failures/usage-error.js';
import { syncFolder } from '../files/sync.js';
import type { Interval } from '../options/interval.js';
import { note } from '../terminal/output.js';
import { latestCheckpoint } from './checkpoint-folder.js';
import { readCheckpointName } from './checkpoint-name.js';
import { lockFolder, type FolderLock } from './folder-lock.js';

/** What a folder of checkpoints says of its run, in `run.json`. */
export interface CheckpointedRun {
  readonly description: RunDescription;
  readonly every: Interval;
  /** How many of the latest checkpoints stay, beside the best. */
  readonly keep: number;
}

const format = 'manabi-checkpoints/1';
const runFile = (folder: string) => join(folder, 'run.json');

/**
 * Makes sure, before hours of training, that a folder can take the checkpoints of a new run, and
 * that no other run takes it.
 *
 * @throws UsageError when it cannot be made or written to, or when there are files in it.
 */
export async function claimCheckpointFolder(folder: string): Promise<FolderLock> {
  let lock: FolderLock;
  try {
    await makeFolder(folder);
    lock = await lockFolder(`--checkpoint ${folder}`, folder);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw refusal(folder, `${systemFault(error)}; name another folder`, error);
  }
  try {
    requireUnused(folder, await readdir(folder));
    return lock;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function requireUnused(folder: string, names: readonly string[]): void {
  if (names.some((name) => readCheckpointName(name) !== null)) {
    const remedy = `continue it with --resume ${folder}, or name another folder`;
    throw refusal(folder, `one with the checkpoints of a run; ${remedy}`);
  }
  // A run that was killed before its first checkpoint leaves files of these names.
  const others = names.filter((name) => !/^run\.(json|lock)|^\.writing-|^\.removing-/.test(name));
  if (others.length > 0) throw refusal(folder, 'one with other files; name another folder');
}

function refusal(folder: string, got: string, cause?: unknown): UsageError {
  return new UsageError(`--checkpoint ${folder}: expected a new or empty folder, got ${got}`, {
    cause,
  });
}

/** Writes `run.json`, without which nothing can be resumed. */
export async function writeCheckpointedRun(folder: string, run: CheckpointedRun): Promise<void> {
  const { description, every, keep } = run;
  const text = JSON.stringify({ format, every, keep, run: description }, null, 2);
  await writeFileAtomic(runFile(folder), `${text}\n`);
  await syncFolder(folder);
}

/**
 * Takes the right to go on with the run of a folder.
 *
 * @throws BadFileError when there is no such folder or it cannot be written to, UsageError when a
 *   run is writing there.
 */
export async function lockCheckpoints(folder: string): Promise<FolderLock> {
  try {
    return await lockFolder(`--resume ${folder}`, folder);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw missing(folder, code === 'ENOENT' ? 'none' : systemFault(error), error);
  }
}

/**
 * Reads what `--resume` goes on with.
 *
 * @throws BadFileError when there is no whole checkpoint.
 */
export async function readCheckpointedRun(
  folder: string,
): Promise<CheckpointedRun & { readonly checkpoint: TrainingCheckpoint }> {
  const file = runFile(folder);
  const { format: found, every, keep, run } = await readJson(folder, file);
  if (found !== format) {
    throw missing(folder, `a run.json of something else (format ${JSON.stringify(found)})`);
  }
  if (!isInterval(every) || !isCount(keep)) {
    throw missing(folder, 'a run.json that does not say how often to save and what to keep');
  }
  const description = readRunDescription(`${file} run`, run);
  const checkpoint = await latestCheckpoint(folder, (name, reason) => {
    note(`${join(folder, name)} cannot be used (${reason}); trying the one before it.`);
  });
  if (checkpoint === null) throw missing(folder, 'none');
  return { description, every, keep, checkpoint };
}

function isInterval(value: unknown): value is Interval {
  const { every, unit } = Object(value) as Partial<Interval>;
  return isCount(every) && (unit === 'epochs' || unit === 'steps');
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

async function readJson(folder: string, file: string): Promise<Record<string, unknown>> {
  try {
    return Object(JSON.parse(await readFile(file, 'utf8'))) as Record<string, unknown>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const got =
      code === undefined ? 'a run.json that is no JSON' : `${systemFault(error)} at ${file}`;
    throw missing(folder, code === 'ENOENT' ? 'none' : got, error);
  }
}

function missing(folder: string, got: string, cause?: unknown): BadFileError {
  return new BadFileError(
    `--resume ${folder}: expected a folder with a checkpoint, got ${got}; name the folder that --checkpoint wrote to, or start anew with --checkpoint`,
    { cause },
  );
}
