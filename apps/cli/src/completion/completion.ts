import type { Command } from 'commander';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import type { shellWords } from '../options/words.js';
import { print } from '../terminal/output.js';
import { bashScript } from './bash.js';
import { completableCommands } from './completable.js';
import { fishScript } from './fish.js';
import { zshScript } from './zsh.js';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** `manabi completion`: a script for one shell. */
export function completion(program: Command, shell: (typeof shellWords)[number]): ExitCode {
  print(scripts[shell](completableCommands(program)).trimEnd());
  return exitCodes.done;
}
