/**
 * @file What records and checkpoints are made of, as zod schemas; each error text is what is
 * expected. Keys that are not known are left out, so that a file with more to say can still be read.
 */
import type { ModelSpec } from '@manabi/models';
import * as z from 'zod/mini';
import { engineChoices } from '../engine/engine-choice.js';
import type { OptimizerSpec } from '../optimizers/optimizer-spec.js';

export const text = z.string('text');
export const number = z.number('a finite number');
export const count = z.int('a whole number from 0').check(z.gte(0, 'a whole number from 0'));
export const boolean = z.boolean('true or false');
export const hash = z
  .string('64 hexadecimal digits')
  .check(z.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits'));

export function list<Item extends z.ZodMiniType>(item: Item) {
  return z.array(item, 'a list');
}

export function object<Shape extends Record<string, z.ZodMiniType>>(shape: Shape) {
  return z.object(shape, { error: 'an object' });
}

export const nullable = z.nullable;
export const optional = z.exactOptional;

/** Something with a `type`, whose other keys are checked by what it is handed to. */
export function typed<T>() {
  return z.custom<T>(
    (value) => typeof (value as { type?: unknown } | null)?.type === 'string',
    'an object with a type',
  );
}

/** Checked by `resolveModel`. */
export const modelSpec = z.custom<ModelSpec>(
  (value) => Array.isArray((value as ModelSpec | null)?.layers),
  'a model specification',
);

export const engineName = z.enum(['plan', 'autodiff'], 'plan or autodiff');

export const settings = object({
  epochs: count,
  batchSize: count,
  optimizer: typed<OptimizerSpec>(),
  validationSplit: number,
  seed: count,
  shuffle: boolean,
  logEvery: count,
  engine: z.enum(engineChoices, `one of ${engineChoices.join(', ')}`),
  watch: optional(boolean),
  relaxedSimd: optional(boolean),
  gradientClipping: optional(
    nullable(object({ type: z.enum(['norm', 'value'], 'norm or value'), limit: number })),
  ),
});

export const recordedEpoch = object({
  epoch: count,
  loss: number,
  accuracy: number,
  valLoss: nullable(number),
  valAccuracy: nullable(number),
  learningRate: number,
  durationMs: number,
  trainDurationMs: number,
  watch: optional(
    list(
      object({
        layer: text,
        mean: number,
        deviation: number,
        deadShare: nullable(number),
        gradientNorm: nullable(number),
      }),
    ),
  ),
});
