import type { LayerSpec, ModelSpec } from '../model-spec.js';
import { layerParameters } from '../shape/layer-parameters.js';
import { resolveModel } from '../shape/resolve-model.js';
import type { ExampleShape } from '../shape/resolved-model.js';

/** One layer of a model, as a table shows it. */
export interface LayerRow {
  readonly name: string;
  readonly type: LayerSpec['type'];
  /** Of one example: [height, width, channels] or [features]. */
  readonly inputShape: ExampleShape;
  readonly outputShape: ExampleShape;
  /** How many numbers the layer learns. */
  readonly parameters: number;
}

/**
 * The layers of a model with their shapes and parameter counts, for a table or a chart.
 *
 * @throws ModelSpecError for a specification that cannot be built.
 *
 * @example
 * ```ts
 * const rows = layerTable(mlp({ inputShape: [28, 28, 1], classes: 10 }));
 * rows.map((row) => row.parameters); // [0, 100480, 1290]
 * ```
 */
export function layerTable(spec: ModelSpec): LayerRow[] {
  return resolveModel(spec).layers.map((layer) => ({
    name: layer.name,
    type: layer.type,
    inputShape: layer.inputShape,
    outputShape: layer.outputShape,
    parameters: layerParameters(layer),
  }));
}

/**
 * How many numbers a model learns.
 *
 * @throws ModelSpecError for a specification that cannot be built.
 *
 * @example
 * ```ts
 * countParameters(mlp({ inputShape: [28, 28, 1], classes: 10 })); // 101770
 * ```
 */
export function countParameters(spec: ModelSpec): number {
  return resolveModel(spec).parameterCount;
}
