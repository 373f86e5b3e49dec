import type { Command } from 'commander';
import type { Finish } from '../program.js';

/** What `manabi backends` was asked to do. */
export interface BackendsOptions {
  readonly json?: true;
}

/** Adds `manabi backends`. */
export function addBackendsCommand(program: Command, finish: Finish): void {
  program
    .command('backends')
    .description('Show what this machine can compute with, and why the rest does not work')
    .option('--json', 'print one JSON object, and nothing else')
    .action(async (options: BackendsOptions) => {
      const { showBackends } = await import('./backends.js');
      finish(await showBackends(options));
    });
}
