/** @file What holds in a process of its own: what is loaded, how it ends, what it prints. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { useSoftwareVulkan } from '@manabi/test-utils';
import { probe } from '@manabi/backends';
import { describe, expect, it } from 'vitest';

useSoftwareVulkan();
const [webgpu] = await probe();

/** Runs a module in plain Node; rejects unless it ends with code 0. */
async function run(code: string): Promise<{ stdout: string; stderr: string }> {
  const { execPath } = process;
  const options = { cwd: import.meta.dirname, env: process.env, timeout: 50_000 };
  return promisify(execFile)(execPath, ['--input-type=module', '--eval', code], options);
}

describe('in a fresh Node process', () => {
  it('importing the package loads no tensor library', async () => {
    const { stdout } = await run(`
      await import('@manabi/backends');
      console.log(globalThis._tfengine === undefined);
    `);
    expect(stdout).toBe('true\n');
  });

  it('the subpath alone completes tfjs, before or after its backend starts', async () => {
    const { stdout, stderr } = await run(`
      const tf = await import('@tensorflow/tfjs-core');
      await import('@tensorflow/tfjs-backend-wasm');
      await tf.setBackend('wasm');
      await import('@manabi/backends/tfjs-wasm-training');
      const matrix = tf.tensor2d([1, 2, 3, 4], [2, 2]);
      console.log(tf.matMul(matrix, matrix, true, false).arraySync().join(' '));
    `);
    expect(stdout).toBe('10,14 14,20\n');
    expect(stderr).toBe('');
  });

  it('the first run of a plan by several threads ends, though its code is not optimised yet', async () => {
    const { stdout } = await run(`
      import { singleCallPlan, WasmPlanExecutor } from '@manabi/backends/plan';
      const sizes = { features: 300, units: 40, activation: 'linear' };
      const roles = { reads: { input: 'x', kernel: 'kernel' }, writes: { output: 'y' } };
      const plan = singleCallPlan({ kind: 'dense', ...sizes, ...roles }, 5);
      for (const threads of [1, 1, 2, 2, 2, 4]) {
        const executor = await WasmPlanExecutor.create(plan, { threads });
        executor.run('call', { rows: 5 });
        console.log(executor.threads);
        executor.dispose();
      }
    `);
    expect(stdout).toBe('1\n1\n2\n2\n2\n4\n');
  });

  it('a wasm file that is not there is an error, and the right one works afterwards', async () => {
    const { stdout, stderr } = await run(`
      import { selectBackend } from '@manabi/backends';
      await selectBackend({ backend: 'wasm', wasmPath: '/nowhere/simd.wasm' }).catch((error) => {
        console.log(error.code, error.message);
      });
      console.log((await selectBackend({ backend: 'wasm' })).name);
    `);
    expect(stdout).toBe(
      'unavailable backend "wasm": expected it to work, got: ' +
        "ENOENT: no such file or directory, open '/nowhere/simd.wasm'; " +
        'set wasmPath to the place of tfjs-backend-wasm-simd.wasm\nwasm\n',
    );
    expect(stderr).toBe('');
  });

  it('starting wasm leaves the handling of faults to the program', async () => {
    const { stdout } = await run(`
      import { selectBackend } from '@manabi/backends';
      await selectBackend({ backend: 'wasm' });
      console.log(process.listenerCount('unhandledRejection'));
      console.log(process.listenerCount('uncaughtException'));
    `);
    expect(stdout).toBe('0\n0\n');
  });

  it('the cpu backend starts without an advertisement', async () => {
    const { stderr } = await run(`
      import { selectBackend } from '@manabi/backends';
      await selectBackend({ backend: 'cpu' });
    `);
    expect(stderr).toBe('');
  });

  const missing = webgpu?.available === false ? `: ${webgpu.reason}; ${webgpu.remedy}` : '';
  it.skipIf(missing !== '')(`a process that used WebGPU ends with code 0${missing}`, async () => {
    const { stdout } = await run(`
      import { selectBackend } from '@manabi/backends';
      console.log((await selectBackend({ backend: 'webgpu' })).name);
      globalThis.gc?.();
    `);
    expect(stdout).toBe('webgpu\n');
  });
});
