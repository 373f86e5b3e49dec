/**
 * @file Compiles the kernels to WebAssembly, those of the plan and those for tfjs' heap, once for
 * memory of one thread and once for shared memory, and writes them as TypeScript modules of base64
 * text. Modules, and no .wasm files beside them: the same import then works in plain Node, in every
 * bundler and in a worker, with no setting and no request.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import asc from 'assemblyscript/asc';

const folder = import.meta.dirname;

/** Entry files and the modules that are made of them. */
const modules = {
  'index.ts': join(folder, '../src/wasm/kernel-modules.ts'),
  'tfjs/index.ts': join(folder, '../src/tfjs-wasm-training/kernel-modules.ts'),
};

const shared = ['--sharedMemory', '--maximumMemory', '65536'];

/** @param {string} entry @param {string[]} options @returns {Promise<string>} the module in base64 */
async function compile(entry, options) {
  let binary = new Uint8Array();
  const { error, stderr } = await asc.main(
    [
      entry,
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

for (const [entry, output] of Object.entries(modules)) {
  const [single, threaded] = [await compile(entry, []), await compile(entry, shared)];
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
}
