import * as z from 'zod/mini';
import type { CallbackSpec } from '../callbacks/callback-spec.js';
import {
  count,
  engineName,
  hash,
  list,
  modelSpec,
  nullable,
  number,
  object,
  optional,
  recordedEpoch,
  settings,
  text,
  typed,
} from './json-parts.js';
import { runRecordFormat, type RunDescription, type RunRecord } from './run-record.js';

const dataset = object({ name: text, examples: count, sha256: hash });

const normalization = z.discriminatedUnion(
  'kind',
  [
    object({ kind: z.literal('scale'), factor: number }),
    object({ kind: z.literal('standardize'), mean: list(number), deviation: list(number) }),
  ],
  { error: 'scale or standardize' },
);

const data = object({
  reference: text,
  options: object({
    trainSize: optional(count),
    testSize: optional(count),
    size: optional(object({ width: count, height: count })),
    grey: optional(z.literal(true, 'true')),
    testFraction: optional(number),
  }),
  train: dataset,
  test: dataset,
  classNames: list(text),
  normalization,
});

const description = {
  data,
  spec: modelSpec,
  settings,
  callbacks: list(typed<CallbackSpec>()),
  initialSeed: count,
};

const environment = object({
  versions: z.record(text, text, 'an object of texts'),
  runtime: text,
  backend: text,
  engine: engineName,
  threads: count,
});

const outcomes = ['completed', 'stopped', 'aborted', 'diverged'] as const;
const result = object({
  outcome: z.enum(outcomes, `one of ${outcomes.join(', ')}`),
  reason: nullable(text),
  epochs: count,
  testLoss: nullable(number),
  testAccuracy: nullable(number),
  durationMs: number,
  samplesPerSecond: number,
});

const prediction = object({
  index: count,
  label: count,
  predicted: count,
  probabilities: list(number),
});
const shares = { precision: number, recall: number, f1: number };

const test = object({
  examples: count,
  loss: number,
  accuracy: number,
  confusionMatrix: list(list(count)),
  classes: list(object({ ...shares, support: count })),
  macroAverage: object(shares),
  predictions: list(prediction),
  mistakes: list(prediction),
});

export const runDescriptionSchema: z.ZodMiniType<RunDescription> = object(description);

export const runRecordSchema: z.ZodMiniType<RunRecord> = object({
  format: z.literal(runRecordFormat, runRecordFormat),
  ...description,
  environment,
  history: list(recordedEpoch),
  result,
  test: nullable(test),
  weightsSha256: hash,
});
