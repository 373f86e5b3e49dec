import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '@manabi/models/node';
import writeFileAtomic from 'write-file-atomic';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { UsageError } from '../failures/usage-error.js';
import { refusedWrite } from '../files/refused-write.js';
import { print } from '../terminal/output.js';
import type { InitOptions } from './command.js';
import { exampleConfig } from './example-config.js';

/** `manabi init`: an example to change. */
export async function init(path: string, { force }: InitOptions): Promise<ExitCode> {
  try {
    await makeFolder(dirname(path));
    if (force === true) await writeFileAtomic(path, exampleConfig);
    else await writeNew(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw refusedWrite('init', path, error);
  }
  print(`Wrote ${path}; train with: manabi train --config ${path}`);
  return exitCodes.done;
}

async function writeNew(path: string): Promise<void> {
  try {
    await writeFile(path, exampleConfig, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(
      `init: expected a new file, got one that is there at ${path}; name another file, or add --force`,
      { cause: error },
    );
  }
}
