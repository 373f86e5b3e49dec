/**
 * @file The JSON of a specification as zod schemas. Each schema's error text is what it expects,
 * to be read after "expects"; `schema-issues.ts` makes whole sentences of them.
 */
import * as z from 'zod/mini';
import { boundedArray } from '../json/bounded-array.js';
import type { LayerSpec, ModelSpec } from '../model-spec.js';
import { maxDimension, maxLayers, maxNameLength, maxWindow } from '../shape/limits.js';

const count = wholeNumber(maxDimension, `a whole number from 1 to ${maxDimension}`);

const sideText = `a whole number from 1 to ${maxWindow}, or two as [vertical, horizontal]`;
const side = wholeNumber(maxWindow, sideText);
const pair = z.union([side, z.tuple([side, side])], { error: sideText });

const activations = ['linear', 'relu', 'sigmoid', 'tanh', 'softmax'] as const;
const activation = z.enum(activations, `one of ${activations.join(', ')}`);

const initializers = ['zeros', 'glorotUniform', 'glorotNormal', 'heUniform', 'heNormal'] as const;
const initializer = z.enum(initializers, `one of ${initializers.join(', ')}`);

const padding = z.enum(['valid', 'same'], 'valid or same');

const nameText =
  `a name of at most ${maxNameLength} letters, digits, "_", "-" and "." ` +
  'that starts with a letter and is no built-in property of objects';
const name = z.string(nameText).check(z.refine(isSafeName, nameText));

const boolean = z.boolean('true or false');

const rateText = 'a number of at least 0 and below 1';
const rate = z.number(rateText).check(z.gte(0, rateText), z.lt(1, rateText));

const object = { error: 'an object' };
const optionalName = { name: z.exactOptional(name) };
const weighted = {
  activation: z.exactOptional(activation),
  useBias: z.exactOptional(boolean),
  kernelInitializer: z.exactOptional(initializer),
};
const pooling = {
  poolSize: z.exactOptional(pair),
  strides: z.exactOptional(pair),
  padding: z.exactOptional(padding),
};

const layerSchemas = {
  flatten: z.strictObject({ type: z.literal('flatten'), ...optionalName }, object),
  dense: z.strictObject(
    { type: z.literal('dense'), ...optionalName, units: count, ...weighted },
    object,
  ),
  conv2d: z.strictObject(
    {
      type: z.literal('conv2d'),
      ...optionalName,
      filters: count,
      kernelSize: pair,
      strides: z.exactOptional(pair),
      padding: z.exactOptional(padding),
      ...weighted,
    },
    object,
  ),
  maxPooling2d: z.strictObject(
    { type: z.literal('maxPooling2d'), ...optionalName, ...pooling },
    object,
  ),
  averagePooling2d: z.strictObject(
    { type: z.literal('averagePooling2d'), ...optionalName, ...pooling },
    object,
  ),
  dropout: z.strictObject({ type: z.literal('dropout'), ...optionalName, rate }, object),
  activation: z.strictObject(
    { type: z.literal('activation'), ...optionalName, activation },
    object,
  ),
} satisfies Record<LayerSpec['type'], z.ZodMiniType>;

/** The keys that each type of layer has, in the order of its definition. */
export const layerKeys: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(layerSchemas).map(([type, schema]) => [type, Object.keys(schema.def.shape)]),
);

const layer = z.discriminatedUnion(
  'type',
  [
    layerSchemas.flatten,
    layerSchemas.dense,
    layerSchemas.conv2d,
    layerSchemas.maxPooling2d,
    layerSchemas.averagePooling2d,
    layerSchemas.dropout,
    layerSchemas.activation,
  ],
  { error: `one of ${Object.keys(layerSchemas).join(', ')}` },
);

const shapeText = '[height, width, channels] of an image or [features], in whole numbers from 1';
const layersText = `a list of 1 to ${maxLayers} layers`;

const modelShape = {
  inputShape: z.union([z.tuple([count]), z.tuple([count, count, count])], { error: shapeText }),
  layers: boundedArray(layer, [1, maxLayers], layersText),
  name: z.exactOptional(name),
};

/** The keys of a specification. */
export const modelKeys: readonly string[] = Object.keys(modelShape);

/** A whole specification; the parsed value is a copy with known keys only. */
export const modelSpecSchema: z.ZodMiniType<ModelSpec> = z.strictObject(modelShape, object);

function wholeNumber(maximum: number, text: string) {
  return z.int(text).check(z.gte(1, text), z.lte(maximum, text));
}

/** Names become keys of plain objects and parts of file entries. */
function isSafeName(text: string): boolean {
  return text.length <= maxNameLength && /^[A-Za-z][A-Za-z0-9_.-]*$/.test(text) && !(text in {});
}
