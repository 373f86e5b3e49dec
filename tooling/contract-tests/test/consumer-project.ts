/** @file An empty project outside the workspace that depends on one packed package. */
import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from './packages.js';

const execute = promisify(execFile);

/** What a command printed. Rejects, with what it printed, when the command fails. */
export async function runIn(folder: string, command: string, args: string[]): Promise<string> {
  const { stdout } = await execute(command, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** The version of every tfjs package that ours name as their peer. */
const tfjsVersion = '4.22.0';

/**
 * Installs the tarball of `name` and what its reader installs beside it, siblings from their tarballs, everything else (peers
 * included) from the registry or the local store, without hoisting: what a package forgot to
 * declare is not there.
 *
 * @returns the project's folder.
 */
export async function createConsumer(
  { name, beside }: { readonly name: string; readonly beside: readonly string[] },
  tarballs: Record<string, string>,
  workFolder: string,
): Promise<string> {
  const shortName = name.replace('@manabi/', '');
  const folder = join(workFolder, `uses-${shortName}`);
  await mkdir(folder);
  const files = Object.fromEntries(
    Object.entries(tarballs).map(([sibling, path]) => [sibling, `file:${path}`]),
  );
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({
      name: `uses-${shortName}`,
      private: true,
      type: 'module',
      dependencies: Object.fromEntries(
        [name, ...beside].map((dependency) => [dependency, files[dependency] ?? tfjsVersion]),
      ),
      pnpm: { overrides: files },
    }),
  );
  const consumers = join(workspaceRoot, 'tooling/contract-tests/consumers');
  await cp(join(consumers, 'project'), folder, { recursive: true });
  await cp(join(consumers, `${shortName}.js`), join(folder, 'use.js')).catch((error: unknown) => {
    if (name !== '@manabi/cli') throw error;
  });
  await runIn(folder, join(workspaceRoot, 'node_modules/.bin/pnpm'), [
    'install',
    '--prefer-offline',
    '--ignore-workspace',
    '--ignore-scripts',
    '--no-lockfile',
  ]);
  return folder;
}
