/**
 * @file One run at a time writes into a folder of checkpoints: `run.lock` names its process. A run
 * that was killed leaves the file behind, which counts for nothing as soon as the process is gone.
 * Who takes it over at the same moment as another loses it again, which shows before it saves.
 */
import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import writeFileAtomic from 'write-file-atomic';
import { UsageError } from '../failures/usage-error.js';
import { CheckpointError } from './checkpoint-error.js';

/** The right to write into a folder. */
export interface FolderLock {
  /** @throws CheckpointError when another run has it now. */
  readonly require: () => Promise<void>;
  readonly release: () => Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

const lockFile = (folder: string) => join(folder, 'run.lock');

/**
 * Takes the right to write into a folder that exists.
 *
 * @param option - with the folder, for errors.
 * @throws UsageError when another run has it; what the system says about the folder.
 */
export async function lockFolder(option: string, folder: string): Promise<FolderLock> {
  const own: Owner = { pid: process.pid, host: hostname(), token: randomUUID() };
  const text = JSON.stringify(own);
  const file = lockFile(folder);
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = await readOwner(file);
    if (owner !== null && isRunning(owner)) throw taken(option, folder, owner);
    await writeFileAtomic(file, text);
  }
  return {
    async require() {
      const owner = await readOwner(file);
      if (owner?.token === own.token) return;
      const got = owner === null ? `no ${file}` : `that of process ${owner.pid} in its place`;
      throw new CheckpointError(
        `${option}: expected the lock of this run to stay there, got ${got}; give each run a folder of its own, and leave it alone while the run goes on`,
      );
    },
    async release() {
      if ((await readOwner(file))?.token === own.token) await rm(file, { force: true });
    },
  };
}

/** Null where nobody is named: no file, or one that was never written to its end. */
async function readOwner(file: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner | null;
  } catch {
    return null;
  }
}

/** Of another machine, which may share the folder, nothing is known: it counts as running. */
function isRunning({ pid, host }: Owner): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid || !Number.isInteger(pid)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function taken(option: string, folder: string, { pid, host }: Owner): UsageError {
  const place = host === hostname() ? '' : ` on ${host}`;
  return new UsageError(
    `${option}: expected a folder that no run writes to, got that of process ${pid}${place}; stop it first, or remove ${lockFile(folder)} if it is no run of manabi`,
  );
}
