import type { Dataset } from '@manabi/datasets';
import { resolveModel, type Model, type ModelMetadata } from '@manabi/models';
import { loadModel } from '@manabi/models/node';
import { predict } from '@manabi/trainer';
import { startBackend } from '../backends/start-backend.js';
import { explainFailure } from '../failures/explain-failure.js';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { UsageError } from '../failures/usage-error.js';
import { drawPrediction } from '../pictures/draw-prediction.js';
import { exampleImage } from '../pictures/example-image.js';
import { computedBy } from '../terminal/computed-by.js';
import { shape } from '../terminal/figures.js';
import { note, print, printJson } from '../terminal/output.js';
import type { PredictOptions } from './command.js';
import { prepareImage, type PreparationOptions, type PreparedImage } from './prepare-image.js';
import { readImage } from './read-image.js';

interface PreparedFile extends PreparedImage {
  readonly file: string;
}

/** `manabi predict`: the files that can be read, even when others cannot. */
export async function predictFiles(
  files: readonly string[],
  options: PredictOptions,
): Promise<ExitCode> {
  const { model, metadata } = await loadModel(options.model);
  const [height, width, channels] = model.spec.inputShape;
  if (height === undefined || width === undefined || channels === undefined) {
    throw new UsageError(
      `predict: expected a model that reads images, got one that reads ${shape(model.spec.inputShape)}; choose another model`,
    );
  }
  const { prepare, invert } = options;
  const preparation = {
    ...{ prepare, invert, dataset: metadata.dataset },
    inputShape: [height, width, channels],
  } as const;
  const prepared: PreparedFile[] = [];
  for (const file of files) {
    const image = await readAndPrepare(file, preparation);
    if (image !== undefined) prepared.push({ file, ...image });
  }
  if (prepared.length > 0) {
    const backend = await startBackend(options.backend);
    await report(prepared, model, metadata, options, backend);
  }
  return prepared.length === files.length ? exitCodes.done : exitCodes.badFile;
}

/** The image, or undefined after a note that says why there is none. */
async function readAndPrepare(
  file: string,
  preparation: PreparationOptions,
): Promise<PreparedImage | undefined> {
  try {
    return prepareImage(await readImage(file), preparation);
  } catch (error) {
    const { message, exitCode } = explainFailure(error);
    if (exitCode !== exitCodes.badFile) throw error;
    note(`error: ${message}`);
    return undefined;
  }
}

async function report(
  prepared: readonly PreparedFile[],
  model: Model,
  metadata: ModelMetadata,
  { json, engine, threads }: PredictOptions,
  backend: string,
): Promise<void> {
  const images = asDataset(prepared, model, metadata);
  const predictions = await predict(model, images, {
    engine,
    ...(threads !== undefined && { threads }),
  });
  const { probabilities, labels, classes } = predictions;
  prepared.forEach(({ file, steps }, index) => {
    const ofFile = probabilities.subarray(index * classes, (index + 1) * classes);
    const label = labels[index]!;
    if (json === true) {
      const name = images.classNames[label];
      const numbers = Array.from(ofFile);
      printJson({
        file,
        label,
        class: name,
        probability: ofFile[label],
        probabilities: numbers,
        steps,
        backend: predictions.backend,
        engine: predictions.engine,
        engineReason: predictions.engineReason,
        threads: predictions.threads,
      });
      return;
    }
    const image = exampleImage(images, index);
    const record = { probabilities: ofFile, classNames: images.classNames };
    print(`${index === 0 ? '' : '\n'}${file}`);
    if (steps.length > 0) print(`(${steps.join(', ')})`);
    print(drawPrediction(image === undefined ? record : { ...record, image }));
  });
  if (json !== true) print(`\nComputed by ${computedBy(predictions, backend)}`);
}

/** The images as examples whose labels nobody knows. */
function asDataset(
  prepared: readonly PreparedFile[],
  { spec }: Model,
  { classNames, normalization }: ModelMetadata,
): Dataset {
  const { classes } = resolveModel(spec);
  const inputs = new Uint8Array(prepared.reduce((total, { data }) => total + data.length, 0));
  prepared.forEach(({ data }, index) => {
    inputs.set(data, index * data.length);
  });
  return {
    name: 'images',
    inputs,
    inputShape: spec.inputShape,
    labels: new Uint8Array(prepared.length),
    classNames: classNames ?? Array.from({ length: classes }, (_, label) => String(label)),
    normalization: normalization ?? { kind: 'scale', factor: 1 / 255 },
  };
}
