/** @file Keeps gradients from growing too large, before they are used. */
import { normBlock } from '../plan/norm-block.js';

/**
 * `partials[b] = sum over block b of g^2`, in float64; a block is `normBlock` numbers, the last one
 * may be shorter. Fixed blocks make the sum the same for any number of threads.
 *
 * @param partials - as many as there are blocks.
 */
export function sumOfSquares(gradient: Float32Array, partials: Float64Array): void {
  for (let block = 0; block < partials.length; block++) {
    let sum = 0;
    const end = Math.min(gradient.length, (block + 1) * normBlock);
    for (let i = block * normBlock; i < end; i++) sum += gradient[i]! * gradient[i]!;
    partials[block] = sum;
  }
}

/**
 * `g <- g limit / norm` where `norm = sqrt(sum partials)` is above `limit` (Pascanu et al. 2013,
 * algorithm 1, over all gradients together).
 */
export function clipByNorm(gradient: Float32Array, partials: Float64Array, limit: number): void {
  const norm = Math.sqrt(partials.reduce((sum, partial) => sum + partial, 0));
  if (!(norm > limit)) return;
  const factor = Math.fround(limit / norm);
  for (let i = 0; i < gradient.length; i++) gradient[i]! *= factor;
}

/** `g <- min(max(g, -limit), limit)` (Mikolov 2012, section 3.2.2). */
export function clipByValue(gradient: Float32Array, limit: number): void {
  const most = Math.fround(limit);
  for (let i = 0; i < gradient.length; i++) {
    gradient[i] = Math.min(Math.max(gradient[i]!, -most), most);
  }
}
