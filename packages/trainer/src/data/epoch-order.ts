import { shuffledIndices } from '@manabi/datasets';
import type { ResolvedTrainingSettings } from '../settings/training-settings.js';

/** The order in which an epoch visits the given examples; it depends on nothing but the arguments. */
export function epochOrder(
  indices: Uint32Array,
  { seed, shuffle }: Pick<ResolvedTrainingSettings, 'seed' | 'shuffle'>,
  epoch: number,
): Uint32Array {
  if (!shuffle) return indices;
  return shuffledIndices(indices.length, seed, epoch).map((place) => indices[place]!);
}
