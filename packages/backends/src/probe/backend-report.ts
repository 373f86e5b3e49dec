/** What the platform's WebAssembly offers, each found by validating a tiny module. */
export interface WasmFeatures {
  /** 128-bit vectors; without them training is several times slower. */
  readonly simd: boolean;
  /** Shared memory and atomics; in browsers only on cross-origin isolated pages. */
  readonly threads: boolean;
  /** Fused multiply-add and friends; off in Node 20, on in Chrome 114 and Node 21. */
  readonly relaxedSimd: boolean;
}

/** What the WebGPU adapter says of itself; the texts are empty where it says nothing. */
export interface WebgpuFeatures {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
  /** Whether the adapter is a program on the processor: right, but slower than `wasm`. */
  readonly software: boolean;
  /** 16-bit floats in shaders. */
  readonly shaderF16: boolean;
  readonly subgroups: boolean;
}

/** Plain JavaScript has nothing to tell. */
export type CpuFeatures = Readonly<Record<string, never>>;

interface Available<Name, Features> {
  readonly name: Name;
  readonly available: true;
  readonly features: Features;
}

/**
 * - `missing`: the platform does not offer it; in Node also when the package `webgpu` is absent.
 * - `no-adapter`: there is WebGPU, but no adapter to compute on.
 * - `broken`: the package `webgpu` is there and does not load.
 */
export type UnavailableCode = 'missing' | 'no-adapter' | 'broken';

interface Unavailable<Name> {
  readonly name: Name;
  readonly available: false;
  /** Which kind of reason, for an app that says it in the reader's language. */
  readonly code: UnavailableCode;
  /** Why not, a clause without a full stop. */
  readonly reason: string;
  /** What the reader can do about it. */
  readonly remedy: string;
}

export type WebgpuReport = Available<'webgpu', WebgpuFeatures> | Unavailable<'webgpu'>;
export type WasmReport = Available<'wasm', WasmFeatures> | Unavailable<'wasm'>;
export type CpuReport = Available<'cpu', CpuFeatures>;

/** Whether one backend can be tried here. */
export type BackendReport = WebgpuReport | WasmReport | CpuReport;
