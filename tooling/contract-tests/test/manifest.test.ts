import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, inject, it } from 'vitest';
import { runIn } from './consumer-project.js';
import { libraries, publishedPackages, workspaceRoot } from './packages.js';

describe.each(publishedPackages)('manifest of $name', ({ folder }) => {
  it('has nothing that publint objects to', async () => {
    const { messages, pkg } = await publint({
      pkgDir: join(workspaceRoot, folder),
      pack: 'pnpm',
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });
});

describe.each(libraries)('types of $name', ({ name }) => {
  it('resolve for every ESM consumer (are-the-types-wrong)', async () => {
    const attw = join(workspaceRoot, 'tooling/contract-tests/node_modules/.bin/attw');
    const tarball = inject('tarballs')[name] ?? '';
    // The command fails when a resolution that the profile asks for does not work.
    const check = runIn(workspaceRoot, attw, [tarball, '--profile', 'esm-only', '--no-color']);
    await expect(check).resolves.toContain(name);
  });
});
