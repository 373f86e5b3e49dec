import type { Command } from 'commander';
import { choice } from '../options/choice.js';
import { dataDirHelp } from '../options/dataset-options.js';
import { wholeNumber } from '../options/numbers.js';
import { pathName } from '../options/path-name.js';
import { backendWords, engineWords } from '../options/words.js';
import type { Finish } from '../program.js';

/** What `manabi reproduce` was asked to do. */
export interface ReproduceOptions {
  readonly dataDir?: string;
  readonly backend?: (typeof backendWords)[number];
  readonly engine?: (typeof engineWords)[number];
  readonly threads?: number;
  readonly record?: string;
  readonly json?: true;
}

/** More threads than any machine's cores are a slip of the finger. */
const mostThreads = 1024;

/** Adds `manabi reproduce`. */
export function addReproduceCommand(program: Command, finish: Finish): void {
  program
    .command('reproduce')
    .description('Repeat a recorded run, and say whether its history and weights match')
    .argument('<record>', 'file that train --record wrote', pathName)
    .option('--data-dir <dir>', dataDirHelp, pathName)
    .option(
      '--backend <name>',
      `${backendWords.join(', ')} (default: the record's)`,
      choice(backendWords),
    )
    .option(
      '--engine <name>',
      `${engineWords.join(', ')} (default: the record's)`,
      choice(engineWords),
    )
    .option(
      '--threads <count>',
      'plan on wasm: threads that compute; they change no number',
      wholeNumber(1, mostThreads),
    )
    .option('--record <file>', 'write the repetition as a record of its own', pathName)
    .option('--json', 'print one JSON object, and nothing else')
    .addHelpText(
      'after',
      '\nExit codes:\n  0 the run was reproduced, 1 it was not,\n  3 its data or its file is missing or another',
    )
    .action(async (file: string, options: ReproduceOptions) => {
      const { reproduce } = await import('./reproduce.js');
      finish(await reproduce(file, options));
    });
}
