import type { GradientClipping, LearningRateScheduleSpec } from '@manabi/trainer';
import type { Command } from 'commander';
import { choice, openChoice } from '../options/choice.js';
import { clipping } from '../options/clipping.js';
import { addComputeOptions, type ComputeOptions } from '../options/compute-options.js';
import { addDatasetOptions, datasetHelp, type DatasetOptions } from '../options/dataset-options.js';
import { layerSizes, positiveNumber, share, wholeNumber } from '../options/numbers.js';
import { pathName } from '../options/path-name.js';
import { interval, type Interval } from '../options/interval.js';
import { plateau, type Plateau } from '../options/plateau.js';
import { schedule, scheduleHelp } from '../options/schedule.js';
import { architectureWords, datasetNameWords, optimizerWords } from '../options/words.js';
import type { Finish } from '../program.js';

/** What `manabi train` was asked to do. */
export interface TrainOptions extends DatasetOptions, ComputeOptions {
  readonly dataset: string;
  readonly trainSize?: number;
  readonly testSize?: number;
  readonly model: string;
  readonly hidden?: readonly number[];
  readonly epochs?: number;
  readonly batchSize?: number;
  readonly optimizer: (typeof optimizerWords)[number];
  readonly learningRate?: number;
  readonly learningRateSchedule?: LearningRateScheduleSpec;
  readonly validationSplit: number;
  readonly earlyStopping?: number;
  readonly reduceOnPlateau?: Plateau;
  readonly gradientClipping?: GradientClipping;
  readonly relaxedSimd?: true;
  readonly watch?: true;
  readonly seed: number;
  readonly out?: string;
  readonly record?: string;
  readonly checkpoint?: string;
  readonly checkpointEvery?: Interval;
  readonly keep?: number;
  readonly resume?: string;
  readonly csv?: string;
  readonly ndjson?: string;
  readonly tensorboard?: string;
  readonly show: number;
  readonly json?: true;
  readonly quiet?: true;
  /** Names of the options that were written, not defaulted. */
  readonly given: ReadonlySet<string>;
}

/** Seeds are unsigned integers of 32 bits. */
const largestSeed = 2 ** 32 - 1;

const examples = `
Examples:
  manabi train --dataset fashion-mnist --model mlp --epochs 10 --out runs/fashion
  manabi train --dataset mnist --model cnn --epochs 1 --batch-size 128
  manabi train --dataset images:photos --size 64x64 --model cnn --validation-split 0.2
  manabi train --config manabi.yaml --epochs 10
  manabi train --dataset iris --model mlp --hidden 8 --json | jq 'select(.type == "epochEnd") | .accuracy'`;

/** Adds `manabi train`. */
export function addTrainCommand(program: Command, finish: Finish): void {
  const command = program
    .command('train')
    .description('Train a model and judge it on the test examples')
    .option('--config <file>', 'YAML or JSON with options; those given here count first', pathName)
    .optionsGroup('Data:')
    .option('--dataset <name>', datasetHelp, openChoice(datasetNameWords), 'synthetic-digits');
  addDatasetOptions(command)
    .option('--train-size <count>', 'learn from this many examples (default: all)', wholeNumber(1))
    .option('--test-size <count>', 'test on this many examples (default: all)', wholeNumber(1))
    .option(
      '--validation-split <share>',
      'share of the training examples to validate on after each epoch',
      share,
      0,
    )
    .optionsGroup('Model:')
    .option(
      '--model <model>',
      'mlp, cnn or FILE.json with a specification',
      openChoice(architectureWords),
      'mlp',
    )
    .option('--hidden <units>', 'mlp: units of each hidden layer, such as 128,64', layerSizes)
    .optionsGroup('Training:')
    .option(
      '--epochs <count>',
      'times to go through the training examples (default: 5; more for small sets)',
      wholeNumber(1),
    )
    .option(
      '--batch-size <count>',
      'examples in one step (default: 32; 8 for small sets)',
      wholeNumber(1),
    )
    .option('--optimizer <name>', optimizerWords.join(', '), choice(optimizerWords), 'adam')
    .option(
      '--learning-rate <number>',
      'size of a step (default: 0.001; sgd and momentum 0.01)',
      positiveNumber,
    )
    .option('--learning-rate-schedule <name>', scheduleHelp, schedule)
    .option(
      '--early-stopping <patience>',
      'stop after this many epochs without a better loss (of validation, if there is one), and keep the best weights',
      wholeNumber(1),
    )
    .option(
      '--reduce-on-plateau <n[:factor]>',
      'multiply the learning rate by the factor (default: 0.1) after n epochs without a better loss',
      plateau,
    )
    .option(
      '--gradient-clipping <how>',
      'norm:LIMIT shortens all gradients together, value:LIMIT each number',
      clipping,
    )
    .option(
      '--relaxed-simd',
      'plan on wasm: fused multiply-add; faster, but another machine may round differently',
    )
    .option(
      '--watch',
      'look into the layers after every epoch: mean, deviation, dead ReLUs, gradient norm',
    )
    .option(
      '--seed <number>',
      'decides first weights and order of examples',
      wholeNumber(0, largestSeed),
      1,
    );
  addComputeOptions(command)
    .optionsGroup('Checkpoints:')
    .option(
      '--checkpoint <dir>',
      'new folder for the state of the run, to be resumed after a stop',
      pathName,
    )
    .option(
      '--checkpoint-every <n>',
      'epochs or steps between checkpoints: 2, 1epoch, 500steps (default: 1epoch)',
      interval,
    )
    .option(
      '--keep <count>',
      'how many of the latest checkpoints stay, beside the best (default: 3)',
      wholeNumber(1),
    )
    .option(
      '--resume <dir>',
      'continue the run whose checkpoints are there, with its settings',
      pathName,
    )
    .optionsGroup('Output:')
    .option('--out <dir>', 'folder for the trained model: model.json and weights.bin', pathName)
    .option(
      '--record <file>',
      'write what was run and what came of it as JSON, for report, compare and reproduce',
      pathName,
    )
    .option('--csv <file>', 'write a row of figures after each epoch', pathName)
    .option('--ndjson <file>', 'write one event a line as JSON', pathName)
    .option(
      '--tensorboard <dir>',
      'write event files with figures, histograms and pictures',
      pathName,
    )
    .option(
      '--show <count>',
      'draw this many test images with their predictions',
      wholeNumber(0),
      0,
    )
    .option('--json', 'print one event a line as JSON, and nothing else')
    .option('--quiet', 'print only the result')
    .optionsGroup('Help:')
    .addHelpText('after', examples)
    .action(async ({ config }: { readonly config?: string }) => {
      if (config !== undefined) {
        const { readConfig } = await import('../config/read-config.js');
        await readConfig(command, config);
      }
      const { train } = await import('./train.js');
      const options = command.opts<Omit<TrainOptions, 'given'>>();
      const isGiven = (name: string) => command.getOptionValueSource(name) !== 'default';
      const given = new Set(Object.keys(options).filter(isGiven));
      finish(await train({ ...options, given }));
    });
}
