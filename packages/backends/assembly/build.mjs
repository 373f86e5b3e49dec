/**
 * @file Compiles the kernels to WebAssembly, those of the plan with and without relaxed SIMD and those
 * for tfjs' heap, once for memory of one thread and once for shared memory, and writes them as TypeScript
 * modules of base64 text. Modules, and no .wasm files beside them: the same import then works in plain Node, in every
 * bundler and in a worker, with no setting and no request.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import asc from 'assemblyscript/asc';

const folder = import.meta.dirname;

const shared = ['--sharedMemory', '--maximumMemory', '65536'];
/** As {@link shared}, so that the plan's two modules differ in nothing but one flag. */
const bounded = ['--maximumMemory', '65536'];

/** @param {string} entry @param {string[]} options @returns {Promise<Buffer>} the module */
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
  return Buffer.from(binary);
}

/** @param {string} path of a TypeScript module @param {string} text */
function write(path, text) {
  writeFileSync(
    join(folder, '../src', path),
    `/** @file Written by assembly/build.mjs. */\n\n${text}`,
  );
}

/** Where two modules differ. @param {Buffer} a @param {Buffer} b */
function differences(a, b) {
  return [...a.keys()].filter((index) => a[index] !== b[index]);
}

/**
 * Writes the kernels of the plan. Pages that train download them, so they come once: a page has one kind
 * of memory or the other.
 *
 * @param {string} path of a TypeScript module @param {string[]} options
 */
async function writePlanKernels(path, options) {
  const single = await compile('index.ts', [...bounded, ...options]);
  const threaded = await compile('index.ts', [...shared, ...options]);
  const [flag, ...others] = differences(threaded, single);
  if (flag === undefined || others.length > 0 || threaded.length !== single.length) {
    process.stderr.write(
      `${path}: the modules for one thread and for several differ in more than one byte\n`,
    );
    process.exit(1);
  }
  write(
    path,
    `/** The kernels for shared memory, base64. */
export const sharedMemoryModule =
  '${threaded.toString('base64')}';

/** The byte to change, and its value, for memory of one thread: the flags of the imported memory. */
export const singleThreadFlag = { index: ${flag}, value: ${single[flag]} };
`,
  );
}

await writePlanKernels('wasm/kernel-modules.ts', []);
await writePlanKernels('wasm/relaxed-kernel-modules.ts', ['--enable', 'relaxed-simd']);

// tfjs' memory has limits of its own, so its module for one thread names none.
write(
  'tfjs-wasm-training/kernel-modules.ts',
  `/** The kernels for memory of one thread, base64. */
export const singleThreadModule =
  '${(await compile('tfjs/index.ts', [])).toString('base64')}';

/** The kernels for shared memory, base64. */
export const sharedMemoryModule =
  '${(await compile('tfjs/index.ts', shared)).toString('base64')}';
`,
);
