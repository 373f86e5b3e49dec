import type { WasmFeatures } from '../probe/backend-report.js';

// Smallest modules that use one feature each, as in GoogleChromeLabs/wasm-feature-detect:
// the header, one function type, one function, and its code.
const header = [0, 97, 115, 109, 1, 0, 0, 0];

/** `() -> v128`: i8x16.popcnt(i8x16.splat(0)) */
const simdModule = [
  ...header,
  1,
  5,
  1,
  96,
  0,
  1,
  123,
  3,
  2,
  1,
  0,
  10,
  10,
  1,
  8,
  0,
  65,
  0,
  253,
  15,
  253,
  98,
  11,
];

/** `() -> ()`: drops i32.atomic.load(0) of a shared memory */
const threadsModule = [
  ...header,
  1,
  4,
  1,
  96,
  0,
  0,
  3,
  2,
  1,
  0,
  5,
  4,
  1,
  3,
  1,
  1,
  10,
  11,
  1,
  9,
  0,
  65,
  0,
  254,
  16,
  2,
  0,
  26,
  11,
];

/** `() -> v128`: i8x16.relaxed_swizzle(i8x16.splat(1), i8x16.splat(2)) */
const relaxedSimdModule = [
  ...header,
  1,
  5,
  1,
  96,
  0,
  1,
  123,
  3,
  2,
  1,
  0,
  10,
  15,
  1,
  13,
  0,
  65,
  1,
  253,
  15,
  65,
  2,
  253,
  15,
  253,
  128,
  2,
  11,
];

/** Finds what this platform's WebAssembly can do. Starts nothing. */
export function detectWasmFeatures(): WasmFeatures {
  return {
    simd: validates(simdModule),
    threads: canShareMemory() && validates(threadsModule),
    relaxedSimd: validates(relaxedSimdModule),
  };
}

function validates(module: readonly number[]): boolean {
  return WebAssembly.validate(new Uint8Array(module));
}

/** Browsers hand shared memory to workers only on cross-origin isolated pages; Node always does. */
function canShareMemory(): boolean {
  const isolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated;
  return typeof SharedArrayBuffer !== 'undefined' && isolated !== false;
}
