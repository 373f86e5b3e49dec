import type { Plugin } from 'vite';

/**
 * Leaves tfjs' threaded wasm build out: `@manabi/backends` switches it off (it breaks when it is
 * minified), and training has threads of its own.
 */
export function tfjsWithoutThreads(): Plugin {
  const threaded = /tfjs-backend-wasm-threaded-simd(\.worker)?(\.js)?$/;
  return {
    name: 'manabi-tfjs-without-threads',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (threaded.test(id) ? '\0tfjs-threaded' : undefined),
    load: (id) =>
      id === '\0tfjs-threaded'
        ? 'export const wasmWorkerContents = undefined; export default undefined;'
        : undefined,
  };
}
