/** What the numbers of a layer are; each kind has a scale of colours of its own. */
export type OverviewKind =
  /** Grey from 0 to the largest. */
  | 'input'
  /** Around zero. */
  | 'activation'
  /** What a softmax is given, around zero. */
  | 'logit'
  /** In [0, 1]. */
  | 'probability';

/** One layer of a convolutional network with what it gives for one image. */
export interface OverviewLayer {
  readonly name: string;
  /** [rows, columns, channels], or [units]. */
  readonly shape: readonly number[];
  /** As many as the shape says, row-major, channels last. */
  readonly values: ArrayLike<number>;
  /** Default `activation`. */
  readonly kind?: OverviewKind;
  /** [units]: names of classes. */
  readonly unitNames?: readonly string[];
  /** Whether a map reads all maps before it, or the one of its own place, as pooling does. Default `all`. */
  readonly reads?: 'all' | 'same';
  /** Whether it hands on what it is given, as dropout does when a network answers. Default false. */
  readonly passes?: boolean;
}

/** Which numbers share a scale of colours: those of a map, of a layer, or all activations. */
export type ColorRange = 'map' | 'layer' | 'all';

/** A map, or a unit, of a layer. */
export interface OverviewPlace {
  readonly layer: number;
  readonly map: number;
}

/** Whether a layer holds images; else it holds single units. */
export function hasMaps({ shape }: OverviewLayer): boolean {
  return shape.length === 3;
}

/** How many maps or units a layer has. */
export function mapCount({ shape }: OverviewLayer): number {
  return shape.at(-1) ?? 0;
}
