import type {
  Conv2dCall,
  Conv2dFilterGradientCall,
  Conv2dInputGradientCall,
  DenseCall,
  DenseInputGradientCall,
  DenseWeightGradientCall,
} from './kernel-call.js';
import type { PlanBuffer } from './plan-buffer.js';
import type { Plan } from './plan.js';

/** A call that is a matrix product. */
export type MatrixProductCall =
  | DenseCall
  | DenseWeightGradientCall
  | DenseInputGradientCall
  | Conv2dCall
  | Conv2dFilterGradientCall
  | Conv2dInputGradientCall;

/**
 * A plan whose one procedure `call` is a single kernel call on kept buffers, so that it can be filled,
 * run and timed alone: what `manabi bench` does.
 *
 * @param batchSize - most examples of a run.
 */
export function singleCallPlan(call: MatrixProductCall, batchSize: number): Plan {
  const shapes =
    'geometry' in call ? convolutionShapes(call, batchSize) : denseShapes(call, batchSize);
  const named = Object.entries<string>({ ...call.reads, ...call.writes });
  const buffers = named.map(([role, name]): PlanBuffer => {
    return { name, shape: shapes[role as Role], dtype: 'float32', lifetime: 'kept' };
  });
  return { batchSize, buffers, procedures: { call: [call] } };
}

/** What a buffer is to a call. */
type Role =
  | 'input'
  | 'inputGradient'
  | 'output'
  | 'outputGradient'
  | 'kernel'
  | 'kernelGradient'
  | 'filter'
  | 'filterGradient'
  | 'bias'
  | 'biasGradient';

type Shapes = Readonly<Record<Role, readonly number[]>>;

function denseShapes(
  { features, units }: Pick<DenseCall, 'features' | 'units'>,
  batchSize: number,
): Shapes {
  return shapesOf([batchSize, features], [features, units], [batchSize, units], units);
}

function convolutionShapes(
  { geometry, filters }: Pick<Conv2dCall, 'geometry' | 'filters'>,
  batchSize: number,
): Shapes {
  const { inHeight, inWidth, channels, windowHeight, windowWidth, outHeight, outWidth } = geometry;
  return shapesOf(
    [batchSize, inHeight, inWidth, channels],
    [windowHeight, windowWidth, channels, filters],
    [batchSize, outHeight, outWidth, filters],
    filters,
  );
}

function shapesOf(
  input: readonly number[],
  weights: readonly number[],
  output: readonly number[],
  biases: number,
): Shapes {
  return {
    ...{ input, inputGradient: input, output, outputGradient: output },
    ...{ kernel: weights, kernelGradient: weights, filter: weights, filterGradient: weights },
    ...{ bias: [biases], biasGradient: [biases] },
  };
}
