import type { ModelSpec } from '../model-spec.js';
import { describeShape } from '../json/describe-value.js';
import { ModelSpecError } from '../spec/model-spec-error.js';
import { readSpec } from '../spec/read-spec.js';
import { elementCount } from './element-count.js';
import { layerError, type LayerPlace } from './layer-place.js';
import { layerParameters } from './layer-parameters.js';
import { layerNames } from './layer-names.js';
import { maxElements } from './limits.js';
import { modelWideIssues } from './model-wide-issues.js';
import { resolveLayer } from './resolve-layer.js';
import type { ExampleShape, ResolvedLayer, ResolvedModel } from './resolved-model.js';

/**
 * Checks a specification, fills in its defaults and names, and infers the shape of every layer.
 *
 * @param spec - is copied, never changed; it may come from a file, all of it is checked.
 * @returns plain data, the same for the same specification.
 * @throws ModelSpecError: first the wrong values and keys (up to 20); without those every wrong name; without
 *   those the first layer whose input does not fit, since the shapes after it are unknown.
 *
 * @example
 * ```ts
 * const model = resolveModel({
 *   inputShape: [28, 28, 1],
 *   layers: [{ type: 'flatten' }, { type: 'dense', units: 10, activation: 'softmax' }],
 * });
 * model.layers[1]?.name; // 'dense1'
 * model.layers[1]?.inputShape; // [784]
 * model.parameterCount; // 7850
 * ```
 */
export function resolveModel(spec: ModelSpec): ResolvedModel {
  const parsed = readSpec(spec);
  const names = layerNames(parsed.layers);
  const [first, ...rest] = modelWideIssues(parsed, names);
  if (first !== undefined) throw new ModelSpecError([first, ...rest]);
  const layers = resolveLayers(parsed, names);
  const outputShape = layers.at(-1)!.outputShape;
  return {
    spec: parsed,
    inputShape: parsed.inputShape,
    outputShape,
    classes: outputShape[0]!,
    layers,
    parameterCount: layers.reduce((total, layer) => total + layerParameters(layer), 0),
  };
}

/**
 * Reads a specification from untrusted data, such as parsed JSON.
 *
 * @returns a copy that holds nothing but known keys.
 * @throws ModelSpecError, as {@link resolveModel} does.
 */
export function parseModelSpec(value: unknown): ModelSpec {
  return resolveModel(value as ModelSpec).spec;
}

function resolveLayers(spec: ModelSpec, names: readonly string[]): ResolvedLayer[] {
  const layers: ResolvedLayer[] = [];
  let shape: ExampleShape = spec.inputShape;
  let parameters = 0;
  for (const [index, layerSpec] of spec.layers.entries()) {
    const place = { index, type: layerSpec.type, name: names[index]! };
    const layer = resolveLayer(layerSpec, place, shape);
    parameters += layerParameters(layer);
    checkSize(place, layer.inputShape, parameters);
    checkSize(place, layer.outputShape, parameters);
    layers.push(layer);
    shape = layer.outputShape;
  }
  checkOutput(layers);
  return layers;
}

function checkSize(place: LayerPlace, shape: ExampleShape, parameters: number): void {
  if (elementCount(shape) > maxElements) {
    const text = `expects at most ${maxElements} numbers in an activation, got ${describeShape(shape)}; make the image smaller or use fewer units or filters`;
    throw layerError(place, 'tooLarge', text);
  }
  if (parameters > maxElements) {
    const text = `expects at most ${maxElements} parameters in the model up to here, got ${parameters}; pool the image first, or use fewer units or filters`;
    throw layerError(place, 'tooLarge', text);
  }
}

function checkOutput(layers: readonly ResolvedLayer[]): void {
  const last = layers.at(-1)!;
  if (last.outputShape.length === 1) return;
  const place = { index: layers.length - 1, type: last.type, name: last.name };
  const text = `expects to give one number for each class as the last layer, got ${describeShape(last.outputShape)}; add {"type":"flatten"} and {"type":"dense","units":CLASSES,"activation":"softmax"} after it`;
  throw layerError(place, 'outputShape', text);
}
