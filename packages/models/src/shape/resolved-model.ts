import type {
  ActivationName,
  InitializerName,
  ModelSpec,
  Padding,
  Pooling2dSpec,
} from '../model-spec.js';

/** [vertical, horizontal] */
export type Size2d = readonly [vertical: number, horizontal: number];

/** Shape of one example in a layer: [height, width, channels] or [features]. */
export type ExampleShape = readonly number[];

/** A weight that a layer needs. */
export interface ResolvedWeight {
  /** `<layer>/kernel`, `<layer>/filter` or `<layer>/bias`. */
  readonly name: string;
  /** Dense kernels [in, out], filters [height, width, in, out], biases [out]. */
  readonly shape: readonly number[];
  readonly initializer: InitializerName;
}

interface ResolvedBase {
  /** The given name, or the default one. */
  readonly name: string;
  /** Of one example; activations carry the batch before it. */
  readonly inputShape: ExampleShape;
  readonly outputShape: ExampleShape;
  /** Kernel (or filter), then bias; empty for layers that learn nothing. */
  readonly weights: readonly ResolvedWeight[];
}

interface ResolvedWeighted extends ResolvedBase {
  readonly activation: ActivationName;
  readonly useBias: boolean;
  readonly kernelInitializer: InitializerName;
}

interface ResolvedWindow {
  readonly strides: Size2d;
  readonly padding: Padding;
}

export interface ResolvedFlatten extends ResolvedBase {
  readonly type: 'flatten';
}

export interface ResolvedDense extends ResolvedWeighted {
  readonly type: 'dense';
  readonly units: number;
}

export interface ResolvedConv2d extends ResolvedWeighted, ResolvedWindow {
  readonly type: 'conv2d';
  readonly filters: number;
  readonly kernelSize: Size2d;
}

export interface ResolvedPooling2d extends ResolvedBase, ResolvedWindow {
  readonly type: Pooling2dSpec['type'];
  readonly poolSize: Size2d;
}

export interface ResolvedDropout extends ResolvedBase {
  readonly type: 'dropout';
  readonly rate: number;
}

export interface ResolvedActivation extends ResolvedBase {
  readonly type: 'activation';
  readonly activation: ActivationName;
}

/** A layer with every default filled in, its name, its shapes and its weights. */
export type ResolvedLayer =
  | ResolvedFlatten
  | ResolvedDense
  | ResolvedConv2d
  | ResolvedPooling2d
  | ResolvedDropout
  | ResolvedActivation;

/** A specification that was checked, with everything that follows from it. Plain data. */
export interface ResolvedModel {
  /** The specification as given, without the defaults. */
  readonly spec: ModelSpec;
  readonly inputShape: ExampleShape;
  /** [classes] */
  readonly outputShape: ExampleShape;
  /** How many outputs the last layer has. */
  readonly classes: number;
  readonly layers: readonly ResolvedLayer[];
  /** How many numbers training changes. */
  readonly parameterCount: number;
}
