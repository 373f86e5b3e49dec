/** @file Packs every package once into a fresh folder that all contract tests read. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { publishedPackages, tarballPattern, workspaceRoot } from './packages.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of each package's tarball, by package name. */
    tarballs: Record<string, string>;
    /** A fresh folder for consumers, removed at the end. */
    workFolder: string;
  }
}

const execute = promisify(execFile);

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workFolder = await mkdtemp(join(tmpdir(), 'manabi-contract-'));
  const pnpm = join(workspaceRoot, 'node_modules/.bin/pnpm');
  for (const { folder } of publishedPackages) {
    await execute(pnpm, ['pack', '--pack-destination', workFolder], {
      cwd: join(workspaceRoot, folder),
    });
  }
  const files = await readdir(workFolder);
  const tarballs = Object.fromEntries(
    publishedPackages.map(({ name }) => {
      const file = files.find((candidate) => tarballPattern(name).test(candidate));
      if (file === undefined) throw new Error(`pnpm pack left no tarball of ${name}`);
      return [name, join(workFolder, file)];
    }),
  );
  project.provide('tarballs', tarballs);
  project.provide('workFolder', workFolder);
  return () => rm(workFolder, { recursive: true, force: true });
}
