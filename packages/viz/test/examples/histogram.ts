import { histogram } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { drawnDigit } from './drawn-digits.js';

/** Quantiles of a bell: `ln(p / (1 - p))`, the logistic distribution, shifted and scaled. */
function bell(count: number, middle: number, scale: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 0.5) / count;
    return middle + scale * Math.log(share / (1 - share));
  });
}

const values = {
  weight: bell(4000, 0.01, 0.04),
  activation: bell(4000, -0.2, 0.5).map((value) => Math.max(0, value)),
  gradient: bell(4000, 0, 0.0004),
  pixel: Array.from(drawnDigit(3).values),
};

const kinds = ['weight', 'activation', 'gradient', 'pixel'] as const;

export const histogramExample: ChartExample = {
  name: 'histogram',
  controls: {
    kind: { kind: 'choice', values: kinds, start: 'weight' },
    bins: { kind: 'range', min: 4, max: 64, step: 4, start: 32 },
  },
  draw: ({ kind, bins }, options) => {
    const shown = kinds.find((one) => one === kind) ?? 'weight';
    const name = shown === 'pixel' ? {} : { name: 'dense1' };
    return histogram(values[shown], { ...options, ...name, kind: shown, bins: Number(bins) });
  },
  variants: { pixel: { kind: 'pixel', bins: 32 } },
};
