/** @file `npm test`: every check and every test, each step announced, then one count of the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { fail, install, installed, requireNode, root, run, say } from './steps.mjs';

/** Debian's packages behind the tests in browsers (fonts to measure with included) and on WebGPU. */
const debianPackages = ['chromium', 'libvulkan1', 'fonts-liberation', 'fonts-noto-cjk'];

/** @param {string} name */
function isOnDebian(name) {
  const query = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name]);
  return query.stdout?.toString() === 'installed';
}

/** Installs what browser tests need where that takes no question; elsewhere they say how. */
async function provideChromium() {
  const testUtils = join(root, 'tooling/test-utils/dist/index.js');
  const { chromiumHelp, findChromium } = await import(pathToFileURL(testUtils).href);
  const rootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const missing = rootOnDebian ? debianPackages.filter((name) => !isOnDebian(name)) : [];
  if (missing.length > 0 && process.env.MANABI_CHROMIUM === undefined) {
    say(`\n== ${missing.join(', ')}, for the tests in browsers and on WebGPU (apt-get)`);
    process.env.DEBIAN_FRONTEND = 'noninteractive';
    const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0'];
    run('apt-get', ['update', ...quiet]);
    run('apt-get', ['install', '--yes', '--no-install-recommends', ...quiet, ...missing]);
  }
  if (findChromium() === undefined) say(`\nBrowser tests will be skipped: ${chromiumHelp}`);
}

/** Every folder of the workspace that leaves its test results behind. */
function resultFiles() {
  return ['packages', 'apps', 'examples', 'tooling'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) =>
      join(root, group, name, 'test-results/results.json'),
    ),
  );
}

function countTests() {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const file of resultFiles().filter((path) => existsSync(path))) {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    count.passed += results.numPassedTests;
    count.failed += results.numFailedTests;
    count.skipped += results.numPendingTests;
  }
  return count;
}

requireNode();
say('manabi: every check and every test\n');
install();

say('\n== Build');
const turbo = ['--output-logs=new-only', '--log-order=grouped'];
if (run(installed('turbo'), ['run', 'build', ...turbo]) !== 0) fail('The build failed.');
await provideChromium();

const steps = [
  ['Format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['Types, tests included', 'tsc', ['--build']],
  ['Lint', 'eslint', ['.', '--max-warnings', '0']],
  ['Unused code and circular imports', 'knip', []],
  ['One version of every dependency', 'syncpack', ['lint']],
  ['Sizes', 'size-limit', []],
  ['Tests', 'turbo', ['run', 'check', 'test', '--continue', '--concurrency=2', ...turbo]],
];
for (const file of resultFiles()) rmSync(file, { force: true });
const failed = steps.filter(([title, command, args]) => {
  say(`\n== ${title}`);
  return run(installed(command), args) !== 0;
});

const { passed, failed: failures, skipped } = countTests();
if (failed.length > 0) say(`\nFailed: ${failed.map(([title]) => title).join('; ')}`);
say(`\n${passed} passed, ${failures} failed, ${skipped} skipped`);
process.exit(failed.length > 0 ? 1 : 0);
