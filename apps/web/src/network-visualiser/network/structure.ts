/** @file What the reader configures: the hidden layers, and the model that follows from them. */
import { mlp, type Model, type ModelSpec } from '@manabi/models';

export const hiddenActivations = ['relu', 'sigmoid', 'tanh', 'linear'] as const;
export type HiddenActivation = (typeof hiddenActivations)[number];

export interface HiddenLayer {
  readonly units: number;
  readonly activation: HiddenActivation;
}

/** How many hidden layers there can be. */
export const maxLayers = 3;

/** Most units of a hidden layer: each is drawn as a node of its own. */
export const maxUnits = 16;

/** A multilayer perceptron with these hidden layers; its dense layers are `dense1`, `dense2`, ... */
export function networkSpec(
  inputShape: readonly number[],
  classes: number,
  hidden: readonly HiddenLayer[],
): ModelSpec {
  const spec = mlp({ inputShape, classes, hidden: hidden.map(({ units }) => units) });
  let next = 0;
  return {
    ...spec,
    layers: spec.layers.map((layer) => {
      const own = layer.type === 'dense' ? hidden[next++] : undefined;
      return own === undefined ? layer : { ...layer, activation: own.activation };
    }),
  };
}

/** Units of every drawn layer, the inputs first. */
export function layerSizes(
  inputs: number,
  hidden: readonly HiddenLayer[],
  classes: number,
): readonly number[] {
  return [inputs, ...hidden.map(({ units }) => units), classes];
}

/** Whether a model's dense layers have these units, the inputs first. */
export function hasSizes({ weights }: Pick<Model, 'weights'>, sizes: readonly number[]): boolean {
  return (
    Object.keys(weights).length === 2 * (sizes.length - 1) &&
    sizes.slice(1).every((units, i) => {
      const kernel = weights[`dense${i + 1}/kernel`];
      return kernel?.length === sizes[i]! * units;
    })
  );
}
