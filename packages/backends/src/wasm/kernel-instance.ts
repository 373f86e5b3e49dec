import * as kernelModules from './kernel-modules.js';
import { moduleBytes } from './module-bytes.js';

/** What the compiled kernels offer; see `assembly/index.ts`. */
export interface Kernels {
  peak(rounds: number, y: number): number;
  useTileHeight(rows: number): void;
  tileTrial(at: number): void;
  tileTrialBytes(): number;
  tileTrialOperations(): number;
  scratchBytes(program: number, end: number, rows: number): number;
  run(
    program: number,
    end: number,
    step: number,
    scratch: number,
    thread: number,
    threads: number,
    meeting: number,
  ): void;
  lead(
    control: number,
    program: number,
    end: number,
    step: number,
    scratch: number,
    threads: number,
    meeting: number,
  ): void;
  release(control: number, threads: number): void;
  serve(
    control: number,
    step: number,
    scratch: number,
    thread: number,
    threads: number,
    meeting: number,
  ): void;
}

/**
 * @param shared - for memory that several threads use.
 * @param relaxedSimd - multiply and add in one instruction; the engine must have it. A module of its
 *   own, loaded when it is asked for.
 */
export async function compileKernels(
  shared: boolean,
  relaxedSimd: boolean,
): Promise<WebAssembly.Module> {
  const { sharedMemoryModule, singleThreadFlag } = relaxedSimd
    ? await import('./relaxed-kernel-modules.js')
    : kernelModules;
  const bytes = moduleBytes(sharedMemoryModule);
  if (!shared) bytes[singleThreadFlag.index] = singleThreadFlag.value;
  return WebAssembly.compile(bytes);
}

export async function instantiateKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Promise<Kernels> {
  const sleep = (at: number, value: number) => {
    Atomics.wait(new Int32Array(memory.buffer), at >> 2, value);
  };
  const instance = await WebAssembly.instantiate(module, { env: { memory }, barrier: { sleep } });
  return instance.exports as unknown as Kernels;
}
