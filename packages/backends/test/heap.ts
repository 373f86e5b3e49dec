import { backend, engine, memory } from '@tensorflow/tfjs-core';

/** The part of tfjs' WebAssembly module that hands out its heap. */
export interface Allocator {
  _malloc: (sizeBytes: number) => number;
  _free: (address: number) => void;
  readonly HEAPU8: Uint8Array;
}

export function allocator(): Allocator {
  return (backend() as unknown as { wasm: Allocator }).wasm;
}

/** What tfjs holds, and how many pieces of the heap were taken and not given back while it ran. */
export interface Held {
  readonly tensors: number;
  readonly bytes: number;
  readonly buffers: number;
  readonly pieces: number;
}

/**
 * Runs `body` and says what it left behind on the wasm heap.
 *
 * @param answers - how many requests the heap grants before it says that it is full.
 */
export function leftBehind(body: () => void, answers = Infinity): Held {
  const heap = allocator();
  // At their first call these replace themselves by what they stand for.
  heap._free(heap._malloc(8));
  const { _malloc, _free } = heap;
  const before = held();
  let pieces = 0;
  heap._malloc = (sizeBytes) => {
    if (answers-- <= 0) return 0;
    pieces++;
    return _malloc(sizeBytes);
  };
  heap._free = (address) => {
    // C's free(0) does nothing: tfjs frees what it was refused.
    if (address === 0) return;
    pieces--;
    _free(address);
  };
  try {
    engine().startScope();
    try {
      body();
    } finally {
      engine().endScope();
    }
  } finally {
    heap._malloc = _malloc;
    heap._free = _free;
  }
  const after = held();
  return {
    tensors: after.tensors - before.tensors,
    bytes: after.bytes - before.bytes,
    buffers: after.buffers - before.buffers,
    pieces,
  };
}

function held(): Omit<Held, 'pieces'> {
  const { numTensors, numBytes } = memory();
  return { tensors: numTensors, bytes: numBytes, buffers: backend().numDataIds() };
}
