import { Option, type Command } from 'commander';
import { dataDirHelp } from '../options/dataset-options.js';
import { positiveNumber, wholeNumber } from '../options/numbers.js';
import type { Finish } from '../program.js';
import { caseHelp, caseNames, type CaseName } from './case-names.js';

/** What `manabi bench` was asked to do. */
export interface BenchOptions {
  readonly only: readonly CaseName[];
  readonly peers: boolean;
  readonly quick?: true;
  readonly rounds?: number;
  readonly seconds?: number;
  readonly dataDir?: string;
  readonly out?: string;
  readonly resume?: true;
  readonly json?: true;
}

const examples = `
Cases: mlp is 784-128-10, cnn conv32-conv64-pool2-dense128-10, both with Adam,
and the number their batch size; cpu:32 is mlp:32 in plain JavaScript; kernels
are matrix products timed alone.

Examples:
  manabi bench --quick
  manabi bench --only mlp:32,kernels
  manabi bench --out bench.json             # written after each case
  manabi bench --out bench.json --resume    # the cases that it lacks`;

/** Adds `manabi bench`. */
export function addBenchCommand(program: Command, finish: Finish): void {
  program
    .command('bench')
    .description('Measure how long training takes here, beside other libraries')
    .addOption(
      new Option('--only <cases>', `some of ${caseHelp}`)
        .argParser(caseNames)
        .default(caseNames('all'), 'all'),
    )
    .option('--no-peers', 'leave other libraries out')
    .option('--quick', 'three rounds of at most a second; for a first impression')
    .option('--rounds <count>', 'times that each is measured (default: 5)', wholeNumber(1, 1000))
    .option(
      '--seconds <number>',
      'what takes longer in a round trains a part of the epoch (default: 5)',
      positiveNumber,
    )
    .option('--data-dir <dir>', dataDirHelp)
    .option('--out <file>', 'write the report as JSON, after each case')
    .option('--resume', 'keep the cases that --out has already')
    .option('--json', 'print the report as one JSON object, and nothing else')
    .addHelpText('after', examples)
    .action(async (options: BenchOptions) => {
      const { bench } = await import('./bench.js');
      finish(await bench(options));
    });
}
