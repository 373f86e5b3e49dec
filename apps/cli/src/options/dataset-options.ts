import type { Command } from 'commander';
import { imageSize, share } from './numbers.js';
import { datasetNameWords } from './words.js';

/** Options of every command that reads examples. */
export interface DatasetOptions {
  readonly dataDir?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly grey?: true;
  readonly testFraction?: number;
}

/** What `--dataset` takes, for help texts. */
export const datasetHelp = `${datasetNameWords.join(', ')}, idx:DIR or images:DIR`;

/** What `--data-dir` means, for help texts. */
export const dataDirHelp = 'folder that holds mnist/, fashion-mnist/... (default: MANABI_DATA_DIR)';

/** Adds the options that say where examples come from and how they are read. */
export function addDatasetOptions(command: Command): Command {
  return command
    .option('--data-dir <dir>', dataDirHelp)
    .option('--size <WxH>', 'images:DIR: stretch every image to this size', imageSize)
    .option('--grey', 'images:DIR: turn colours to grey')
    .option(
      '--test-fraction <share>',
      'images:DIR and iris: share of each class kept for the test (default: 0.2)',
      share,
    );
}
