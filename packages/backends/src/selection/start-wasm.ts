import { engine, env } from '@tensorflow/tfjs-core';
import { keepProcessListeners } from '../wasm/process-listeners.js';
import { checkWasmFile } from '../wasm/wasm-file.js';
import { startTfjsBackend } from './start-tfjs-backend.js';

/**
 * Loads tfjs' wasm backend and the training kernels it lacks, and makes it current.
 *
 * @param wasmPath - see {@link SelectBackendOptions.wasmPath}.
 */
export async function startWasm(wasmPath: string | undefined): Promise<void> {
  const [{ setWasmPaths }] = await Promise.all([
    import('@tensorflow/tfjs-backend-wasm'),
    import('../tfjs-wasm-training/index.js'),
  ]);
  // tfjs' threaded build breaks when minified and is no faster on two cores.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const started = engine().registry.wasm !== undefined;
  if (wasmPath !== undefined && !started) {
    await checkWasmFile(wasmPath);
    setWasmPaths(
      wasmPath.endsWith('/')
        ? wasmPath
        : {
            'tfjs-backend-wasm.wasm': wasmPath,
            'tfjs-backend-wasm-simd.wasm': wasmPath,
            'tfjs-backend-wasm-threaded-simd.wasm': wasmPath,
          },
    );
  }
  await keepProcessListeners(() => startTfjsBackend('wasm'));
}
