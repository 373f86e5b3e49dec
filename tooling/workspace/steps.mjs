/**
 * @file What `npm start` and `npm test` share: they run on Node and npm alone, before anything is
 * installed, so this folder has no dependencies.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

export const root = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const windows = process.platform === 'win32';

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Ends the process with a message and without a stack trace. @param {string} text */
export function fail(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

/**
 * Runs a command in the workspace's root and lets it print.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {number} its exit status
 */
export function run(command, args) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  if (result.error) fail(`${command}: could not be started (${result.error.message})`);
  // A child that a signal ended reports no status; 130 is what a shell says of Ctrl-C.
  return result.status ?? 130;
}

/** Path of a command that the workspace installed. @param {string} name */
export function installed(name) {
  return join(root, 'node_modules', '.bin', windows ? `${name}.cmd` : name);
}

/** Ends the process unless this Node can run the project. */
export function requireNode() {
  const floor = manifest.engines.node.replace('>=', '').split('.').map(Number);
  const found = process.versions.node.split('.').map(Number);
  const difference = floor.map((part, i) => found[i] - part).find((delta) => delta !== 0) ?? 0;
  if (difference < 0) {
    fail(
      `Node ${manifest.engines.node} is needed, this is ${process.versions.node}; see https://nodejs.org`,
    );
  }
}

/** Installs what the lockfile names; about a second when nothing is missing. */
export function install() {
  const [name, version] = manifest.packageManager.split('@');
  const args = ['install', '--frozen-lockfile', '--reporter=append-only'];
  say(`Installing the packages that pnpm-lock.yaml names (${name} ${version})`);
  const status = existsSync(installed(name))
    ? run(installed(name), args)
    : run('npx', ['--yes', `${name}@${version}`, ...args]);
  if (status !== 0) {
    fail('The installation failed. It needs the npm registry once; after that it works offline.');
  }
}
