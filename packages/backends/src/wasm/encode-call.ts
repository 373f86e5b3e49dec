import type { KernelActivation, KernelCall } from '../plan/kernel-call.js';
import { convolutionAlgorithm } from '../plan/convolution-algorithm.js';
import type { WindowGeometry } from '../plan/window-geometry.js';
import { doubles, encodeRule } from './encode-rule.js';
import * as opcode from './opcode.js';
import { windowWords } from './window-words.js';

/** Byte address of a buffer. */
export type AddressOf = (buffer: string) => number;

const activations = { linear: 0, relu: 1, sigmoid: 2, tanh: 3 } as const satisfies Record<
  KernelActivation,
  number
>;

const poolingPasses = {
  maxPooling2d: 0,
  averagePooling2d: 1,
  maxPooling2dGradient: 2,
  averagePooling2dGradient: 3,
} as const;

/** What a missing optional buffer is encoded as; no buffer lies there. */
const none = 0;

/**
 * A call as words for the kernels: opcode first, then what its kernel takes. A dense or convolution
 * call whose activation the kernel cannot fuse becomes two.
 *
 * @returns one or two rows of 32-bit words.
 */
export function encodeCall(call: KernelCall, addressOf: AddressOf): number[][] {
  const optional = (buffer: string | undefined) =>
    buffer === undefined ? none : addressOf(buffer);
  switch (call.kind) {
    case 'gather': {
      const { inputs, labels } = call.writes;
      return [[opcode.gather, addressOf(inputs), addressOf(labels), call.length]];
    }
    case 'dense': {
      const { reads, features, units } = call;
      const y = addressOf(call.writes.output);
      const [x, kernel] = [addressOf(reads.input), addressOf(reads.kernel)];
      const isRelu = Number(call.activation === 'relu');
      const sizes = [features, units, isRelu];
      const sums = [opcode.dense, x, kernel, optional(reads.bias), y, ...sizes];
      return [sums, ...unfused(call.activation, y, units)];
    }
    case 'denseWeightGradient': {
      const { reads, writes, features, units } = call;
      const from = [addressOf(reads.input), addressOf(reads.outputGradient)];
      const to = [addressOf(writes.kernelGradient), optional(writes.biasGradient)];
      return [[opcode.denseWeightGradient, ...from, ...to, features, units]];
    }
    case 'denseWeightUpdate': {
      const { reads, writes, features, units } = call;
      const from = [addressOf(reads.input), addressOf(reads.outputGradient)];
      const sizes = [optional(writes.biasGradient), features, units];
      return [[opcode.denseWeightUpdate, ...from, ...sizes, ...encodeRule(call, addressOf)]];
    }
    case 'denseInputGradient': {
      const { reads, writes, features, units } = call;
      const from = [addressOf(reads.kernel), addressOf(reads.outputGradient)];
      const to = addressOf(writes.inputGradient);
      return [[opcode.denseInputGradient, ...from, to, features, units]];
    }
    case 'conv2d': {
      const { reads, geometry, filters } = call;
      const y = addressOf(call.writes.output);
      const [x, filter] = [addressOf(reads.input), addressOf(reads.filter)];
      const isRelu = Number(call.activation === 'relu');
      const sizes = [filters, isRelu, ...windowWords(geometry)];
      const sums = [
        convolutionOpcode('conv2d', geometry, filters),
        x,
        filter,
        optional(reads.bias),
        y,
        ...sizes,
      ];
      const length = geometry.outHeight * geometry.outWidth * filters;
      return [sums, ...unfused(call.activation, y, length)];
    }
    case 'conv2dFilterGradient': {
      const { reads, writes, geometry, filters } = call;
      const from = [addressOf(reads.input), addressOf(reads.outputGradient)];
      const to = [addressOf(writes.filterGradient), optional(writes.biasGradient)];
      return [
        [
          convolutionOpcode('conv2dFilterGradient', geometry, filters),
          ...from,
          ...to,
          filters,
          ...windowWords(geometry),
        ],
      ];
    }
    case 'conv2dInputGradient': {
      const { reads, writes, geometry, filters } = call;
      const from = [addressOf(reads.filter), addressOf(reads.outputGradient)];
      const to = addressOf(writes.inputGradient);
      return [
        [
          convolutionOpcode('conv2dInputGradient', geometry, filters),
          ...from,
          to,
          filters,
          ...windowWords(geometry),
        ],
      ];
    }
    case 'maxPooling2d':
    case 'averagePooling2d': {
      const buffers = [addressOf(call.reads.input), addressOf(call.writes.output), none];
      return [
        [opcode.pooling2d, poolingPasses[call.kind], ...buffers, ...windowWords(call.geometry)],
      ];
    }
    case 'maxPooling2dGradient': {
      const { reads, writes } = call;
      const from = [addressOf(reads.input), addressOf(reads.outputGradient)];
      const buffers = [...from, addressOf(writes.inputGradient)];
      return [
        [opcode.pooling2d, poolingPasses[call.kind], ...buffers, ...windowWords(call.geometry)],
      ];
    }
    case 'averagePooling2dGradient': {
      const { reads, writes } = call;
      const buffers = [none, addressOf(reads.outputGradient), addressOf(writes.inputGradient)];
      return [
        [opcode.pooling2d, poolingPasses[call.kind], ...buffers, ...windowWords(call.geometry)],
      ];
    }
    case 'activation': {
      const buffers = [addressOf(call.reads.input), addressOf(call.writes.output)];
      return [[opcode.activation, activations[call.activation], ...buffers, call.length]];
    }
    case 'activationGradient': {
      const { reads, writes, length } = call;
      const from = [addressOf(reads.output), addressOf(reads.outputGradient)];
      const buffers = [...from, addressOf(writes.inputGradient)];
      return [[opcode.activationGradient, activations[call.activation], ...buffers, length]];
    }
    case 'dropout': {
      const { length, rate, layer } = call;
      const buffers = [addressOf(call.reads.input), addressOf(call.writes.output)];
      const threshold = Math.floor(rate * 2 ** 32);
      return [[opcode.dropout, ...buffers, length, threshold, ...floats(1 / (1 - rate)), layer]];
    }
    case 'softmax': {
      const buffers = [addressOf(call.reads.input), addressOf(call.writes.output)];
      return [[opcode.softmax, ...buffers, call.classes]];
    }
    case 'softmaxCrossEntropy': {
      const { reads, writes, classes } = call;
      const from = [addressOf(reads.logits), addressOf(reads.labels)];
      const to = [addressOf(writes.totals), optional(writes.logitsGradient)];
      return [[opcode.softmaxCrossEntropy, ...from, ...to, classes]];
    }
    case 'sumOfSquares': {
      const partials = addressOf(call.writes.partials) + call.first * 8;
      return [[opcode.sumOfSquares, addressOf(call.reads.gradient), partials, call.length]];
    }
    case 'clipByNorm': {
      const buffers = [addressOf(call.writes.gradient), addressOf(call.reads.partials)];
      const sizes = [call.length, call.partials];
      return [[opcode.clipByNorm, ...buffers, ...sizes, ...doubles([call.limit])]];
    }
    case 'clipByValue': {
      const gradient = addressOf(call.writes.gradient);
      return [[opcode.clipByValue, gradient, call.length, ...doubles([call.limit])]];
    }
    case 'update': {
      const gradient = addressOf(call.reads.gradient);
      return [[opcode.update, gradient, call.length, ...encodeRule(call, addressOf)]];
    }
  }
}

type Convolution = 'conv2d' | 'conv2dFilterGradient' | 'conv2dInputGradient';

function convolutionOpcode(kind: Convolution, geometry: WindowGeometry, filters: number): number {
  const isWinograd = convolutionAlgorithm(geometry, filters) === 'winograd';
  return isWinograd ? opcode[`${kind}Winograd`] : opcode[kind];
}

/** The call that applies an activation in place, where the kernel before it has not done so. */
function unfused(activation: KernelActivation, y: number, length: number): number[][] {
  if (activation === 'linear' || activation === 'relu') return [];
  return [[opcode.activation, activations[activation], y, y, length]];
}

/** The bits of float32 numbers, a word each. */
function floats(...values: number[]): number[] {
  return [...new Int32Array(Float32Array.from(values).buffer)];
}
