import type { Command } from 'commander';
import { choice, openChoice } from '../options/choice.js';
import {
  addDatasetOptions,
  dataDirHelp,
  datasetHelp,
  type DatasetOptions,
} from '../options/dataset-options.js';
import { wholeNumber } from '../options/numbers.js';
import { datasetNameWords } from '../options/words.js';
import type { Finish } from '../program.js';

const partWords = ['train', 'test'] as const;

/** What `manabi data list` and `manabi data verify` were asked to do. */
export interface DataFolderOptions {
  readonly dataDir?: string;
  readonly json?: true;
}

/** What `manabi data fetch` was asked to do. */
export interface FetchOptions {
  readonly out?: string;
}

/** What `manabi data show` was asked to do. */
export interface ShowOptions extends DatasetOptions {
  readonly part: (typeof partWords)[number];
  readonly index?: number;
  readonly class?: string;
  readonly count: number;
}

/** Adds `manabi data` and its commands. */
export function addDataCommand(program: Command, finish: Finish): void {
  const data = program.command('data').description('List, fetch, verify and look at data sets');

  data
    .command('list')
    .description('Show the data sets that are known by name, and which are on this machine')
    .option('--data-dir <dir>', dataDirHelp)
    .option('--json', 'print one JSON object, and nothing else')
    .action(async (options: DataFolderOptions) => {
      const { listDatasets } = await import('./list.js');
      finish(await listDatasets(options));
    });

  data
    .command('fetch')
    .description('Download data sets into the cache, or take the copy that is there')
    .argument('<names...>', 'mnist, fashion-mnist or kmnist')
    .option('--out <dir>', 'write into this folder, for --data-dir, or data/ of the built site')
    .action(async (names: string[], options: FetchOptions) => {
      const { fetchDatasets } = await import('./fetch.js');
      finish(await fetchDatasets(names, options));
    });

  data
    .command('verify')
    .description('Check the sizes and checksums of the copies on this machine')
    .argument('[names...]', 'mnist, fashion-mnist or kmnist (default: those on this machine)')
    .option('--data-dir <dir>', dataDirHelp)
    .option('--json', 'print one JSON object, and nothing else')
    .action(async (names: string[], options: DataFolderOptions) => {
      const { verifyDatasets } = await import('./verify.js');
      finish(await verifyDatasets(names, options));
    });

  const show = data
    .command('show')
    .description('Draw examples in the terminal')
    .argument('<dataset>', datasetHelp, openChoice(datasetNameWords))
    .option('--part <name>', partWords.join(' or '), choice(partWords), 'train')
    .option('--index <number>', 'number of the first example, from 0', wholeNumber(0))
    .option('--class <name>', 'only examples of this class, by name or number')
    .option('--count <number>', 'how many', wholeNumber(1, 1000), 4);
  addDatasetOptions(show).action(async (dataset: string, options: ShowOptions) => {
    const { showExamples } = await import('./show.js');
    finish(await showExamples(dataset, options));
  });
}
