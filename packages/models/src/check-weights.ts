import { ModelArgumentError } from './model-argument-error.js';
import type { Weights } from './model-spec.js';
import { elementCount } from './shape/element-count.js';
import type { ResolvedModel } from './shape/resolved-model.js';
import { describeShape } from './json/describe-value.js';

/**
 * Makes sure that weights are those of a model: each there, none besides, of the right length.
 *
 * @throws ModelArgumentError with code `missingWeight`, `unknownWeight` or `weightShape`.
 */
export function checkWeights(model: ResolvedModel, weights: Weights): void {
  const expected = model.layers.flatMap((layer) => layer.weights);
  for (const { name, shape } of expected) {
    if (!Object.hasOwn(weights, name)) throw missingWeight(name, shape);
    const { length } = weights[name]!;
    if (length !== elementCount(shape)) {
      const text = `expects ${elementCount(shape)} numbers ${describeShape(shape)}, got ${length}; use the weights of this specification`;
      throw new ModelArgumentError('weightShape', `weight "${name}": ${text}`);
    }
  }
  checkNames(
    expected.map((weight) => weight.name),
    Object.keys(weights),
  );
}

/** The error for a weight that is not there. */
export function missingWeight(name: string, shape: readonly number[]): ModelArgumentError {
  const text = `expects an array of shape ${describeShape(shape)}, got nothing; use the weights of this specification`;
  return new ModelArgumentError('missingWeight', `weight "${name}": ${text}`);
}

function checkNames(expected: readonly string[], found: readonly string[]): void {
  const known = new Set(expected);
  const unknown = found.find((name) => !known.has(name));
  if (unknown === undefined) return;
  const text = `expects to be one of ${expected.join(', ')}; remove it, or use the specification that it belongs to`;
  throw new ModelArgumentError('unknownWeight', `weight "${unknown}": ${text}`);
}
