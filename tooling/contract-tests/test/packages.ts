/** @file The packages under contract, and the folders that the tests use. */
import { resolve } from 'node:path';

export const workspaceRoot = resolve(import.meta.dirname, '../../..');

/** Every package that goes to the registry, by folder. */
export const publishedPackages = [
  { name: '@manabi/datasets', folder: 'packages/datasets' },
  { name: '@manabi/models', folder: 'packages/models' },
  { name: '@manabi/backends', folder: 'packages/backends' },
  { name: '@manabi/trainer', folder: 'packages/trainer' },
  { name: '@manabi/viz', folder: 'packages/viz' },
  { name: '@manabi/cli', folder: 'apps/cli' },
] as const;

/** Packages that a program imports; the command line is used as a command. */
export const libraries = publishedPackages.filter(({ name }) => name !== '@manabi/cli');

/** File name that `pnpm pack` gives a package of version 0.0.0 or later. */
export function tarballPattern(name: string): RegExp {
  return new RegExp(`^${name.replace('@', '').replace('/', '-')}-\\d.*\\.tgz$`);
}
