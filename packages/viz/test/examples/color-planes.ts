import { colorPlanes, type ColorImage } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';

/** A red apple with a leaf under a blue sky, 16x16, from circles. */
function apple(): ColorImage {
  const values = Array.from({ length: 256 }, (_, i) => {
    const [x, y] = [i % 16, Math.floor(i / 16)];
    if (Math.hypot(x - 7.5, y - 9.5) < 4.6) return [205 - 9 * y, 32, 40];
    if (Math.hypot(x - 10, y - 3.5) < 1.8) return [70, 160, 60];
    if (x === 8 && y > 2 && y < 6) return [96, 60, 30];
    return y > 12 ? [196, 160, 104] : [120 + 6 * y, 180 + 3 * y, 245];
  });
  return { columns: 16, rows: 16, values: values.flat() };
}

export const colorPlanesExample: ChartExample = {
  name: 'color-planes',
  controls: {
    space: { kind: 'choice', values: ['rgb', 'luminance'], start: 'rgb' },
    row: { kind: 'range', min: 0, max: 15, step: 1, start: 8 },
    column: { kind: 'range', min: 0, max: 15, step: 1, start: 6 },
  },
  draw: ({ space, row, column }, options) =>
    colorPlanes(apple(), {
      ...options,
      space: space === 'luminance' ? 'luminance' : 'rgb',
      cursor: { row: Number(row), column: Number(column) },
    }),
  variants: { luminance: { space: 'luminance', row: 2, column: 3 } },
};
