import { resolveModel, type Model, type ResolvedLayer } from '@manabi/models';

/** A picture as bytes. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Numbers a pixel: 1 grey, 3 red, green and blue. */
  readonly channels: 1 | 3;
  /** [height, width, channels], row-major. */
  readonly data: Uint8Array;
}

/** More tiles than this are too small to see. */
const mostTiles = 100;
/** Pixels of a tile's longer side, at least. */
const smallestTile = 24;

/**
 * The weights of the first layer that learns, a tile for each neuron or filter, 100 at most: 0 is
 * mid-grey, the largest magnitude of all of them black or white.
 *
 * @returns undefined where the inputs are no images, so that a neuron's weights are none either.
 */
export function firstLayerPicture({ spec, weights }: Model): Picture | undefined {
  const { inputShape, layers } = resolveModel(spec);
  const layer = layers.find(({ weights }) => weights.length > 0);
  const shape = layer && tileShape(layer, inputShape);
  if (layer === undefined || shape === undefined) return undefined;
  const values = weights[layer.weights[0]!.name]!;
  const units = layer.weights[0]!.shape.at(-1)!;
  const [rows, columns, depth] = shape;
  const channels = depth === 3 ? 3 : 1;
  const zoom = Math.max(1, Math.ceil(smallestTile / Math.max(rows, columns)));
  const tiles = Math.min(units, mostTiles);
  const across = Math.ceil(Math.sqrt(tiles));
  // One pixel of mid-grey separates the tiles.
  const [tileWidth, tileHeight] = [columns * zoom + 1, rows * zoom + 1];
  const width = across * tileWidth - 1;
  const height = Math.ceil(tiles / across) * tileHeight - 1;
  const data = new Uint8Array(width * height * channels).fill(middle);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  for (let tile = 0; tile < tiles; tile++) {
    const left = (tile % across) * tileWidth;
    const top = Math.floor(tile / across) * tileHeight;
    for (let y = 0; y < rows * zoom; y++) {
      for (let x = 0; x < columns * zoom; x++) {
        const pixel = Math.floor(y / zoom) * columns + Math.floor(x / zoom);
        for (let channel = 0; channel < channels; channel++) {
          const value = values[(pixel * depth + channel) * units + tile]!;
          const level = Math.round(middle + (value / largest) * (255 - middle));
          data[((top + y) * width + left + x) * channels + channel] = level;
        }
      }
    }
  }
  return { width, height, channels, data };
}

const middle = 128;

/** [rows, columns, channels] of what one neuron or filter looks at. */
function tileShape(
  layer: ResolvedLayer,
  inputShape: readonly number[],
): [number, number, number] | undefined {
  if (inputShape.length !== 3) return undefined;
  if (layer.type === 'conv2d') {
    const [rows, columns, depth] = layer.weights[0]!.shape;
    return [rows!, columns!, depth!];
  }
  const [rows, columns, depth] = inputShape;
  // Behind pooling a neuron no longer sees pixels.
  const seesPixels =
    layer.type === 'dense' && layer.weights[0]!.shape[0] === rows! * columns! * depth!;
  return seesPixels ? [rows!, columns!, depth!] : undefined;
}
