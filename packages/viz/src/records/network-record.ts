import { expectLength, SceneError } from '../scene/scene-error.js';
import type { GreyImage } from './grey-image.js';

export interface NetworkLayer {
  readonly name: string;
  readonly units: number;
  /** [units]: what each unit gives for the example on show. Default: none is shown. */
  readonly activations?: ArrayLike<number>;
  /** Activations that are drawn black and white. Default: 0 or the least, and the largest. */
  readonly range?: readonly [low: number, high: number];
  /** [units]: names of inputs or classes. */
  readonly unitNames?: readonly string[];
  /** [units]: a second line under each name, such as a measured value with its unit. */
  readonly unitNotes?: readonly string[];
  /** Units that are taken out of the network: crossed out. Default none. */
  readonly silenced?: readonly number[];
  /** What else is to be said of the layer, beside how many units it has. */
  readonly note?: string;
  /**
   * Of an input layer: the example as an image, a unit a pixel. It is drawn instead of the units;
   * only pixels that {@link NetworkRecord.pixels} names have connections of their own.
   */
  readonly image?: GreyImage;
}

/** A network of fully connected layers. */
export interface NetworkRecord {
  readonly layers: readonly NetworkLayer[];
  /**
   * One for each pair of neighbours: [from * to], row-major, as dense kernels are. Default: there
   * are no weights yet, and connections are drawn grey.
   */
  readonly weights?: readonly ArrayLike<number>[];
  /** The same shape: how each weight moved in the last step. Default: nothing moved. */
  readonly changes?: readonly ArrayLike<number>[];
  /** Pixels of an input image whose connections are drawn one by one. Default none. */
  readonly pixels?: readonly number[];
}

/** A unit, or with `from` the connection that leads to it from a unit of the layer before. */
export interface NetworkSelection {
  readonly layer: number;
  readonly unit: number;
  readonly from?: number;
}

/** @throws SceneError `chart-record` when weights, changes or pixels do not fit the layers. */
export function checkNetwork(where: string, record: NetworkRecord): void {
  const { layers, weights, changes, pixels = [] } = record;
  for (const [name, matrices] of Object.entries({ weights, changes })) {
    if (matrices === undefined) continue;
    expectLength(`${where}: ${name}`, matrices, layers.length - 1);
    matrices.forEach((matrix, i) => {
      const expected = layers[i]!.units * layers[i + 1]!.units;
      expectLength(`${where}: ${name}[${i}]`, matrix, expected);
    });
  }
  const outside = pixels.find((pixel) => !(pixel >= 0 && pixel < (layers[0]?.units ?? 0)));
  if (outside !== undefined) {
    throw new SceneError(
      'chart-record',
      `${where}: pixels: expects indices below ${layers[0]?.units ?? 0}, got ${outside}; name pixels of the input image.`,
    );
  }
}
