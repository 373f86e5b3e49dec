/**
 * @file One piece of work of a step: which kernel, which buffers, which sizes. Calls are plain data,
 * so a plan can be printed, sent to a worker and executed by any backend. Sizes are those of one
 * example; how many examples there are is known only when the plan runs.
 */
import type { WindowGeometry } from './window-geometry.js';

/** Functions of one number that a kernel applies to its sums. */
export type KernelActivation = 'linear' | 'relu' | 'sigmoid' | 'tanh';

interface Call<Kind extends string> {
  readonly kind: Kind;
  /** Buffers by their role; a buffer may be read and written by the same call where it says so. */
  readonly reads: Readonly<Record<string, string>>;
  readonly writes: Readonly<Record<string, string>>;
}

/** Copies the batch's examples out of the resident data and normalises them. */
export interface GatherCall extends Call<'gather'> {
  readonly reads: Readonly<Record<string, never>>;
  /** `inputs` [batch, length], `labels` [batch] int32. */
  readonly writes: { readonly inputs: string; readonly labels: string };
  /** Numbers in one example. */
  readonly length: number;
}

interface DenseSizes {
  readonly features: number;
  readonly units: number;
}

/** `activation(input kernel + bias)` */
export interface DenseCall extends Call<'dense'>, DenseSizes {
  readonly reads: { readonly input: string; readonly kernel: string; readonly bias?: string };
  readonly writes: { readonly output: string };
  readonly activation: KernelActivation;
}

/** Gradients of a dense layer's kernel and bias from that of its weighted sums. */
export interface DenseWeightGradientCall extends Call<'denseWeightGradient'>, DenseSizes {
  readonly reads: { readonly input: string; readonly outputGradient: string };
  readonly writes: { readonly kernelGradient: string; readonly biasGradient?: string };
}

/**
 * The gradient of a dense layer's kernel and the optimiser's step with it, in one call: the gradient
 * is used where it is computed and never stored. For gradients that nothing else needs.
 */
export interface DenseWeightUpdateCall extends Call<'denseWeightUpdate'>, DenseSizes {
  readonly reads: { readonly input: string; readonly outputGradient: string };
  readonly writes: UpdateTarget & { readonly biasGradient?: string };
  readonly rule: UpdateRule;
}

export interface DenseInputGradientCall extends Call<'denseInputGradient'>, DenseSizes {
  readonly reads: { readonly kernel: string; readonly outputGradient: string };
  readonly writes: { readonly inputGradient: string };
}

interface ConvolutionSizes {
  readonly geometry: WindowGeometry;
  readonly filters: number;
}

/** `activation(input * filter + bias)` */
export interface Conv2dCall extends Call<'conv2d'>, ConvolutionSizes {
  readonly reads: { readonly input: string; readonly filter: string; readonly bias?: string };
  readonly writes: { readonly output: string };
  readonly activation: KernelActivation;
}

export interface Conv2dFilterGradientCall extends Call<'conv2dFilterGradient'>, ConvolutionSizes {
  readonly reads: { readonly input: string; readonly outputGradient: string };
  readonly writes: { readonly filterGradient: string; readonly biasGradient?: string };
}

export interface Conv2dInputGradientCall extends Call<'conv2dInputGradient'>, ConvolutionSizes {
  readonly reads: { readonly filter: string; readonly outputGradient: string };
  readonly writes: { readonly inputGradient: string };
}

export interface Pooling2dCall extends Call<'maxPooling2d' | 'averagePooling2d'> {
  readonly reads: { readonly input: string };
  readonly writes: { readonly output: string };
  readonly geometry: WindowGeometry;
}

export interface MaxPooling2dGradientCall extends Call<'maxPooling2dGradient'> {
  readonly reads: { readonly input: string; readonly outputGradient: string };
  readonly writes: { readonly inputGradient: string };
  readonly geometry: WindowGeometry;
}

export interface AveragePooling2dGradientCall extends Call<'averagePooling2dGradient'> {
  readonly reads: { readonly outputGradient: string };
  readonly writes: { readonly inputGradient: string };
  readonly geometry: WindowGeometry;
}

/** May work in place. */
export interface ActivationCall extends Call<'activation'> {
  readonly reads: { readonly input: string };
  readonly writes: { readonly output: string };
  readonly activation: KernelActivation;
  /** Numbers in one example. */
  readonly length: number;
}

/** Gradient of an activation's input from its output; may work in place. */
export interface ActivationGradientCall extends Call<'activationGradient'> {
  readonly reads: { readonly output: string; readonly outputGradient: string };
  readonly writes: { readonly inputGradient: string };
  readonly activation: KernelActivation;
  readonly length: number;
}

/** Its own derivative: applied to a gradient, it gives the gradient of its input. In place too. */
export interface DropoutCall extends Call<'dropout'> {
  readonly reads: { readonly input: string };
  readonly writes: { readonly output: string };
  readonly length: number;
  /** Share set to zero, in [0, 1). */
  readonly rate: number;
  /** Index of the layer in the model: every dropout layer has masks of its own. */
  readonly layer: number;
}

/** Probabilities over the last axis; may work in place. */
export interface SoftmaxCall extends Call<'softmax'> {
  readonly reads: { readonly input: string };
  readonly writes: { readonly output: string };
  readonly classes: number;
}

/** Loss, its gradient where asked for, and the totals so far. */
export interface SoftmaxCrossEntropyCall extends Call<'softmaxCrossEntropy'> {
  readonly reads: { readonly logits: string; readonly labels: string };
  /** `totals` [3] float64: examples, sum of losses, right answers; added to. */
  readonly writes: { readonly totals: string; readonly logitsGradient?: string };
  readonly classes: number;
}

/** Constants of an optimiser; the learning rate and the step are given when the plan runs. */
export type UpdateRule =
  | { readonly type: 'sgd' }
  | { readonly type: 'momentum'; readonly momentum: number }
  | { readonly type: 'rmsprop'; readonly rho: number; readonly epsilon: number }
  | {
      readonly type: 'adam';
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
    };

/** What an optimiser changes: a parameter, and the slots that its rule has. */
export type UpdateTarget = Readonly<
  { parameter: string } & Partial<Record<'velocity' | 'meanSquare' | 'm' | 'v', string>>
>;

/** One optimiser step of one parameter. */
export interface UpdateCall extends Call<'update'> {
  readonly reads: { readonly gradient: string };
  readonly writes: UpdateTarget;
  readonly length: number;
  readonly rule: UpdateRule;
}

/** Sums of the squares of a gradient, one for each block of 4096 numbers. */
export interface SumOfSquaresCall extends Call<'sumOfSquares'> {
  readonly reads: { readonly gradient: string };
  /** Part of `partials`, float64, from number `first` on. */
  readonly writes: { readonly partials: string };
  readonly first: number;
  readonly length: number;
}

/** Shortens a gradient in place where the norm of all gradients together is above the limit. */
export interface ClipByNormCall extends Call<'clipByNorm'> {
  readonly reads: { readonly partials: string };
  readonly writes: { readonly gradient: string };
  readonly length: number;
  /** How many partial sums there are, of all gradients. */
  readonly partials: number;
  readonly limit: number;
}

/** Moves the numbers of a gradient into [-limit, limit], in place. */
export interface ClipByValueCall extends Call<'clipByValue'> {
  readonly reads: Readonly<Record<string, never>>;
  readonly writes: { readonly gradient: string };
  readonly length: number;
  readonly limit: number;
}

export type KernelCall =
  | GatherCall
  | DenseCall
  | DenseWeightGradientCall
  | DenseWeightUpdateCall
  | DenseInputGradientCall
  | Conv2dCall
  | Conv2dFilterGradientCall
  | Conv2dInputGradientCall
  | Pooling2dCall
  | MaxPooling2dGradientCall
  | AveragePooling2dGradientCall
  | ActivationCall
  | ActivationGradientCall
  | DropoutCall
  | SoftmaxCall
  | SoftmaxCrossEntropyCall
  | SumOfSquaresCall
  | ClipByNormCall
  | ClipByValueCall
  | UpdateCall;
