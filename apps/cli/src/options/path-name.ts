import { InvalidArgumentError } from 'commander';

/** Reads an option that names a file or a folder; an unset variable in a script makes it empty. */
export function pathName(text: string): string {
  if (text === '') throw new InvalidArgumentError('Expected a name, got an empty one.');
  return text;
}
