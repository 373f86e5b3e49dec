import { confusionMatrix } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { clothes, digits } from './class-names.js';

/** Mistakes that are likelier between classes that are near each other, by a fixed formula. */
function counts(spread: number): number[][] {
  return Array.from({ length: 10 }, (_, truth) => {
    const row = Array.from({ length: 10 }, (_, predicted) =>
      truth === predicted
        ? 0
        : Math.floor(
            (spread * ((truth * 7 + predicted * 3) % 11)) / (1 + (truth - predicted) ** 2),
          ),
    );
    row[truth] = 1000 - row.reduce((a, b) => a + b, 0);
    return row;
  });
}

export const confusionMatrixExample: ChartExample = {
  name: 'confusion-matrix',
  controls: {
    classes: { kind: 'choice', values: ['digits', 'clothes'], start: 'digits' },
    show: { kind: 'choice', values: ['auto', 'counts', 'rows'], start: 'auto' },
    selected: { kind: 'range', min: -1, max: 9, step: 1, start: 4 },
    since: { kind: 'choice', values: ['alone', 'earlier'], start: 'alone' },
  },
  draw: ({ classes, show, selected, since }, options) => {
    const truth = Number(selected);
    return confusionMatrix(
      {
        counts: counts(classes === 'digits' ? 3 : 24),
        classNames: classes === 'digits' ? digits : clothes[options.locale],
      },
      {
        ...options,
        ...(show === 'rows' || show === 'counts' ? { show } : {}),
        ...(since === 'earlier' ? { since: counts(24) } : {}),
        ...(truth < 0 ? {} : { selected: { truth, predicted: (truth + 1) % 10 } }),
      },
    );
  },
  variants: {
    clothes: { classes: 'clothes', show: 'rows', selected: -1 },
    change: { classes: 'digits', show: 'auto', selected: -1, since: 'earlier' },
  },
};
