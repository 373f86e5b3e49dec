import type { Command } from 'commander';
import { openChoice } from '../options/choice.js';
import { layerSizes } from '../options/numbers.js';
import { architectureWords } from '../options/words.js';
import type { Finish } from '../program.js';

/** What `manabi inspect` was asked to do. */
export interface InspectOptions {
  readonly hidden?: readonly number[];
  readonly plan?: true;
  readonly json?: true;
}

/** Adds `manabi inspect`. */
export function addInspectCommand(program: Command, finish: Finish): void {
  program
    .command('inspect')
    .description('Show the layers, shapes and parameters of a model')
    .argument(
      '<model>',
      'folder of a trained model, mlp, cnn or FILE.json with a specification',
      openChoice(architectureWords),
    )
    .option('--hidden <units>', 'mlp: units of each hidden layer, such as 128,64', layerSizes)
    .option(
      '--plan',
      'also print what one step of training, evaluation and prediction does, kernel call by kernel call',
    )
    .option('--json', 'print one JSON object, and nothing else')
    .action(async (model: string, options: InspectOptions) => {
      const { inspect } = await import('./inspect.js');
      finish(await inspect(model, options));
    });
}
