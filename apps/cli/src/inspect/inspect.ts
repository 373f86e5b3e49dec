import {
  countParameters,
  layerTable,
  summary,
  type ModelMetadata,
  type ModelSpec,
} from '@manabi/models';
import { describePlan } from '@manabi/backends/plan';
import { trainingPlan } from '@manabi/trainer';
import { loadModel } from '@manabi/models/node';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { isTrainedModel } from '../model/is-trained-model.js';
import { specification } from '../model/specification.js';
import { terminalColumns } from '../terminal/columns.js';
import { print, printJson } from '../terminal/output.js';
import type { InspectOptions } from './command.js';

/** Architectures are shown as they are for MNIST and its successors. */
const exampleSizes = { inputShape: [28, 28, 1], classes: 10 } as const;

/** Width of the table that Keras prints on a terminal of 80 columns. */
const kerasWidth = 76;

/** `manabi inspect`: layers, shapes and parameters, as Keras prints them. */
export async function inspect(model: string, options: InspectOptions): Promise<ExitCode> {
  const { spec, metadata } = await find(model, options);
  if (options.json === true) {
    printJson({
      name: spec.name ?? null,
      inputShape: spec.inputShape,
      parameters: countParameters(spec),
      layers: layerTable(spec),
      metadata,
      ...(options.plan === true ? { plan: trainingPlan(spec) } : {}),
    });
    return exitCodes.done;
  }
  print(summary(spec, { lineLength: Math.min(kerasWidth, terminalColumns() - 1) }).join('\n'));
  if (metadata !== null) metadataLines(metadata).forEach(print);
  if (options.plan === true) print(`\n${describePlan(trainingPlan(spec)).trimEnd()}`);
  return exitCodes.done;
}

async function find(
  model: string,
  { hidden }: InspectOptions,
): Promise<{ spec: ModelSpec; metadata: ModelMetadata | null }> {
  if (await isTrainedModel(model)) {
    const { model: trained, metadata } = await loadModel(model);
    return { spec: trained.spec, metadata };
  }
  const specificationFor = await specification(model, hidden);
  return { spec: specificationFor(exampleSizes), metadata: null };
}

function metadataLines({ dataset, classNames, normalization }: ModelMetadata): string[] {
  const lines = [];
  if (dataset !== undefined) lines.push(` Trained on: ${dataset}`);
  if (classNames !== undefined) lines.push(` Classes: ${classNames.join(', ')}`);
  if (normalization !== undefined) {
    lines.push(
      normalization.kind === 'scale'
        ? ` Inputs: times ${Number(normalization.factor.toPrecision(4))}`
        : ' Inputs: minus the mean, divided by the deviation, of each feature',
    );
  }
  return lines;
}
