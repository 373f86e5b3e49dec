import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { describe, expect, it } from 'vitest';
import { moduleBytes } from '../wasm/module-bytes.js';
import { heapKernels } from './heap-kernels.js';
import { sharedMemoryModule, singleThreadModule } from './kernel-modules.js';

/** Numbers of the sections of a WebAssembly module (binary format, section 5.5). */
function sections(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 8; at < bytes.length;) {
    found.push(bytes[at++]!);
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += size;
  }
  return found;
}

const dataSection = 11;
const startSection = 8;

describe.each([
  ['one thread', singleThreadModule],
  ['shared memory', sharedMemoryModule],
])('the kernels for %s', (_name, text) => {
  it("write nothing into tfjs' heap when they load, and import nothing but it", () => {
    const bytes = moduleBytes(text);
    expect(sections(bytes)).not.toContain(dataSection);
    expect(sections(bytes)).not.toContain(startSection);
    expect(WebAssembly.Module.imports(new WebAssembly.Module(bytes))).toEqual([
      { module: 'env', name: 'memory', kind: 'memory' },
    ]);
  });
});

describe('heapKernels', () => {
  // tfjs' threaded build starts in browsers only, and keeps its memory there.
  it("works on the shared memory of tfjs' threaded build", () => {
    const wasmMemory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
    const backend = { wasm: { asm: {}, wasmMemory } } as unknown as BackendWasm;
    new Float32Array(wasmMemory.buffer, 64, 3).set([1, 2, 4]);
    new Int32Array(wasmMemory.buffer, 128, 3).set([1, 0, 1]);
    heapKernels(backend).segmentSum(64, 128, 256, 3, 1, 2);
    expect(Array.from(new Float32Array(wasmMemory.buffer, 256, 2))).toEqual([2, 5]);
    expect(heapKernels(backend)).toBe(heapKernels(backend));
  });

  it('says which version of tfjs it needs where there is no memory to be seen', () => {
    expect(() => heapKernels({ wasm: {} } as unknown as BackendWasm)).toThrow(
      'install @tensorflow/tfjs-backend-wasm 4.22.0',
    );
  });
});
