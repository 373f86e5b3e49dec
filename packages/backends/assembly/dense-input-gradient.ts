import { edgeTileBytes, multiplyPanels } from './multiply-panels';
import { packedColumnBytes, packedRowBytes, packRows, packTransposed } from './pack';
import { shareStart } from './share';
import { startSum, startZero } from './tile';

/** Most steps of a sum that are packed at once: a panel of B, 8 KB, then stays in the first cache. */
const mostDepth: i32 = 256;

/** Steps of each block when a sum is cut into equal blocks. */
function blockDepth(depth: i32): i32 {
  const blocks = (depth + mostDepth - 1) / mostDepth;
  return (depth + blocks - 1) / blocks;
}

/** Most bytes of scratch that `denseInputGradient` needs, for each thread. */
export function denseInputGradientScratchBytes(rows: i32, features: i32, units: i32): usize {
  const depth = blockDepth(units);
  return edgeTileBytes + packedRowBytes(rows, depth) + packedColumnBytes(features, depth);
}

/** `dx = dz W^T`; threads share the features. */
export function denseInputGradient(
  kernel: usize,
  dz: usize,
  dx: usize,
  rows: i32,
  features: i32,
  units: i32,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const first = shareStart(features, 8, thread, threads);
  const count = shareStart(features, 8, thread + 1, threads) - first;
  if (count == 0) return;
  const most = blockDepth(units);
  const a = scratch + edgeTileBytes;
  const b = a + packedRowBytes(rows, most);
  const step = <usize>units * 4;
  let start = startZero;
  for (let from = 0; from < units; from += most) {
    const depth = min(most, units - from);
    packRows(dz + <usize>from * 4, step, rows, depth, a);
    packTransposed(kernel + <usize>(first * units + from) * 4, step, depth, count, b);
    const c = dx + <usize>first * 4;
    const row = <usize>depth * 4;
    multiplyPanels(
      a,
      row,
      0,
      b,
      depth,
      c,
      <usize>features * 4,
      rows,
      count,
      start,
      0,
      false,
      scratch,
    );
    start = startSum;
  }
}
