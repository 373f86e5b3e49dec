import type { Command } from 'commander';
import type { Finish } from '../program.js';

/** Adds `manabi compare`. */
export function addCompareCommand(program: Command, finish: Finish): void {
  program
    .command('compare')
    .description('Lay recorded runs side by side: what differs, what came of it, their curves')
    .argument('<records...>', 'what manabi train --record wrote, two files or more')
    .action(async (records: string[]) => {
      const { compare } = await import('./compare.js');
      finish(await compare(records));
    });
}
