/**
 * @file Compiles the kernels to WebAssembly, once for memory of one thread and once for shared
 * memory, and writes both as a TypeScript module of base64 text. A module, and no .wasm file beside
 * it: the same import then works in plain Node, in every bundler and in a worker, with no setting and
 * no request.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import asc from 'assemblyscript/asc';

const folder = import.meta.dirname;
const output = join(folder, '../src/wasm/kernel-modules.ts');

const shared = ['--sharedMemory', '--maximumMemory', '65536'];

/** @param {string[]} options @returns {Promise<string>} the module in base64 */
async function compile(options) {
  let binary = new Uint8Array();
  const { error, stderr } = await asc.main(
    [
      'index.ts',
      ...['--baseDir', folder, '--outFile', 'kernels.wasm', '--runtime', 'stub', '-O3'],
      ...[
        '--noAssert',
        '--disableWarning',
        '112',
        '--importMemory',
        '--initialMemory',
        '1',
        '--use',
        'abort=',
      ],
      ...['--enable', 'simd', '--enable', 'threads', ...options],
    ],
    {
      writeFile: (_name, contents) => {
        binary = contents;
      },
    },
  );
  if (error) {
    process.stderr.write(`${stderr.toString()}\n${error.message}\n`);
    process.exit(1);
  }
  return Buffer.from(binary).toString('base64');
}

const [single, threaded] = [await compile([]), await compile(shared)];
writeFileSync(
  output,
  `/** @file Written by assembly/build.mjs. */

/** The kernels for memory of one thread, base64. */
export const singleThreadModule =
  '${single}';

/** The kernels for shared memory, base64. */
export const sharedMemoryModule =
  '${threaded}';
`,
);
