/** @file What can be completed, read off the program: no list of its own could go stale. */
import type { Argument, Command, Option } from 'commander';
import { wordsOf } from '../options/choice.js';

/** An option, or what an argument takes. */
export interface CompletableValue {
  /** Words that it knows; empty: none. */
  readonly words: readonly string[];
  /** Whether files may stand there. */
  readonly files: boolean;
}

export interface CompletableOption {
  /** Such as `--seed`; the short form first where there is one. */
  readonly names: readonly string[];
  readonly description: string;
  /** Null where it takes no value. */
  readonly value: CompletableValue | null;
}

/** A command, and what may follow it. */
export interface CompletableCommand {
  /** Such as `data show`; the program itself is ''. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly CompletableOption[];
  /** Of its first argument; null where it takes none. */
  readonly argument: CompletableValue | null;
}

/** The program and every command in it. */
export function completableCommands(program: Command): CompletableCommand[] {
  return describe(program, []);
}

function describe(command: Command, path: readonly string[]): CompletableCommand[] {
  const help = command.createHelp();
  // Options of the program itself may stand before the command only.
  const options = help.visibleOptions(command).map(describeOption);
  const [argument] = command.registeredArguments;
  const commands = help.visibleCommands(command);
  return [
    {
      path: path.join(' '),
      commands: commands.map((sub) => ({ name: sub.name(), description: sub.description() })),
      options,
      argument: argument === undefined ? null : valueOf(argument.description, argument),
    },
    ...command.commands.flatMap((sub) => describe(sub, [...path, sub.name()])),
  ];
}

function describeOption(option: Option): CompletableOption {
  const { short, long, description } = option;
  return {
    names: [short, long].flatMap((name) => name ?? []),
    description,
    value: option.required || option.optional ? valueOf(option.flags, option) : null,
  };
}

/** Files stand wherever words do not say everything; numbers have neither. */
function valueOf(placeholder: string, taker: Option | Argument): CompletableValue {
  const { words, open } = wordsOf(taker.parseArg);
  const isNumber = /<(count|number|share|units|patience|n|n\[:factor\]|WxH|how)>/.test(placeholder);
  return { words, files: words.length === 0 ? !isNumber : open };
}
