/** @file Settings of a run as a reader says them, without JSON. */
import type { CallbackSpec, RunRecord } from '@manabi/trainer';
import type { ReportWords } from './words.js';

type Settings = RunRecord['settings'];

const symbols: Readonly<Record<string, string>> = {
  beta1: 'β₁',
  beta2: 'β₂',
  epsilon: 'ε',
  rho: 'ρ',
};

/** `adam, learning rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7`. */
export function optimizerText({ optimizer }: Settings, words: ReportWords): string {
  const { type, ...figures } = optimizer;
  const named = Object.entries(figures).map(([name, value]) => {
    const word = name === 'learningRate' ? words.learningRate : (symbols[name] ?? name);
    return `${word} ${String(value)}`;
  });
  return [type, ...named].join(', ');
}

/** What happens to long gradients. */
export function clippingText({ gradientClipping }: Settings, words: ReportWords): string {
  if (gradientClipping === undefined || gradientClipping === null) return words.none;
  return words.clipping[gradientClipping.type](gradientClipping.limit);
}

/** `mnist`, `images:photos (28×28, grey)`. */
export function dataText({ data }: RunRecord, words: ReportWords): string {
  const { size, grey, trainSize, testSize, testFraction } = data.options;
  const details = [
    ...(size === undefined ? [] : [`${size.width}×${size.height}`]),
    ...(grey === undefined ? [] : [words.grey]),
    ...(trainSize === undefined ? [] : [`--train-size ${trainSize}`]),
    ...(testSize === undefined ? [] : [`--test-size ${testSize}`]),
    ...(testFraction === undefined ? [] : [`--test-fraction ${testFraction}`]),
  ];
  return details.length === 0 ? data.reference : `${data.reference} (${details.join(', ')})`;
}

/** What changed the run while it went on. */
export function callbackText(spec: CallbackSpec, words: ReportWords): string {
  switch (spec.type) {
    case 'learningRateSchedule': {
      const { schedule } = spec;
      switch (schedule.type) {
        case 'cosine':
        case 'oneCycle':
          return words.schedules[schedule.type];
        case 'exponential':
          return words.schedules.exponential(schedule.factor);
        case 'step':
          return words.schedules.step(schedule.every, schedule.factor);
        default:
          return JSON.stringify(schedule satisfies never);
      }
    }
    // Defaults as the callbacks have them.
    case 'reduceOnPlateau': {
      const { monitor = 'valLoss', patience = 3, factor = 0.1 } = spec;
      return words.plateau(words.monitors[monitor], patience, factor);
    }
    case 'earlyStopping': {
      const { monitor = 'valLoss', patience = 3 } = spec;
      return words.earlyStopping(words.monitors[monitor], patience);
    }
    // A record may come from a later version.
    default:
      return JSON.stringify(spec satisfies never);
  }
}
