import { hasMaps, type OverviewLayer, type OverviewPlace } from '../records/overview-layer.js';
import { path, rect } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Box, CnnLayout } from './cnn-layout.js';

/**
 * The maps that feed a map, outlined, and an edge from each. Pooling reads one map, everything
 * else reads all of them.
 */
export function cnnTraceMarks(
  layers: readonly OverviewLayer[],
  layout: CnnLayout,
  { layer, map }: OverviewPlace,
  strengths?: ArrayLike<number>,
): readonly Mark[] {
  const target = layout.layers[layer];
  const sources = layout.layers[layer - 1];
  const end = target?.tiles[target.content === 'strip' ? 0 : map];
  if (target === undefined || end === undefined) return [];
  const outline = (id: string, { x, y, width, height }: Box, strokeWidth: number): Mark =>
    rect(x - 1.5, y - 1.5, width + 3, height + 3, {
      id,
      role: 'highlight',
      stroke: 'highlight',
      strokeWidth,
    });
  if (sources === undefined) return [outline('trace-target', end, 3)];
  const one = layers[layer]!.reads === 'same' && target.content === sources.content;
  const indices = one ? [map] : sources.tiles.map((_, i) => i);
  const largest = Math.max(Number.MIN_VALUE, ...Array.from(strengths ?? [1], Math.abs));
  return [
    ...indices.map((i) => {
      const share = strengths === undefined ? 0.5 : Math.abs(strengths[i] ?? 0) / largest;
      return path(edge(sources.tiles[i]!, end, layout.direction), {
        id: `trace-${i}`,
        role: 'decoration',
        stroke: 'highlight',
        strokeWidth: one ? 2 : 0.5 + 2 * share,
        opacity: one ? 1 : 0.25 + 0.6 * share,
      });
    }),
    ...indices.map((i) =>
      outline(`source-${i}`, sources.tiles[i]!, hasMaps(layers[layer - 1]!) ? 2 : 1),
    ),
    outline('trace-target', end, 3),
  ];
}

/** From the side of a tile that faces the next layer to the near side of another. */
function edge(from: Box, to: Box, direction: CnnLayout['direction']): string {
  if (direction === 'bands') {
    const [x0, y0] = [from.x + from.width / 2, from.y + from.height];
    const [x1, y1] = [to.x + to.width / 2, to.y];
    const bend = (y0 + y1) / 2;
    return `M${x0} ${y0}C${x0} ${bend} ${x1} ${bend} ${x1} ${y1}`;
  }
  const [x0, y0] = [from.x + from.width, from.y + from.height / 2];
  const [x1, y1] = [to.x, to.y + to.height / 2];
  const bend = (x0 + x1) / 2;
  return `M${x0} ${y0}C${bend} ${y0} ${bend} ${y1} ${x1} ${y1}`;
}
