import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { elementCount } from '../shape/element-count.js';
import type { ResolvedWeight } from '../shape/resolved-model.js';
import { fans } from './fans.js';
import { truncatedNormal, truncatedNormalDeviation } from './truncated-normal.js';

/**
 * Starting values of one weight, with a variance that keeps activations in scale:
 * `2 / (fanIn + fanOut)` for Glorot (Glorot and Bengio 2010, equation 12; for sigmoid and tanh, and
 * Keras' default), `2 / fanIn` for He (He et al. 2015, equation 10; for ReLU).
 *
 * - uniform: in [-limit, limit), `limit = sqrt(3 variance)`;
 * - normal: truncated at two deviations and widened so that the variance holds after the cut, as
 *   Keras does it (`VarianceScaling` in keras/src/initializers/random_initializers.py).
 *
 * Computed in float64 with + - * / and sqrt only, which IEEE 754 rounds alike everywhere, then
 * rounded to float32: the same bits in every engine.
 *
 * @returns row-major float32.
 */
export function initializeWeight(weight: ResolvedWeight, random: RandomGenerator): Float32Array {
  const values = new Float32Array(elementCount(weight.shape));
  const { fanIn, fanOut } = fans(weight.shape);
  switch (weight.initializer) {
    case 'zeros':
      return values;
    case 'glorotUniform':
      return fillUniform(values, 2 / (fanIn + fanOut), random);
    case 'glorotNormal':
      return fillNormal(values, 2 / (fanIn + fanOut), random);
    case 'heUniform':
      return fillUniform(values, 2 / fanIn, random);
    case 'heNormal':
      return fillNormal(values, 2 / fanIn, random);
    default:
      return weight.initializer satisfies never;
  }
}

function fillUniform(values: Float32Array, variance: number, random: RandomGenerator) {
  const limit = Math.sqrt(3 * variance);
  for (let i = 0; i < values.length; i++) values[i] = (2 * uniformFloat64(random) - 1) * limit;
  return values;
}

function fillNormal(values: Float32Array, variance: number, random: RandomGenerator) {
  const deviation = Math.sqrt(variance) / truncatedNormalDeviation;
  for (let i = 0; i < values.length; i++) values[i] = truncatedNormal(random) * deviation;
  return values;
}
