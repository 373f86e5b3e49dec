import { networkDiagram, type NetworkRecord } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { digits } from './class-names.js';
import { drawnDigit } from './drawn-digits.js';

const edgeViews = ['weights', 'changes', 'both'] as const;

/** Numbers in [-1, 1] that look irregular and are the same every time. */
function wave(count: number, speed: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => Math.sin(speed * (i + 1) ** 1.3));
}

const flowers: Readonly<Record<'en' | 'ja', NetworkRecord>> = {
  en: iris(
    ['sepal length', 'sepal width', 'petal length', 'petal width'],
    ['setosa', 'versicolor', 'virginica'],
    ['input', 'hidden', 'output'],
  ),
  ja: iris(
    ['がく片の長さ', 'がく片の幅', '花弁の長さ', '花弁の幅'],
    ['セトサ', 'バーシカラー', 'バージニカ'],
    ['入力', '隠れ層', '出力'],
  ),
};

function iris(
  inputs: readonly string[],
  classes: readonly string[],
  layers: readonly string[],
): NetworkRecord {
  return {
    layers: [
      { name: layers[0]!, units: 4, activations: [0.6, 0.3, 0.9, 0.8], unitNames: inputs },
      { name: layers[1]!, units: 6, activations: [0, 0.4, 1.3, 0, 0.8, 2.1] },
      { name: layers[2]!, units: 3, activations: [0.02, 0.17, 0.81], unitNames: classes },
    ],
    weights: [wave(24, 1.7), wave(18, 2.3)],
    changes: [wave(24, 3.1).map((x) => 0.01 * x), wave(18, 0.7).map((x) => 0.01 * x)],
  };
}

const wide: NetworkRecord = {
  layers: [
    { name: 'flatten', units: 784 },
    { name: 'dense1', units: 128, activations: wave(128, 1.1).map((x) => Math.max(0, x)) },
    { name: 'dense2', units: 10, activations: wave(10, 0.4).map(Math.abs), unitNames: digits },
  ],
  weights: [wave(784 * 128, 0.9), wave(1280, 1.9)],
};

/** A digit, whose pixels are the inputs of a small network. */
const seen: NetworkRecord = {
  layers: [
    { name: 'pixels', units: 784, image: drawnDigit(3) },
    { name: 'hidden', units: 6, activations: [0, 0.4, 1.3, 0, 0.8, 2.1] },
    {
      ...{ name: 'output', units: 10, unitNames: digits, range: [0, 1] },
      activations: [0, 0.02, 0.05, 0.8, 0, 0.03, 0, 0, 0.08, 0.02],
    },
  ],
  weights: [wave(784 * 6, 0.9), wave(60, 1.9)],
  pixels: [210, 291, 410, 437, 486, 572],
};

/** The second and the fourth hidden unit give nothing. */
function broken({ layers, weights }: NetworkRecord, note: string): NetworkRecord {
  const silenced = [1, 3];
  const [inputs, hidden, outputs] = layers;
  const activations = [0, 0, 1.3, 0, 0.8, 2.1];
  return {
    layers: [inputs!, { ...hidden!, activations, silenced, note }, outputs!],
    weights: [Array.from(weights![0]!, (w, i) => (silenced.includes(i % 6) ? 0 : w)), weights![1]!],
  };
}

function records(locale: 'en' | 'ja'): Readonly<Record<string, NetworkRecord>> {
  return {
    iris: flowers[locale],
    '784-128-10': wide,
    image: seen,
    broken: broken(flowers[locale], locale === 'en' ? 'no biases' : 'バイアスなし'),
    untrained: {
      layers: flowers[locale].layers.map(({ name, units, unitNames }) => ({
        ...{ name, units },
        ...(unitNames === undefined ? {} : { unitNames }),
      })),
    },
  };
}

export const networkDiagramExample: ChartExample = {
  name: 'network-diagram',
  controls: {
    network: {
      kind: 'choice',
      values: ['iris', '784-128-10', 'image', 'broken', 'untrained'],
      start: 'iris',
    },
    edges: { kind: 'choice', values: edgeViews, start: 'weights' },
    selected: { kind: 'range', min: -1, max: 5, step: 1, start: -1 },
    maxUnits: { kind: 'range', min: 4, max: 16, step: 2, start: 10 },
  },
  draw: ({ network, edges, selected, maxUnits }, options) =>
    networkDiagram(records(options.locale)[String(network)]!, {
      ...options,
      maxUnits: Number(maxUnits),
      edges: edgeViews.find((view) => view === edges) ?? 'weights',
      values: edges === 'both',
      ...(Number(selected) < 0 ? {} : { selected: { layer: 1, unit: Number(selected) } }),
    }),
  variants: {
    changes: { network: 'iris', edges: 'changes', selected: 5, maxUnits: 10 },
    both: { network: 'iris', edges: 'both', selected: -1, maxUnits: 10 },
    selected: { network: 'iris', edges: 'both', selected: 2, maxUnits: 10 },
    image: { network: 'image', edges: 'both', selected: 5, maxUnits: 10 },
    broken: { network: 'broken', edges: 'both', selected: -1, maxUnits: 10 },
    untrained: { network: 'untrained', edges: 'both', selected: -1, maxUnits: 10 },
    wide: { network: '784-128-10', edges: 'weights', selected: -1, maxUnits: 10 },
  },
};
