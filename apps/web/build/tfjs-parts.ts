import type { Plugin } from 'vite';

/**
 * tfjs' own threaded wasm build: `@manabi/backends` switches it off (it breaks when it is minified),
 * and training has threads of its own.
 */
const threadedBuild = /tfjs-backend-wasm-threaded-simd(\.worker)?(\.js)?$/;

/** Names of kernels that no image classifier runs, forward or in training. */
const otherKernels = new RegExp(
  `^(${[
    // Texts, sparse tensors, scattered ones.
    'string\\w+|sparse\\w+|gatherNd|scatterNd|tensorScatterUpdate',
    // Boxes in images, other sizes and turns of them.
    'nonMaxSuppressionV\\d|cropAndResize|resize\\w+|rotateWithOffset|transform|flipLeftRight',
    'mirrorPad|batchToSpaceND|spaceToBatchND|depthToSpace',
    // Volumes, depthwise and dilated filters, normalisations.
    '\\w+3D\\w*|dilation2D\\w*|depthwise\\w+|fusedDepthwise\\w+|lrn\\w*|fusedBatchNorm',
    'cumprod|cumsum|bincount|denseBincount|searchSorted|topK|unique|multinomial|linSpace|diag',
    'stridedSlice|reverse|broadcastArgs|bitwiseAnd|logicalXor|isFinite|isInf|isNaN',
    'a?sinh?|a?cosh?|a?tan|atan[h2]|erf|expm1|log1p|ceil|round|floorDiv|mod',
    'elu|eluGrad|selu|prelu|leakyRelu|relu6|softplus|maxPoolWithArgmax',
  ].join('|')})$`,
  'i',
);

/** @param kernel - its name in tfjs, such as `Conv2D`. */
export function isLeftOut(kernel: string): boolean {
  return otherKernels.test(kernel);
}

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
      const kept = code
        .split('\n')
        .filter((line) => !isLeftOut(/(\w+)Config\b/.exec(line)?.[1] ?? ''));
      return { code: kept.join('\n'), map: null };
    },
  };
}
