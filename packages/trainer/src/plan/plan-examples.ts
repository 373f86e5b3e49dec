import type { PlanExamples } from '@manabi/backends/plan';
import type { Dataset } from '@manabi/datasets';

/** A data set as an executor takes it; the numbers are shared, not copied. */
export function planExamples({ inputs, labels, normalization }: Dataset): PlanExamples {
  switch (normalization.kind) {
    case 'scale':
      return { inputs, labels, scale: [normalization.factor], offset: [0] };
    case 'standardize': {
      const { mean, deviation } = normalization;
      const scale = deviation.map((d) => 1 / d);
      return { inputs, labels, scale, offset: mean.map((m, k) => m / deviation[k]!) };
    }
  }
}
