import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tensorBoard, type Callback } from '@manabi/trainer';
import { encode } from 'fast-png';
import { openGrowingFile } from './growing-file.js';

/** TensorBoard looks for `tfevents`; the end of the name says whose file it is. */
const mark = '.manabi';

/** The files of one run for TensorBoard. */
export interface TensorBoardFolder {
  readonly callback: Callback;
  readonly close: () => void;
}

/**
 * Event files in `train/` and `validation/`; one that nothing was written to is removed. Those of a former run go when this one
 * starts: TensorBoard would draw both as one.
 *
 * @throws UsageError when they cannot be written.
 */
export async function openTensorBoardFolder(folder: string): Promise<TensorBoardFolder> {
  const name = `events.out.tfevents.${Math.floor(Date.now() / 1000)}.${process.pid}${mark}`;
  const open = (part: string) => openGrowingFile('--tensorboard', join(folder, part, name));
  const train = await open('train');
  const validation = await open('validation').catch((error: unknown) => {
    train.close();
    throw error;
  });
  const callback = tensorBoard({
    train: (records) => {
      train.write(records);
    },
    validation: (records) => {
      validation.write(records);
    },
    wallTimeSeconds: () => Date.now() / 1000,
    encodePng: (picture) => encode(picture),
  });
  return {
    callback: (event, control) => {
      if (event.type === 'runStart') removeFormer(folder, name);
      return callback(event, control);
    },
    close: () => {
      train.close();
      validation.close();
    },
  };
}

function removeFormer(folder: string, present: string): void {
  for (const part of ['train', 'validation']) {
    const entries = listed(join(folder, part));
    for (const name of entries) {
      if (name.includes('tfevents') && name.endsWith(mark) && name !== present) {
        rmSync(join(folder, part, name));
      }
    }
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
