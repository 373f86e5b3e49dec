import { largestSize } from '../records/matrix-record.js';
import { hasMaps, type ColorRange, type OverviewLayer } from '../records/overview-layer.js';
import { toLevels, type ScaledPixels } from '../scene/image-pixels.js';

/** One channel of [rows, columns, channels], row-major. */
function mapPlane({ shape, values }: OverviewLayer, map: number): Float32Array {
  const [rows = 1, columns = 1, channels = 1] = shape;
  const plane = new Float32Array(rows * columns);
  for (let i = 0; i < plane.length; i++) plane[i] = values[i * channels + map]!;
  return plane;
}

/**
 * The number at the end of a layer's colours: of each map, or one for all of them. Only activations
 * follow the range; logits and inputs have one end a layer, probabilities end at 1.
 */
export function colorLimits(
  layers: readonly OverviewLayer[],
  range: ColorRange,
): readonly ((map: number) => number)[] {
  const activations = layers.filter(({ kind = 'activation' }) => kind === 'activation');
  const overall = Math.max(Number.MIN_VALUE, ...activations.map((one) => largestSize(one.values)));
  return layers.map((layer) => {
    const { kind = 'activation', values } = layer;
    if (kind === 'probability') return () => 1;
    if (kind === 'activation' && range === 'all') return () => overall;
    if (kind === 'activation' && range === 'map' && hasMaps(layer)) {
      return (map) => largestSize(mapPlane(layer, map));
    }
    const largest = largestSize(values);
    return () => largest;
  });
}

/** One map's colours. */
export function mapPixels(layer: OverviewLayer, map: number, limit: number): ScaledPixels {
  const [rows = 1, columns = 1] = layer.shape;
  const plane = mapPlane(layer, map);
  return layer.kind === 'input'
    ? { scale: 'ink', columns, rows, levels: toLevels(plane, 0, limit) }
    : { scale: scaleOf(layer), columns, rows, levels: toLevels(plane, -limit, limit) };
}

/** All numbers of a layer as a strip, filled row by row. */
export function stripPixels(layer: OverviewLayer, limit: number, upright: boolean): ScaledPixels {
  const count = layer.values.length;
  const narrow = Math.max(1, Math.ceil(Math.sqrt(count / 48)));
  const wide = Math.ceil(count / narrow);
  const [columns, rows] = upright ? [narrow, wide] : [wide, narrow];
  const levels = new Uint8Array(columns * rows).fill(128);
  levels.set(toLevels(layer.values, -limit, limit));
  return { scale: scaleOf(layer), columns, rows, levels };
}

/** The scale of colours of a layer, and where in it a number lies. */
export function unitPaint(layer: OverviewLayer, unit: number, limit: number) {
  const share = layer.values[unit]! / limit;
  return layer.kind === 'probability'
    ? ({ scale: 'amount', value: share } as const)
    : ({ scale: scaleOf(layer), value: 0.5 + 0.5 * share } as const);
}

function scaleOf({ kind }: OverviewLayer): 'activation' | 'logit' | 'amount' {
  return kind === 'logit' ? 'logit' : kind === 'probability' ? 'amount' : 'activation';
}
