/** @file What two runs were told to do, side by side. */
import type { StoredRun } from '../../runs/stored-run.js';
import { writeLayers } from '../network/layer-text.js';
import { sameData } from './same-data.js';

export const settingNames = [
  'data',
  'sizes',
  'layers',
  'epochs',
  'batchSize',
  'optimizer',
  'learningRate',
  'momentum',
  'rho',
  'beta1',
  'beta2',
  'epsilon',
  'validationSplit',
  'seed',
  'gradientClipping',
  'callbacks',
  'firstWeights',
  'backend',
  'engine',
  'threads',
] as const;
export type SettingName = (typeof settingNames)[number];

/** How values are said that are not numbers. */
export interface SettingTexts {
  readonly data: (run: StoredRun) => string;
  readonly count: (count: number) => string;
  readonly share: (share: number) => string;
  readonly optimizers: Readonly<Record<string, string>>;
  readonly backends: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
  readonly callbacks: Readonly<Record<string, string>>;
  readonly clipping: Readonly<Record<'norm' | 'value', (limit: number) => string>>;
  readonly fromFile: string;
  readonly fromSeed: string;
}

export interface SettingRow {
  readonly name: SettingName;
  /** Undefined where a run has no such setting. */
  readonly values: readonly [a: string | undefined, b: string | undefined];
  readonly differs: boolean;
}

/** An optimiser's own: they stand only where both runs have the same. */
const ofOptimizer: readonly SettingName[] = ['momentum', 'rho', 'beta1', 'beta2', 'epsilon'];

/** A row for each setting that one of the two has. */
export function comparedSettings(a: StoredRun, b: StoredRun, texts: SettingTexts): SettingRow[] {
  const [left, right] = [settingsOf(a, texts), settingsOf(b, texts)];
  const isOther = left.optimizer !== right.optimizer;
  // Sets of one name and size may still be two.
  const isOtherData = left.sizes === right.sizes && !sameData(a, b);
  return settingNames
    .filter((name) => !(isOther && ofOptimizer.includes(name)))
    .map((name) => ({ name, values: [left[name], right[name]] as const }))
    .filter(({ values }) => values.some((value) => value !== undefined))
    .map((row) => ({ ...row, differs: row.values[0] !== row.values[1] }))
    .map((row) => (row.name === 'data' && isOtherData ? { ...row, differs: true } : row));
}

type Settings = Readonly<Partial<Record<SettingName, string>>>;

function settingsOf(run: StoredRun, texts: SettingTexts): Settings {
  const { configuration, data, record } = run;
  const { spec, settings } = configuration;
  const { optimizer = { type: 'adam' }, validationSplit = 0, seed = 0 } = settings;
  const { gradientClipping } = settings;
  const { type, learningRate, ...figures } = optimizer;
  const isTrained = record !== null || run.history.length > 0 || run.firstWeights === 'seed';
  const callbacks = record?.callbacks.map((callback) => texts.callbacks[callback.type]) ?? [];
  return {
    data: texts.data(run),
    sizes: `${texts.count(data.trainSize)} + ${texts.count(data.testSize)}`,
    // A long layer breaks before its activation, not within a word.
    layers: writeLayers(spec.layers)
      .replaceAll('-', ' · ')
      .replaceAll(/\d(?=[a-z]{4})/g, '$&\u200B'),
    // Of a model alone, nobody knows how it was trained.
    ...(isTrained && {
      epochs: texts.count(run.epochs),
      batchSize: texts.count(settings.batchSize ?? 32),
      optimizer: texts.optimizers[type]!,
      learningRate: rates(run, learningRate),
      ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value)])),
      validationSplit: texts.share(validationSplit),
      seed: String(seed),
      ...(gradientClipping && {
        gradientClipping: texts.clipping[gradientClipping.type](gradientClipping.limit),
      }),
      ...(callbacks.length > 0 && { callbacks: callbacks.join(', ') }),
    }),
    firstWeights: run.firstWeights === 'file' && record === null ? texts.fromFile : texts.fromSeed,
    ...computed(run, texts),
  };
}

/** One rate, or the first and the last where it was changed on the way. */
function rates({ history, learningRate }: StoredRun, asked: number | undefined): string {
  const used = history.map((epoch) => epoch.learningRate);
  const first = used[0] ?? learningRate ?? asked;
  const last = used.at(-1) ?? first;
  return first === last ? String(first) : `${String(first)} → ${String(last)}`;
}

function computed({ computation, record }: StoredRun, texts: SettingTexts): Settings {
  const { backend, engine, threads } = computation ?? record?.environment ?? {};
  return {
    ...(backend !== undefined && { backend: texts.backends[backend] ?? backend }),
    ...(engine && { engine: texts.engines[engine] ?? engine }),
    ...(threads && backend !== 'webgpu' && { threads: String(threads) }),
  };
}
