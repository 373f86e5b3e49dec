import type { Command } from 'commander';
import { openChoice } from '../options/choice.js';
import { addComputeOptions, type ComputeOptions } from '../options/compute-options.js';
import { addDatasetOptions, datasetHelp, type DatasetOptions } from '../options/dataset-options.js';
import { wholeNumber } from '../options/numbers.js';
import { datasetNameWords } from '../options/words.js';
import type { Finish } from '../program.js';

/** What `manabi evaluate` was asked to do. */
export interface EvaluateOptions extends DatasetOptions, ComputeOptions {
  readonly dataset?: string;
  readonly testSize?: number;
  readonly batchSize: number;
  readonly json?: true;
}

/** Adds `manabi evaluate`. */
export function addEvaluateCommand(program: Command, finish: Finish): void {
  const command = program
    .command('evaluate')
    .description('Judge a trained model on test examples: confusion matrix, figures per class')
    .argument('<model>', 'folder of a trained model, or its model.json')
    .option(
      '--dataset <name>',
      `${datasetHelp} (default: what it was trained on)`,
      openChoice(datasetNameWords),
    );
  addDatasetOptions(command)
    .option('--test-size <count>', 'test on this many examples (default: all)', wholeNumber(1))
    .option('--batch-size <count>', 'examples in one step', wholeNumber(1), 256);
  addComputeOptions(command)
    .option('--json', 'print one JSON object, and nothing else')
    .action(async (model: string, options: EvaluateOptions) => {
      const { evaluateModel } = await import('./evaluate.js');
      finish(await evaluateModel(model, options));
    });
}
