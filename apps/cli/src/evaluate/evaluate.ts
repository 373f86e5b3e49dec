import type { ModelSpec } from '@manabi/models';
import { loadModel } from '@manabi/models/node';
import { evaluate } from '@manabi/trainer';
import stringWidth from 'string-width';
import { startBackend } from '../backends/start-backend.js';
import { loadExamples, requireReference } from '../data/load-examples.js';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { UsageError } from '../failures/usage-error.js';
import type { DatasetOptions } from '../options/dataset-options.js';
import { drawConfusion } from '../pictures/draw-confusion.js';
import { terminalColumns } from '../terminal/columns.js';
import { computedBy } from '../terminal/computed-by.js';
import { print, printJson } from '../terminal/output.js';
import type { EvaluateOptions } from './command.js';
import { classTable, confusionLines, matrixTable, verdict } from './report.js';

/** `manabi evaluate`: a trained model on the test part of a data set. */
export async function evaluateModel(path: string, options: EvaluateOptions): Promise<ExitCode> {
  const { model, metadata } = await loadModel(path);
  const reference = options.dataset ?? metadata.dataset;
  if (reference === undefined) {
    throw new UsageError(
      `evaluate: expected a data set, got none; ${path} names none, add --dataset`,
    );
  }
  requireReference(reference, options);
  // Only the test part counts, so no training digits need to be drawn.
  const { test: loaded } = await loadExamples(reference, {
    ...asTrained(options, model.spec),
    trainSize: 0,
    testSize: options.testSize,
  });
  const test = { ...loaded, normalization: metadata.normalization ?? loaded.normalization };
  const backend = await startBackend(options.backend);
  const { batchSize, engine, threads } = options;
  const evaluation = await evaluate(model, test, {
    ...{ batchSize, engine },
    ...(threads !== undefined && { threads }),
  });
  const { loss, accuracy, samples, confusionMatrix, classes, macroAverage } = evaluation;
  const { classNames } = test;
  if (options.json === true) {
    printJson({
      model: path,
      dataset: test.name,
      samples,
      testLoss: loss,
      testAccuracy: accuracy,
      confusionMatrix,
      classes: classes.map((figures, label) => ({ name: classNames[label], ...figures })),
      macroAverage,
      backend: evaluation.backend,
      engine: evaluation.engine,
      engineReason: evaluation.engineReason,
      threads: evaluation.threads,
    });
    return exitCodes.done;
  }
  print(
    `${path} on ${test.name}, computed by ${computedBy(evaluation, backend)}: ${verdict(evaluation)}\n`,
  );
  print(classTable(evaluation, classNames));
  const matrix = matrixTable(confusionMatrix, classNames);
  const width = Math.max(...matrix.split('\n').map((line) => stringWidth(line)));
  const room = terminalColumns();
  print(
    `\n${width <= room ? matrix : drawConfusion({ counts: confusionMatrix, classNames }, room)}`,
  );
  const mistakes = confusionLines(confusionMatrix, classNames);
  if (mistakes.length > 0) print(`\nMost frequent mistakes: ${mistakes.join(', ')}`);
  return exitCodes.done;
}

/** Images of a folder are read in the size and colours that the model was trained with. */
function asTrained(options: DatasetOptions, { inputShape }: ModelSpec): DatasetOptions {
  const [height, width, channels] = inputShape;
  if (height === undefined || width === undefined) return options;
  return { size: { width, height }, ...(channels === 1 && { grey: true }), ...options };
}
