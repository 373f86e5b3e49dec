import { pixelGrid } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { drawnDigit } from './drawn-digits.js';

export const pixelGridExample: ChartExample = {
  name: 'pixel-grid',
  controls: {
    numbers: { kind: 'choice', values: ['on', 'off'], start: 'on' },
    rows: { kind: 'range', min: 1, max: 28, step: 1, start: 28 },
    cursorRow: { kind: 'range', min: 0, max: 27, step: 1, start: 12 },
    cursorColumn: { kind: 'range', min: 0, max: 27, step: 1, start: 16 },
  },
  draw: ({ numbers, rows, cursorRow, cursorColumn }, options) =>
    pixelGrid(drawnDigit(3), {
      ...options,
      numbers: numbers === 'on',
      rows: Number(rows),
      cursor: { row: Number(cursorRow), column: Number(cursorColumn) },
    }),
  variants: {
    picture: { numbers: 'off', rows: 28, cursorRow: 6, cursorColumn: 14 },
    'top-rows': { numbers: 'on', rows: 7, cursorRow: 6, cursorColumn: 14 },
  },
};
