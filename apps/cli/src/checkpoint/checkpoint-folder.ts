/**
 * @file Checkpoints on a disk: a folder for each, `epoch-2-step-0/{state.json,arrays.bin}`. One is
 * written under another name, put on the disk, and renamed: whenever the machine stops, every folder
 * with a checkpoint's name is whole. What cannot be read is never used.
 */
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeCheckpoint, encodeCheckpoint, type TrainingCheckpoint } from '@manabi/trainer';
import { systemFault } from '../failures/system-words.js';
import { syncFolder, writeSynced } from '../files/sync.js';
import { CheckpointError } from './checkpoint-error.js';
import {
  byPlace,
  checkpointName,
  readCheckpointName,
  type CheckpointPlace,
} from './checkpoint-name.js';

/** Begin the names of what is not there yet, or no longer. */
const unfinished = { writing: '.writing-', removing: '.removing-' } as const;

const files = { state: 'state.json', arrays: 'arrays.bin' } as const;

/**
 * @param keep - how many of the latest stay, beside the best.
 * @throws CheckpointError, as on a full disk; the checkpoints before it stay.
 */
export async function saveCheckpoint(
  folder: string,
  checkpoint: TrainingCheckpoint,
  keep: number,
): Promise<void> {
  try {
    await writeCheckpoint(folder, checkpoint, keep);
  } catch (error) {
    throw new CheckpointError(
      `${join(folder, checkpointName(checkpoint))}: expected to save the state of the run, got ${systemFault(error)}; mend that, then continue with: manabi train --resume ${folder}`,
      { cause: error },
    );
  }
}

async function writeCheckpoint(
  folder: string,
  checkpoint: TrainingCheckpoint,
  keep: number,
): Promise<void> {
  const name = checkpointName(checkpoint);
  const { json, arrays } = encodeCheckpoint(checkpoint);
  const writing = join(folder, `${unfinished.writing}${name}`);
  await rm(writing, { recursive: true, force: true });
  await mkdir(writing);
  await writeSynced(join(writing, files.arrays), arrays);
  await writeSynced(join(writing, files.state), json);
  await syncFolder(writing);
  // One that could not be read may lie there; a good one would have been gone on from.
  await rm(join(folder, name), { recursive: true, force: true });
  await rename(writing, join(folder, name));
  await syncFolder(folder);
  await removeOld(folder, checkpoint.bestEpoch, keep);
}

/** The latest checkpoint that is whole; null: there is none. */
export async function latestCheckpoint(
  folder: string,
  onDamaged: (name: string, reason: string) => void,
): Promise<TrainingCheckpoint | null> {
  for (const { name } of (await listCheckpoints(folder)).reverse()) {
    try {
      const [json, arrays] = await Promise.all([
        readFile(join(folder, name, files.state), 'utf8'),
        readFile(join(folder, name, files.arrays)),
      ]);
      return decodeCheckpoint({ json, arrays: new Uint8Array(arrays) });
    } catch (error) {
      onDamaged(name, error instanceof Error ? error.message : String(error));
    }
  }
  return null;
}

/** Oldest first. */
async function listCheckpoints(folder: string): Promise<CheckpointPlace[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => readCheckpointName(name) ?? []).sort(byPlace);
}

async function removeOld(folder: string, bestEpoch: number, keep: number): Promise<void> {
  const old = (await listCheckpoints(folder)).slice(0, -keep);
  for (const { name, epoch, step } of old) {
    // The best one was taken when its epoch was over, before the first step of the next.
    if (epoch === bestEpoch + 1 && step === 0) continue;
    // A folder that is removed file by file must not look like a checkpoint.
    await rename(join(folder, name), join(folder, `${unfinished.removing}${name}`));
  }
  const rest = (await readdir(folder)).filter((name) =>
    Object.values(unfinished).some((beginning) => name.startsWith(beginning)),
  );
  for (const name of rest) await rm(join(folder, name), { recursive: true, force: true });
}
