/** Element-wise functions, and `softmax` over the last axis (final layer only). */
export type ActivationName = 'linear' | 'relu' | 'sigmoid' | 'tanh' | 'softmax';

/** How weights start; all but `zeros` are random and take the model's seed. */
export type InitializerName = 'zeros' | 'glorotUniform' | 'glorotNormal' | 'heUniform' | 'heNormal';

/** `valid`: no padding. `same`: zeros so that output = ceil(input / stride), the extra one last. */
export type Padding = 'valid' | 'same';

/** One number for both directions, or [vertical, horizontal]. */
export type Pair = number | readonly [number, number];

interface NamedLayer {
  /** Unique in the model. Default: the kind and a count, such as `dense1`, `conv2`, `pool1`. */
  readonly name?: string;
}

/** [h, w, c] to [h*w*c], in that order. */
export interface FlattenSpec extends NamedLayer {
  readonly type: 'flatten';
}

/** `activation(x W + b)`; weights `<name>/kernel` [in, units] and `<name>/bias` [units]. */
export interface DenseSpec extends NamedLayer {
  readonly type: 'dense';
  readonly units: number;
  /** Default `linear`. */
  readonly activation?: ActivationName;
  /** Default true; the bias starts at zero. */
  readonly useBias?: boolean;
  /** Default `glorotUniform`, as in Keras. */
  readonly kernelInitializer?: InitializerName;
}

/** `activation(x * F + b)`; weights `<name>/filter` [kh, kw, in, filters], `<name>/bias` [filters]. */
export interface Conv2dSpec extends NamedLayer {
  readonly type: 'conv2d';
  readonly filters: number;
  readonly kernelSize: Pair;
  /** Default 1. */
  readonly strides?: Pair;
  /** Default `valid`. */
  readonly padding?: Padding;
  /** Default `linear`. */
  readonly activation?: ActivationName;
  /** Default true; the bias starts at zero. */
  readonly useBias?: boolean;
  /** Default `glorotUniform`, as in Keras. */
  readonly kernelInitializer?: InitializerName;
}

/** The largest (or the mean) value of each window. */
export interface Pooling2dSpec extends NamedLayer {
  readonly type: 'maxPooling2d' | 'averagePooling2d';
  /** Default 2. */
  readonly poolSize?: Pair;
  /** Default: `poolSize`. */
  readonly strides?: Pair;
  /** Default `valid`. */
  readonly padding?: Padding;
}

/** In training sets a share `rate` in [0, 1) of its inputs to 0 and scales the rest by 1/(1-rate). */
export interface DropoutSpec extends NamedLayer {
  readonly type: 'dropout';
  readonly rate: number;
}

export interface ActivationSpec extends NamedLayer {
  readonly type: 'activation';
  readonly activation: ActivationName;
}

export type LayerSpec =
  FlattenSpec | DenseSpec | Conv2dSpec | Pooling2dSpec | DropoutSpec | ActivationSpec;

/** A classifier as JSON: what goes in, and the layers in order. */
export interface ModelSpec {
  /** Shape of one example: [height, width, channels] or [features]. */
  readonly inputShape: readonly number[];
  readonly layers: readonly LayerSpec[];
  /** What to call it in summaries and files, such as `mlp`. */
  readonly name?: string;
}

/** Named weights, row-major float32: `dense1/kernel`, `dense1/bias`, `conv1/filter`... */
export type Weights = Readonly<Record<string, Float32Array>>;

/** A specification with weights that fit it. Plain data: no backend in it. */
export interface Model {
  readonly spec: ModelSpec;
  readonly weights: Weights;
}
