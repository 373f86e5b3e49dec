/**
 * @file The command line as a tree of commands. Only words and options stand here and in the
 * `command.ts` files; what a command does is imported when it runs, so that help stays fast.
 */
import { Command } from 'commander';
import { addBackendsCommand } from './backends/command.js';
import { addBenchCommand } from './bench/command.js';
import { addCompareCommand } from './compare/command.js';
import { addCompletionCommand } from './completion/command.js';
import { addDataCommand } from './data/command.js';
import { addEvaluateCommand } from './evaluate/command.js';
import type { ExitCode } from './failures/exit-codes.js';
import { addInitCommand } from './init/command.js';
import { addInspectCommand } from './inspect/command.js';
import { addPredictCommand } from './predict/command.js';
import { addReportCommand } from './report/command.js';
import { addReproduceCommand } from './reproduce/command.js';
import { addTrainCommand } from './train/command.js';
import { manabiVersion } from './version.js';

/** Receives the exit code of the command that ran. */
export type Finish = (exitCode: ExitCode) => void;

const examples = `
Examples:
  manabi train --dataset synthetic-digits --model mlp --out runs/first
  manabi evaluate runs/first
  manabi predict seven.png --model runs/first
  manabi data show fashion-mnist --class Sandal

Exit codes:
  0 done, 1 failed, 2 wrong usage, 3 bad data or model file,
  130 interrupted, 143 terminated`;

/** The program with every command. Wrong usage throws a CommanderError after its message. */
export function createProgram(finish: Finish): Command {
  const program = new Command('manabi')
    .description('Train image classifiers and look at every number on the way')
    .version(manabiVersion(), '--version', 'print the version')
    .option('--debug', 'print stack traces of errors')
    .helpOption('-h, --help', 'print help')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('\nHelp: manabi --help, manabi COMMAND --help')
    .exitOverride()
    .addHelpText('after', examples);
  addTrainCommand(program, finish);
  addReproduceCommand(program, finish);
  addEvaluateCommand(program, finish);
  addPredictCommand(program, finish);
  addInspectCommand(program, finish);
  addDataCommand(program, finish);
  addBackendsCommand(program, finish);
  addReportCommand(program, finish);
  addCompareCommand(program, finish);
  addInitCommand(program, finish);
  addCompletionCommand(program, finish);
  addBenchCommand(program, finish);
  return program;
}
