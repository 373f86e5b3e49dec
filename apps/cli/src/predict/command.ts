import type { Command } from 'commander';
import { choice } from '../options/choice.js';
import { addComputeOptions, type ComputeOptions } from '../options/compute-options.js';
import type { Finish } from '../program.js';

export const invertWords = ['auto', 'yes', 'no'] as const;

/** What `manabi predict` was asked to do. */
export interface PredictOptions extends ComputeOptions {
  readonly model: string;
  readonly prepare: boolean;
  readonly invert: (typeof invertWords)[number];
  readonly json?: true;
}

/** Adds `manabi predict`. */
export function addPredictCommand(program: Command, finish: Finish): void {
  const command = program
    .command('predict')
    .description('Say what images show: draws each image and a bar for every class')
    .argument('<files...>', 'images, PNG or JPEG')
    .requiredOption('--model <model>', 'folder of a trained model, or its model.json')
    .option(
      '--invert <when>',
      'dark ink on white paper: auto, yes or no',
      choice(invertWords),
      'auto',
    )
    .option('--no-prepare', 'only resize: do not crop and centre a digit as MNIST does');
  addComputeOptions(command)
    .option('--json', 'print one JSON object for each file, and nothing else')
    .action(async (files: string[], options: PredictOptions) => {
      const { predictFiles } = await import('./predict.js');
      finish(await predictFiles(files, options));
    });
}
