import { renderAnsi } from '@manabi/viz';
import { describe, expect, it } from 'vitest';
import { cellWidth } from '../src/text/cell-width.js';
import { startValues } from './examples/chart-example.js';
import { examples } from './examples/index.js';

/** Charts that the command line draws; their golden files can be read as they are. */
const drawnInTerminals = ['learning-curves', 'prediction-bars', 'confusion-matrix', 'image-grid'];

describe.each(examples)('$name in a terminal', (example) => {
  it.each([80, 40])('keeps to %i columns in both languages', (columns) => {
    for (const locale of ['en', 'ja'] as const) {
      const scene = example.draw(startValues(example), { locale, width: 8 * columns });
      const lines = renderAnsi(scene, { columns, color: 'none' }).split('\n');
      expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(columns);
      expect(lines.join('').trim()).not.toBe('');
    }
  });
});

describe.each(examples.filter(({ name }) => drawnInTerminals.includes(name)))(
  '$name without colours',
  (example) => {
    it.each([80, 40])('draws what its golden file of %i columns shows', async (columns) => {
      const scene = example.draw(startValues(example), { locale: 'en', width: 8 * columns });
      const drawn = renderAnsi(scene, { columns, color: 'none' });
      await expect(`${drawn}\n`).toMatchFileSnapshot(`golden/${example.name}.${columns}.txt`);
    });
  },
);
