import { BackendError } from '../backend-error.js';
import { backendNames, type BackendName } from '../backend-name.js';
import type { StartedBackend } from './start-backend.js';

export interface SelectBackendOptions {
  /**
   * Default `auto`: WebGPU on a graphics card, else `wasm`, else `cpu`. A software WebGPU adapter
   * is slower than `wasm`, so only `webgpu` by name takes it.
   */
  readonly backend?: 'auto' | BackendName;
  /**
   * Where `tfjs-backend-wasm-simd.wasm` lies: URL or path of the file, or of the folder that holds
   * tfjs' three wasm files, ending in `/`. Default: beside tfjs' script, right in Node and wrong in
   * most bundles. With Vite:
   * `import url from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'`.
   */
  readonly wasmPath?: string;
  /**
   * Default false: a backend asked for by name that does not work is an error. True: the next one
   * that `auto` would try is taken instead.
   */
  readonly fallback?: boolean;
}

/** A backend that was passed over. */
export interface Fallback {
  readonly name: BackendName;
  /** Why, a clause without a full stop. */
  readonly reason: string;
}

/** The backend that tfjs uses now. */
export type BackendSelection = StartedBackend & {
  /** Processor threads that compute. */
  readonly threads: number;
  /** The backends that were tried before this one, and why each was left. */
  readonly fallbacks: readonly Fallback[];
};

/**
 * Takes the best backend that works here, or the one asked for, and makes it tfjs' current one.
 * Each candidate is started and checked on a tiny problem against numbers worked out by plain
 * loops; `wasm` also gets the training kernels that tfjs lacks there.
 *
 * Backends are loaded when they are tried, not when this package is imported. In Node `webgpu`
 * defines `navigator.gpu` and WebGPU's other globals.
 *
 * @throws BackendError when the backend asked for does not work and `fallback` is not set, or when
 *   none does; tfjs then keeps the backend that it had.
 *
 * @example
 * const { name, fallbacks } = await selectBackend();
 */
export async function selectBackend(options: SelectBackendOptions = {}): Promise<BackendSelection> {
  const { backend = 'auto', fallback = false, wasmPath } = options;
  if (backend !== 'auto' && !backendNames.includes(backend)) {
    throw new BackendError('unavailable', {
      backend,
      reason: 'there is no backend of this name',
      remedy: `choose auto, ${backendNames.join(', ')}`,
    });
  }
  // tfjs takes longer to load than a command line has to answer --help.
  const { startBackend } = await import('./start-backend.js');
  const fallbacks: Fallback[] = [];
  for (const name of candidates(backend, fallback)) {
    try {
      const acceptSoftware = name === backend;
      const started = await startBackend(name, { wasmPath, acceptSoftware });
      // tfjs' wasm computes on one thread as it is started here, the others on the caller's.
      return { ...started, threads: 1, fallbacks };
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      fallbacks.push({ name, reason: error.details.reason });
      if (fallbacks.length === candidates(backend, fallback).length) throw error;
    }
  }
  throw new Error('internal: no backend to try');
}

function candidates(asked: 'auto' | BackendName, fallback: boolean): readonly BackendName[] {
  if (asked === 'auto') return backendNames;
  return fallback ? [asked, ...backendNames.filter((name) => name !== asked)] : [asked];
}
