import type { backend_util } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { convolutionAlgorithm } from '../plan/convolution-algorithm.js';
import {
  heapKernels,
  type ConvolutionFilterGradient,
  type ConvolutionInputGradient,
} from './heap-kernels.js';
import { withScratch } from './heap.js';
import { windowGeometry, withWindow } from './with-window.js';

/** The gradients of one convolution, by the algorithm that suits it, and what they are given. */
export interface ConvolutionGradients {
  readonly filterGradient: ConvolutionFilterGradient;
  readonly inputGradient: ConvolutionInputGradient;
  /** Address of the window. */
  readonly geometry: number;
  /** Address of the scratch memory. */
  readonly scratch: number;
}

/** Chooses the algorithm of a convolution, by its sizes alone, and lends `use` what it needs. */
export function withConvolution(
  backend: BackendWasm,
  kernel: string,
  conv: backend_util.Conv2DInfo,
  use: (gradients: ConvolutionGradients) => void,
): void {
  const kernels = heapKernels(backend);
  const isWinograd = convolutionAlgorithm(windowGeometry(conv), conv.outChannels) === 'winograd';
  const filterGradient = isWinograd
    ? kernels.conv2dFilterGradientWinograd
    : kernels.conv2dFilterGradient;
  const inputGradient = isWinograd
    ? kernels.conv2dInputGradientWinograd
    : kernels.conv2dInputGradient;
  withWindow(backend, kernel, conv, (geometry) => {
    const filters = conv.outChannels;
    const scratchBytes = isWinograd
      ? kernels.winogradScratchBytes(geometry, filters)
      : Math.max(
          kernels.conv2dFilterGradientScratchBytes(geometry),
          kernels.conv2dInputGradientScratchBytes(geometry, filters),
        );
    withScratch(backend, kernel, scratchBytes, (scratch) => {
      use({ filterGradient, inputGradient, geometry, scratch });
    });
  });
}
