import type { Plugin } from 'vite';

/**
 * tfjs' own threaded wasm build: `@manabi/backends` switches it off (it breaks when it is minified),
 * and training has threads of its own.
 */
const threadedBuild = /tfjs-backend-wasm-threaded-simd(\.worker)?(\.js)?$/;

/** Kernels for texts, sparse tensors and boxes in images, which no image classifier calls. */
const otherKernels =
  /(string(NGrams|Split|ToHashBucketFast)|sparse\w+|nonMaxSuppressionV\d|cropAndResize)Config/;

/** Leaves out of tfjs' wasm backend what this site never runs: a first visit waits for its bytes. */
export function tfjsParts(): Plugin {
  return {
    name: 'manabi-tfjs-parts',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (threadedBuild.test(id) ? '\0tfjs-threaded' : undefined),
    load: (id) =>
      id === '\0tfjs-threaded'
        ? 'export const wasmWorkerContents = undefined; export default undefined;'
        : undefined,
    transform(code, id) {
      if (!id.endsWith('tfjs-backend-wasm/dist/register_all_kernels.js')) return undefined;
      const kept = code.split('\n').filter((line) => !otherKernels.test(line));
      return { code: kept.join('\n'), map: null };
    },
  };
}
