import type { Command } from 'commander';
import type { Finish } from '../program.js';

/** What `manabi init` was asked to do. */
export interface InitOptions {
  readonly force?: true;
}

/** Adds `manabi init`. */
export function addInitCommand(program: Command, finish: Finish): void {
  program
    .command('init')
    .description('Write a commented example of a file for train --config')
    .argument('[file]', 'where to', 'manabi.yaml')
    .option('--force', 'replace a file that is there')
    .action(async (file: string, options: InitOptions) => {
      const { init } = await import('./init.js');
      finish(await init(file, options));
    });
}
