/** @file The packages under contract, and the folders that the tests use. */
import { resolve } from 'node:path';

export const workspaceRoot = resolve(import.meta.dirname, '../../..');

const tfjs = ['core', 'backend-cpu', 'backend-wasm', 'backend-webgpu'].map(
  (part) => `@tensorflow/tfjs-${part}`,
);

/** Every package that goes to the registry, its folder, and what its reader installs beside it. */
export const publishedPackages = [
  { name: '@manabi/datasets', folder: 'packages/datasets', beside: [] },
  { name: '@manabi/models', folder: 'packages/models', beside: tfjs.slice(0, 2) },
  { name: '@manabi/backends', folder: 'packages/backends', beside: tfjs },
  {
    name: '@manabi/trainer',
    folder: 'packages/trainer',
    beside: ['@manabi/backends', '@manabi/datasets', '@manabi/models', ...tfjs],
  },
  { name: '@manabi/viz', folder: 'packages/viz', beside: [] },
  { name: '@manabi/cli', folder: 'apps/cli', beside: [] },
] as const;

/** Packages that a program imports; the command line is used as a command. */
export const libraries = publishedPackages.filter(({ name }) => name !== '@manabi/cli');

/** File name that `pnpm pack` gives a package of version 0.0.0 or later. */
export function tarballPattern(name: string): RegExp {
  return new RegExp(`^${name.replace('@', '').replace('/', '-')}-\\d.*\\.tgz$`);
}
