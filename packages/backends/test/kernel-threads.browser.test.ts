import { expect, it } from 'vitest';
import { compileKernels } from '../src/wasm/kernel-instance.js';
import { startKernelThreads } from '../src/wasm/kernel-threads.js';

it('a thread that cannot start says why', async () => {
  const task = {
    module: await compileKernels(true, false),
    // What the kernels cannot be instantiated with.
    memory: undefined as unknown as WebAssembly.Memory,
    ...{ control: 0, step: 0, meeting: 0, scratch: 0, thread: 1, threads: 2 },
  };
  await expect(startKernelThreads([task])).rejects.toThrow(
    /a thread of the kernels did not start: .*memory/,
  );
});
