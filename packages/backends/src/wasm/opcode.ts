/**
 * @file Numbers that name the kernels in an encoded plan. The AssemblyScript that runs it imports
 * this file too.
 */

export const gather = 0;
export const dense = 1;
export const denseWeightGradient = 2;
export const denseInputGradient = 3;
export const conv2d = 4;
export const conv2dFilterGradient = 5;
export const conv2dInputGradient = 6;
export const pooling2d = 7;
export const activation = 8;
export const activationGradient = 9;
export const dropout = 10;
export const softmax = 11;
export const softmaxCrossEntropy = 12;
export const update = 13;
export const denseWeightUpdate = 14;
export const conv2dWinograd = 15;
export const conv2dFilterGradientWinograd = 16;
export const conv2dInputGradientWinograd = 17;
export const sumOfSquares = 18;
export const clipByNorm = 19;
export const clipByValue = 20;
