/** @file What the kernels registered into tfjs' wasm backend call; they work on its heap. */
export { conv2dFilterGradient, conv2dFilterGradientScratchBytes } from '../conv2d-filter-gradient';
export { conv2dInputGradient, conv2dInputGradientScratchBytes } from '../conv2d-input-gradient';
export {
  conv2dFilterGradientWinograd,
  conv2dInputGradientWinograd,
  winogradScratchBytes,
} from '../conv2d-winograd';
export { pooling2d } from '../pooling2d';
export {
  depthwiseConv2dFilterGradient,
  depthwiseConv2dInputGradient,
  depthwiseConv2dScratchBytes,
} from './depthwise-conv2d';
export { matrixProduct, matrixProductScratchBytes } from './matrix-product';
export { segmentSum } from './segment-sum';
