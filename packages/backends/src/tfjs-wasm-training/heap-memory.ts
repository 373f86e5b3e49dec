import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** What tfjs 4.22 shows of its WebAssembly: memory that it exports, or gave to its threads. */
interface TfjsModule {
  readonly asm?: { readonly memory?: WebAssembly.Memory };
  readonly wasmMemory?: WebAssembly.Memory;
}

/** The memory in which a started backend keeps its tensors. It grows: take `buffer` anew each time. */
export function heapMemory(backend: BackendWasm): WebAssembly.Memory {
  const { asm, wasmMemory } = backend.wasm as unknown as TfjsModule;
  const memory = asm?.memory ?? wasmMemory;
  if (memory === undefined) {
    throw new Error(
      'tfjs-wasm-training: expected the memory of tfjs-backend-wasm 4.22, got a version that ' +
        'does not show it; install @tensorflow/tfjs-backend-wasm 4.22.0',
    );
  }
  return memory;
}
