import type { Offered } from '../state.js';

/** Images in the row to choose from. */
const most = 24;

/**
 * Which test examples are offered, the chosen one among them.
 *
 * @param labels - [n], undefined while they are not known.
 * @param predicted - [n], undefined while the network has not answered.
 */
export function offeredIndices(
  offered: Offered,
  labels: Uint8Array | undefined,
  predicted: Int32Array | undefined,
  chosen: number,
): readonly number[] {
  if (labels === undefined) return [];
  const fits = (index: number) => {
    if (offered === 'all') return true;
    if (offered === 'wrong') return predicted !== undefined && predicted[index] !== labels[index];
    return labels[index] === offered;
  };
  const found: number[] = [];
  for (let i = 0; i < labels.length && found.length < most; i++) if (fits(i)) found.push(i);
  if (chosen >= labels.length || found.includes(chosen) || offered !== 'all') return found;
  return [chosen, ...found.slice(0, most - 1)];
}
