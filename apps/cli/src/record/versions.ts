import { createRequire } from 'node:module';
import process from 'node:process';

/** Packages that decide what a run computes. */
const packages = [
  '@manabi/cli',
  '@manabi/backends',
  '@manabi/datasets',
  '@manabi/models',
  '@manabi/trainer',
  '@tensorflow/tfjs-core',
] as const;

/** The versions that run here, by package. */
export function packageVersions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  return Object.fromEntries(
    packages.map((name) => {
      const file = name === '@manabi/cli' ? '../../package.json' : `${name}/package.json`;
      return [name, (require(file) as { version: string }).version];
    }),
  );
}

/** Such as `node 20.20.2 linux x64`. */
export function runtimeName(): string {
  return `node ${process.versions.node} ${process.platform} ${process.arch}`;
}
