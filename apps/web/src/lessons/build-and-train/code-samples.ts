/** @file The lesson's network, its step and its training as a program, with the reader's values. */
import { code, plain, type CodeSample } from '../../lesson/code-sample.js';
import type { RunChoice } from './run-setup.js';

export interface BuildAndTrainValues extends RunChoice {
  /** Of the step in slow motion. */
  readonly learningRate: number;
  /** Which batch, from 1. */
  readonly batch: number;
}

export function typescriptSample(values: BuildAndTrainValues): CodeSample {
  const { hidden, activation, learningRate, batch, epochs } = values;
  const isDrawn = values.set === 'synthetic-digits';
  const data = isDrawn
    ? code`syntheticDigits({ trainSize: ${values.size} + 1000, testSize: 0, seed: 1 }).train`
    : code`(await loadDatasets('${values.set}')).train`;
  const share = isDrawn ? code`1000 / (${values.size} + 1000)` : code`0.1`;
  return [
    ...code`import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { syntheticDigits } from '@manabi/datasets';
${plain(isDrawn ? '' : "import { loadDatasets } from '@manabi/datasets/node';\n")}import { initializeModel, summary } from '@manabi/models';
import { fit, traceStep } from '@manabi/trainer';

const spec = {
  inputShape: [28, 28, 1],
  layers: [
    { type: 'flatten' },
    { type: 'dense', units: ${hidden}, activation: '${activation}' },
    { type: 'dense', units: 10, activation: 'softmax' },
  ],
};
console.log(summary(spec).join('\\n'));
const model = initializeModel(spec, { seed: 1 });

// One step in slow motion: what traceStep returns holds every number of it.
const few = syntheticDigits({ trainSize: 40, testSize: 0, seed: 1 }).train;
const batch = Uint32Array.from({ length: 8 }, (_, i) => 8 * (${batch} - 1) + i);
const optimizer = { type: 'sgd', learningRate: ${learningRate} };
const step = traceStep(model, few, batch, { optimizer });
const again = traceStep(step.next.model, few, batch, { optimizer });
console.log('loss', step.loss, 'after the step', again.loss);

// Many steps: epoch after epoch, with validation data set aside.
await setBackend('cpu');
const train = `,
    ...data,
    ...code`;
const settings = { epochs: ${epochs}, batchSize: 32, validationSplit: `,
    ...share,
    ...code`, seed: 1 };
for await (const event of fit(model, { train }, settings)) {
  if (event.type !== 'epochEnd') continue;
  console.log(event.epoch, event.loss, event.accuracy, event.valLoss, event.valAccuracy);
}
`,
  ];
}

export function kerasSample(values: BuildAndTrainValues): CodeSample {
  const { hidden, activation, learningRate, batch, epochs } = values;
  const set = values.set === 'fashion-mnist' ? 'fashion_mnist' : 'mnist';
  const size = values.set === 'synthetic-digits' ? code`[:${values.size}]` : [];
  return [
    ...code`import keras

# Keras has no drawn digits: it takes ${plain(set === 'mnist' ? 'MNIST' : 'Fashion-MNIST')}.
(x, y), (x_val, y_val) = keras.datasets.${plain(set)}.load_data()
x, x_val = x / 255, x_val / 255

def build():
    keras.utils.set_random_seed(1)
    return keras.Sequential([
        keras.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(${hidden}, activation="${activation}"),
        keras.layers.Dense(10, activation="softmax"),
    ])

# One step on a small batch, and the same batch again.
model = build()
model.summary()
model.compile(
    optimizer=keras.optimizers.SGD(learning_rate=${learningRate}),
    loss="sparse_categorical_crossentropy",
)
first = 8 * (${batch} - 1)
print("loss", model.train_on_batch(x[first:first + 8], y[first:first + 8]))
print("after the step", model.test_on_batch(x[first:first + 8], y[first:first + 8]))

# Many steps: epoch after epoch, judged by validation data.
model = build()
model.compile(
    optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)
model.fit(
    x`,
    ...size,
    ...code`, y`,
    ...size,
    ...code`, epochs=${epochs}, batch_size=32, validation_data=(x_val, y_val)
)
`,
  ];
}
