import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '@manabi/models/node';
import { readRunDescription, type RunDescription, type TrainingCheckpoint } from '@manabi/trainer';
import writeFileAtomic from 'write-file-atomic';
import { BadFileError } from '../failures/bad-file-error.js';
import { UsageError } from '../failures/usage-error.js';
import { syncFolder } from '../files/sync.js';
import type { Interval } from '../options/interval.js';
import { note } from '../terminal/output.js';
import { latestCheckpoint } from './checkpoint-folder.js';
import { readCheckpointName } from './checkpoint-name.js';

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
 * Makes sure, before hours of training, that a folder can take the checkpoints of a new run.
 *
 * @throws UsageError when it cannot be made, or when there are files in it.
 */
export async function claimCheckpointFolder(folder: string): Promise<void> {
  let names: string[];
  try {
    await makeFolder(folder);
    names = await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refusal(folder, `${String(code)}; name another folder`, error);
  }
  if (names.some((name) => readCheckpointName(name) !== null)) {
    const remedy = `continue it with --resume ${folder}, or name another folder`;
    throw refusal(folder, `one with the checkpoints of a run; ${remedy}`);
  }
  // A run that was killed before its first checkpoint leaves files of these names.
  const others = names.filter((name) => !/^run\.json|^\.writing-|^\.removing-/.test(name));
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
  const description = readRunDescription(`${file} run`, run);
  const checkpoint = await latestCheckpoint(folder, (name, reason) => {
    note(`${join(folder, name)} cannot be used (${reason}); trying the one before it.`);
  });
  if (checkpoint === null) throw missing(folder, 'none');
  return { description, every: every as Interval, keep: keep as number, checkpoint };
}

async function readJson(folder: string, file: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const got = code === undefined ? 'a run.json that is no JSON' : `${code} at ${file}`;
    throw missing(folder, code === 'ENOENT' ? 'none' : got, error);
  }
}

function missing(folder: string, got: string, cause?: unknown): BadFileError {
  return new BadFileError(
    `--resume ${folder}: expected a folder with a checkpoint, got ${got}; name the folder that --checkpoint wrote to, or start anew with --checkpoint`,
    { cause },
  );
}
