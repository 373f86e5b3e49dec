import type { Command } from 'commander';
import { choice } from '../options/choice.js';
import { shellWords } from '../options/words.js';
import type { Finish } from '../program.js';

const examples = `
Examples:
  eval "$(manabi completion bash)"              in ~/.bashrc
  eval "$(manabi completion zsh)"               in ~/.zshrc, after compinit
  manabi completion fish | source               in ~/.config/fish/config.fish`;

/** Adds `manabi completion`. */
export function addCompletionCommand(program: Command, finish: Finish): void {
  program
    .command('completion')
    .description('Print a script by which a shell completes commands, options and their words')
    .argument('<shell>', shellWords.join(', '), choice(shellWords))
    .addHelpText('after', examples)
    .action(async (shell: (typeof shellWords)[number]) => {
      const { completion } = await import('./completion.js');
      finish(completion(program, shell));
    });
}
