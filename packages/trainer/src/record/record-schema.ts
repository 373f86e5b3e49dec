/**
 * @file The JSON of a run record as zod schemas; each error text is what is expected. Keys that are
 * not known are left out, so that a record with more to say can still be read.
 */
import type { ModelSpec } from '@manabi/models';
import * as z from 'zod/mini';
import type { CallbackSpec } from '../callbacks/callback-spec.js';
import { engineChoices } from '../engine/engine-choice.js';
import type { OptimizerSpec } from '../optimizers/optimizer-spec.js';
import { runRecordFormat, type RunRecord } from './run-record.js';

const text = z.string('text');
const number = z.number('a finite number');
const optionalNumber = z.nullable(number);
const count = z.int('a whole number from 0').check(z.gte(0, 'a whole number from 0'));
const boolean = z.boolean('true or false');
const hash = z
  .string('64 hexadecimal digits')
  .check(z.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits'));
const listed = 'a list';
const object = { error: 'an object' };

const dataset = z.object({ name: text, examples: count, sha256: hash }, object);

const normalization = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('scale'), factor: number }, object),
    z.object(
      {
        kind: z.literal('standardize'),
        mean: z.array(number, listed),
        deviation: z.array(number, listed),
      },
      object,
    ),
  ],
  { error: 'scale or standardize' },
);

const data = z.object(
  {
    reference: text,
    options: z.object(
      {
        trainSize: z.exactOptional(count),
        testSize: z.exactOptional(count),
        size: z.exactOptional(z.object({ width: count, height: count }, object)),
        grey: z.exactOptional(z.literal(true, 'true')),
        testFraction: z.exactOptional(number),
      },
      object,
    ),
    train: dataset,
    test: dataset,
    classNames: z.array(text, listed),
    normalization,
  },
  object,
);

/** Something with a `type`, whose other keys are checked by what it is handed to. */
function typed<T>() {
  return z.custom<T>(
    (value) => typeof (value as { type?: unknown } | null)?.type === 'string',
    'an object with a type',
  );
}

/** Checked by `resolveModel`. */
const spec = z.custom<ModelSpec>(
  (value) => Array.isArray((value as ModelSpec | null)?.layers),
  'a model specification',
);

const settings = z.object(
  {
    epochs: count,
    batchSize: count,
    optimizer: typed<OptimizerSpec>(),
    validationSplit: number,
    seed: count,
    shuffle: boolean,
    logEvery: count,
    engine: z.enum(engineChoices, `one of ${engineChoices.join(', ')}`),
  },
  object,
);

const description = {
  data,
  spec,
  settings,
  callbacks: z.array(typed<CallbackSpec>(), listed),
  initialSeed: count,
};

const environment = z.object(
  {
    versions: z.record(text, text, 'an object of texts'),
    runtime: text,
    backend: text,
    engine: z.enum(['plan', 'autodiff'], 'plan or autodiff'),
    threads: count,
  },
  object,
);

const epoch = z.object(
  {
    epoch: count,
    loss: number,
    accuracy: number,
    valLoss: optionalNumber,
    valAccuracy: optionalNumber,
    learningRate: number,
    durationMs: number,
    trainDurationMs: number,
  },
  object,
);

const outcomes = ['completed', 'stopped', 'aborted', 'diverged'] as const;
const result = z.object(
  {
    outcome: z.enum(outcomes, `one of ${outcomes.join(', ')}`),
    reason: z.nullable(text),
    epochs: count,
    testLoss: optionalNumber,
    testAccuracy: optionalNumber,
    durationMs: number,
    samplesPerSecond: number,
  },
  object,
);

const prediction = z.object(
  { index: count, label: count, predicted: count, probabilities: z.array(number, listed) },
  object,
);
const shares = { precision: number, recall: number, f1: number };

const test = z.object(
  {
    examples: count,
    loss: number,
    accuracy: number,
    confusionMatrix: z.array(z.array(count, listed), listed),
    classes: z.array(z.object({ ...shares, support: count }, object), listed),
    macroAverage: z.object(shares, object),
    predictions: z.array(prediction, listed),
    mistakes: z.array(prediction, listed),
  },
  object,
);

export const runRecordSchema: z.ZodMiniType<RunRecord> = z.object(
  {
    format: z.literal(runRecordFormat, runRecordFormat),
    ...description,
    environment,
    history: z.array(epoch, listed),
    result,
    test: z.nullable(test),
    weightsSha256: hash,
  },
  object,
);
