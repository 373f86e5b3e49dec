import * as z from 'zod/mini';
import { readSchema } from '../json/read-schema.js';
import type { ResolvedModel } from '../shape/resolved-model.js';

/**
 * How stored numbers became the network's inputs, so that prediction treats its own alike.
 *
 * - `scale`: `x * factor`.
 * - `standardize`: `(x - mean[k]) / deviation[k]`, k the index in the last axis of the input shape.
 */
export type InputNormalization =
  | { readonly kind: 'scale'; readonly factor: number }
  | {
      readonly kind: 'standardize';
      readonly mean: readonly number[];
      readonly deviation: readonly number[];
    };

/** What a model was trained on; everything may be absent. */
export interface ModelMetadata {
  /** Name of the data set, such as `mnist`. */
  readonly dataset?: string;
  /** By label, one for each class. */
  readonly classNames?: readonly string[];
  readonly normalization?: InputNormalization;
}

const longestName = 1000;
const nameText = `text of at most ${longestName} characters`;
const name = z.string(nameText).check(z.maxLength(longestName, nameText));
const positive = z.number('a number above 0').check(z.gt(0, 'a number above 0'));
const finites = listOf<number>('a list of finite numbers', Number.isFinite);
const positives = listOf<number>(
  'a list of numbers above 0',
  (item) => Number.isFinite(item) && (item as number) > 0,
);
const names = listOf<string>(
  `a list of texts of at most ${longestName} characters`,
  (item) => typeof item === 'string' && item.length <= longestName,
);
const object = { error: 'an object' };

const metadataSchema: z.ZodMiniType<ModelMetadata> = z.strictObject(
  {
    dataset: z.exactOptional(name),
    classNames: z.exactOptional(names),
    normalization: z.exactOptional(
      z.discriminatedUnion(
        'kind',
        [
          z.strictObject({ kind: z.literal('scale'), factor: positive }, object),
          z.strictObject(
            {
              kind: z.literal('standardize'),
              mean: finites,
              deviation: positives,
            },
            object,
          ),
        ],
        { error: 'scale or standardize' },
      ),
    ),
  },
  object,
);

/** Checks untrusted metadata against a model; the value is a copy with known keys only. */
export function readMetadata(model: ResolvedModel, value: unknown) {
  const result = readSchema(metadataSchema, value);
  if (!result.ok) return result;
  const { classNames, normalization } = result.value;
  if (classNames !== undefined && classNames.length !== model.classes) {
    return wrongLength('classNames', model.classes, 'class', classNames.length);
  }
  if (normalization?.kind === 'standardize') {
    const axis = model.inputShape.at(-1)!;
    for (const key of ['mean', 'deviation'] as const) {
      const { length } = normalization[key];
      if (length !== axis)
        return wrongLength(`normalization.${key}`, axis, 'input channel', length);
    }
  }
  return result;
}

/** One issue for the whole list, however many of its items are wrong. */
function listOf<Item>(expected: string, isItem: (item: unknown) => boolean) {
  return z.custom<readonly Item[]>(
    (value) => Array.isArray(value) && value.every(isItem),
    expected,
  );
}

function wrongLength(path: string, expected: number, each: string, got: number) {
  const text = `expects ${expected} entries, one for each ${each}, got ${got}`;
  return { ok: false, path, text } as const;
}
