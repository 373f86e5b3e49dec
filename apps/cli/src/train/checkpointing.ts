import type { CheckpointPolicy, RunDescription, TrainingCheckpoint } from '@manabi/trainer';
import { saveCheckpoint } from '../checkpoint/checkpoint-folder.js';
import {
  claimCheckpointFolder,
  lockCheckpoints,
  readCheckpointedRun,
  writeCheckpointedRun,
  type CheckpointedRun,
} from '../checkpoint/checkpointed-run.js';
import type { FolderLock } from '../checkpoint/folder-lock.js';
import { requireSameOptions } from '../checkpoint/same-options.js';
import { UsageError } from '../failures/usage-error.js';
import type { Interval } from '../options/interval.js';
import type { TrainOptions } from './command.js';

/** The folder that a run saves its state in, and what it goes on with. */
export interface Checkpointing {
  readonly folder: string;
  /** Null: the run starts anew. */
  readonly resumed: {
    readonly description: RunDescription;
    readonly checkpoint: TrainingCheckpoint;
  } | null;
  /** Writes what is needed to resume, before the first checkpoint. */
  readonly begin: (description: RunDescription) => Promise<void>;
  readonly policy: CheckpointPolicy;
  /** Lets other runs write into the folder. */
  readonly release: () => Promise<void>;
}

const defaults = { every: { every: 1, unit: 'epochs' }, keep: 3 } as const;

/**
 * What `--checkpoint` and `--resume` ask for; null: neither is there.
 *
 * @throws UsageError, BadFileError, or TrainerError for a damaged `run.json`.
 */
export async function startCheckpointing(options: TrainOptions): Promise<Checkpointing | null> {
  const { checkpoint: folder, resume } = options;
  if (resume !== undefined) return resumeFrom(resume, options);
  if (folder === undefined) {
    refuseWithoutFolder('--checkpoint-every', options.checkpointEvery);
    refuseWithoutFolder('--keep', options.keep);
    return null;
  }
  const lock = await claimCheckpointFolder(folder);
  return checkpointing(folder, lock, options, defaults, null);
}

async function resumeFrom(folder: string, options: TrainOptions): Promise<Checkpointing> {
  if (options.checkpoint !== undefined && options.checkpoint !== folder) {
    throw new UsageError(
      `--checkpoint: expected ${folder}, where the run that is resumed keeps its checkpoints, got ${options.checkpoint}; leave it out`,
    );
  }
  const lock = await lockCheckpoints(folder);
  try {
    const run = await readCheckpointedRun(folder);
    const { description, checkpoint } = run;
    await requireSameOptions(options, options.given, description, checkpoint);
    return checkpointing(folder, lock, options, run, { description, checkpoint });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function checkpointing(
  folder: string,
  lock: FolderLock,
  options: TrainOptions,
  fallback: Pick<CheckpointedRun, 'every' | 'keep'>,
  resumed: Checkpointing['resumed'],
): Checkpointing {
  const every: Interval = options.checkpointEvery ?? fallback.every;
  const keep = options.keep ?? fallback.keep;
  return {
    folder,
    resumed,
    async begin(description) {
      await lock.require();
      await writeCheckpointedRun(folder, { description, every, keep });
    },
    policy: {
      ...(every.unit === 'epochs' ? { everyEpochs: every.every } : { everySteps: every.every }),
      async save(checkpoint) {
        await lock.require();
        await saveCheckpoint(folder, checkpoint, keep);
      },
    },
    release: lock.release,
  };
}

function refuseWithoutFolder(option: string, value: unknown): void {
  if (value === undefined) return;
  throw new UsageError(`${option}: expected --checkpoint DIR beside it, got none; add it`);
}
