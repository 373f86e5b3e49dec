import { countParameters } from '@manabi/models';
import type { RunRecord } from '@manabi/trainer';
import { callbackText, clippingText } from '../report/settings-text.js';
import { reportWords } from '../report/words.js';
import { count, duration, loss, percent } from '../terminal/figures.js';
import type { Column } from '../terminal/table.js';

/** A record under the name that it is compared by. */
export interface NamedRecord {
  readonly name: string;
  readonly record: RunRecord;
}

/** What can differ between runs, by what a reader calls it. */
function settingsOf({
  data,
  spec,
  settings,
  callbacks,
  initialSeed,
  environment,
}: RunRecord): Record<string, string> {
  const { type, ...figures } = settings.optimizer;
  return {
    data: data.reference,
    'data options': compact(data.options),
    'data hash': `${data.train.sha256.slice(0, 8)} ${data.test.sha256.slice(0, 8)}`,
    model: `${spec.name ?? 'model'} (${count(countParameters(spec))})`,
    layers: spec.layers.map((layer) => compact(layer)).join(' '),
    optimizer: type,
    ...Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [name, String(value)] as const),
    ),
    epochs: String(settings.epochs),
    'batch size': String(settings.batchSize),
    'validation split': String(settings.validationSplit),
    seed: String(settings.seed),
    'first weights': String(initialSeed),
    shuffle: String(settings.shuffle),
    'gradient clipping': clippingText(settings, reportWords.en),
    callbacks:
      callbacks.map((callback) => callbackText(callback, reportWords.en)).join('; ') ||
      reportWords.en.none,
    backend: environment.backend,
    engine: environment.engine,
    'relaxed SIMD': String(settings.relaxedSimd ?? false),
    threads: String(environment.threads),
  };
}

/** Follow from another setting, so they stand only where it does not differ. */
const implied: Readonly<Record<string, string>> = {
  layers: 'model',
  beta1: 'optimizer',
  beta2: 'optimizer',
  epsilon: 'optimizer',
  rho: 'optimizer',
  momentum: 'optimizer',
  'data hash': 'data',
  'first weights': 'seed',
};

/** JSON without its quotes and braces: `kind:cosine`. */
function compact(value: unknown): string {
  return JSON.stringify(value).replace(/["{}]/g, '');
}

/** A row for each run: the settings in which they differ, then what came of them. */
export function comparisonRows(runs: readonly NamedRecord[]): {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
} {
  const settings = runs.map(({ record }) => settingsOf(record));
  const names = [...new Set(settings.flatMap((one) => Object.keys(one)))];
  const differs = (name: string) => new Set(settings.map((one) => one[name] ?? '')).size > 1;
  const shown = names.filter((name) => differs(name) && !differs(implied[name] ?? ''));
  const results = runs.map(({ record }) => resultsOf(record));
  const figures = Object.keys(results[0]!);
  return {
    columns: [
      { heading: 'run' },
      ...shown.map((heading) => ({ heading })),
      ...figures.map((heading) => ({ heading, align: 'right' as const })),
    ],
    rows: runs.map(({ name }, i) => [
      name,
      ...shown.map((setting) => settings[i]![setting] ?? '–'),
      ...figures.map((figure) => results[i]![figure]!),
    ]),
  };
}

function resultsOf({ history, result }: RunRecord): Record<string, string> {
  const last = history.at(-1);
  const figure = (value: number | null | undefined, write: (value: number) => string) =>
    value === null || value === undefined ? '–' : write(value);
  return {
    'epochs done': count(result.epochs),
    loss: figure(last?.loss, loss),
    'val loss': figure(last?.valLoss, loss),
    'val accuracy': figure(last?.valAccuracy, percent),
    'test loss': figure(result.testLoss, loss),
    'test accuracy': figure(result.testAccuracy, percent),
    time: duration(result.durationMs),
    'samples/s': count(result.samplesPerSecond),
  };
}
