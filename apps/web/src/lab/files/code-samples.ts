/** @file The lab's network and its training as programs, with the reader's values. */
import type { TrainingSettings } from '@manabi/trainer';
import { code, plain, type CodePiece, type CodeSample } from '../../lesson/code-sample.js';
import type { DataChoice } from '../../training/data-choice.js';
import type { RunConfiguration } from '../../training/run-configuration.js';
import { kerasLayers } from './keras-layers.js';
import { kerasData } from './keras-data.js';
import { literal } from './literal.js';

export interface LabProgram {
  readonly configuration: RunConfiguration;
  /** Of the folder that the lab's data pane saves the reader's own data in. */
  readonly ownFolder: string;
}

export function typescriptSample({ configuration, ownFolder }: LabProgram): CodeSample {
  const { data, spec, settings } = configuration;
  const { backend = 'auto', threads } = configuration;
  return [
    ...code`import { selectBackend } from '@manabi/backends';
import { ${plain(dataImport(data))}';
import { initializeModel, summary, type ModelSpec } from '@manabi/models';
import { saveModel } from '@manabi/models/node';
import { fit, type TrainingSettings } from '@manabi/trainer';

const spec: ModelSpec = {
  inputShape: [${plain(spec.inputShape.join(', '))}],
  layers: [
`,
    ...spec.layers.flatMap((layer) => code`    ${literal(layer)},\n`),
    ...code`  ],
};
console.log(summary(spec).join('\\n'));

await selectBackend({ backend: '${backend}', fallback: true });
const data = `,
    ...dataCall(data, ownFolder),
    ...code`;
const model = initializeModel(spec, { seed: ${settings.seed ?? 0} });
const settings: TrainingSettings = {
  epochs: ${settings.epochs ?? 10},
  batchSize: ${settings.batchSize ?? 32},
  optimizer: ${literal(settings.optimizer ?? { type: 'adam' })},
  validationSplit: ${settings.validationSplit ?? 0},
  seed: ${settings.seed ?? 0},
};
for await (const event of fit(model, data, settings`,
    ...(threads === undefined ? [] : code`, { threads: ${threads} }`),
    ...code`)) {
  if (event.type === 'epochEnd') {
    const { epoch, loss, accuracy, valLoss, valAccuracy } = event;
    console.log(epoch, loss, accuracy, valLoss, valAccuracy);
  }
  if (event.type === 'runEnd') {
    console.log('test', event.testLoss, event.testAccuracy);
    const { name, classNames, normalization } = data.train;
    await saveModel('my-model', event.model, { dataset: name, classNames, normalization });
  }
}
`,
  ];
}

function dataImport({ kind }: DataChoice): string {
  if (kind === 'synthetic-digits') return "syntheticDigits } from '@manabi/datasets";
  if (kind === 'iris') return "iris } from '@manabi/datasets";
  return "loadDatasets } from '@manabi/datasets/node";
}

function dataCall(data: DataChoice, ownFolder: string): CodeSample {
  switch (data.kind) {
    case 'synthetic-digits': {
      const { trainSize, testSize, seed } = data;
      return code`syntheticDigits({ trainSize: ${trainSize}, testSize: ${testSize}, seed: ${seed} })`;
    }
    case 'iris':
      return code`iris()`;
    case 'published':
      return code`await loadDatasets('${data.name}')`;
    case 'own':
      return code`await loadDatasets('idx:./${ownFolder}')`;
  }
}

export function kerasSample({ configuration, ownFolder }: LabProgram): CodeSample {
  const { data, spec, settings } = configuration;
  const { validationSplit = 0 } = settings;
  const { imports, body } = kerasData(data, spec.inputShape, ownFolder);
  return [
    plain(['import keras', ...imports, '', `${body}\n`].join('\n')),
    ...code`
keras.utils.set_random_seed(${settings.seed ?? 0})
model = keras.Sequential([
    keras.Input(shape=(${plain(`${spec.inputShape.join(', ')}${spec.inputShape.length === 1 ? ',' : ''}`)})),
`,
    ...kerasLayers(spec.layers).flatMap((layer) => [plain('    '), ...layer, plain(',\n')]),
    ...code`])
model.summary()
model.compile(
    optimizer=${optimizerCall(settings.optimizer ?? { type: 'adam' })},
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
`,
    // Keras holds out the last examples as they are, so they are shuffled first.
    ...(validationSplit === 0
      ? []
      : code`order = np.random.permutation(len(x))
x, y = x[order], y[order]
`),
    ...code`model.fit(
    x, y, epochs=${settings.epochs ?? 10}, batch_size=${settings.batchSize ?? 32}, validation_split=${validationSplit}
)
print(model.evaluate(x_test, y_test))
`,
  ];
}

type Optimizer = NonNullable<TrainingSettings['optimizer']>;

const kerasNames: Readonly<Record<Optimizer['type'], string>> = {
  sgd: 'SGD',
  momentum: 'SGD',
  rmsprop: 'RMSprop',
  adam: 'Adam',
};

function optimizerCall({ type, ...figures }: Optimizer): CodePiece {
  const named = Object.entries(figures).map(([name, value]) => {
    const keras = name.replace('learningRate', 'learning_rate').replace(/^beta/, 'beta_');
    return `${keras}=${value}`;
  });
  return { text: `keras.optimizers.${kerasNames[type]}(${named.join(', ')})`, value: true };
}
