/** Hands out pieces of a WebAssembly memory, one after the other; it grows as needed. */
export interface WasmMemory {
  readonly memory: WebAssembly.Memory;
  /**
   * @param sizeBytes - zero bytes that the caller keeps.
   * @returns their address, a multiple of 64.
   */
  reserve(sizeBytes: number): number;
}

const pageBytes = 65536;
const mostPages = 65536;
const alignment = 64;

/** @param shared - for several threads; needs `SharedArrayBuffer`. */
export function createWasmMemory(shared: boolean): WasmMemory {
  const memory = new WebAssembly.Memory(
    shared ? { initial: 1, maximum: mostPages, shared } : { initial: 1, maximum: mostPages },
  );
  // Address 0 stays free: encoded calls use it for buffers that are not there.
  let next = alignment;
  return {
    memory,
    reserve(sizeBytes) {
      const address = next;
      next = Math.ceil((address + sizeBytes) / alignment) * alignment;
      const missing = Math.ceil((next - memory.buffer.byteLength) / pageBytes);
      if (missing > 0) memory.grow(missing);
      return address;
    },
  };
}
