import { edgeTileBytes, multiplyPanels } from '../multiply-panels';
import { lowRows } from '../panel-rows';
import { packColumns, packedColumnBytes, packedRowBytes, packRows, packTransposed } from '../pack';
import { startSum, startZero } from '../tile';

/** Most steps of a sum, rows of C and columns of C in work at a time: A and B then stay near. */
const mostDepth: i32 = 256;
const mostRows: i32 = 64;
const mostColumns: i32 = 512;

/** The length of each block when `length` is cut into equal ones of at most `most`. */
function blockLength(length: i32, most: i32): i32 {
  const blocks = (length + most - 1) / most;
  return (length + blocks - 1) / blocks;
}

/** Bytes of scratch that `matrixProduct` needs. No length may be zero. */
export function matrixProductScratchBytes(rows: i32, depth: i32, columns: i32): usize {
  const block = blockLength(depth, mostDepth);
  return (
    edgeTileBytes +
    packedRowBytes(min(rows, mostRows), block) +
    packedColumnBytes(min(columns, mostColumns), block)
  );
}

/**
 * `C = op(A) op(B)`, where op transposes on request. No length may be zero.
 *
 * @param a - [rows, depth], or [depth, rows] where it is transposed.
 * @param b - [depth, columns], or [columns, depth] where it is transposed.
 * @param c - [rows, columns], receives the product.
 */
export function matrixProduct(
  a: usize,
  b: usize,
  c: usize,
  rows: i32,
  depth: i32,
  columns: i32,
  transposeA: bool,
  transposeB: bool,
  scratch: usize,
): void {
  const most = blockLength(depth, mostDepth);
  const rowPanels = scratch + edgeTileBytes;
  const columnPanels = rowPanels + packedRowBytes(min(rows, mostRows), most);
  const aStep = <usize>(transposeA ? rows : depth) * 4;
  const bStep = <usize>(transposeB ? depth : columns) * 4;
  const cStep = <usize>columns * 4;
  for (let column = 0; column < columns; column += mostColumns) {
    const width = min(mostColumns, columns - column);
    let start = startZero;
    for (let k = 0; k < depth; k += most) {
      const length = min(most, depth - k);
      if (transposeB) {
        packTransposed(at(b, column, k, bStep), bStep, length, width, columnPanels);
      } else {
        packColumns(at(b, k, column, bStep), bStep, length, width, columnPanels);
      }
      for (let row = 0; row < rows; row += mostRows) {
        const height = min(mostRows, rows - row);
        if (transposeA) packTransposedRows(at(a, k, row, aStep), aStep, height, length, rowPanels);
        else packRows(at(a, row, k, aStep), aStep, height, length, rowPanels);
        multiplyPanels(
          rowPanels,
          <usize>length * 4,
          0,
          columnPanels,
          length,
          at(c, row, column, cStep),
          cStep,
          height,
          width,
          start,
          0,
          false,
          scratch,
        );
      }
      start = startSum;
    }
  }
}

/** Address of a number of a matrix whose rows are `step` bytes apart. */
function at(matrix: usize, row: i32, column: i32, step: usize): usize {
  return matrix + <usize>row * step + <usize>column * 4;
}

/**
 * Packs the transpose of [depth, columns] as A: panels [depth, 4] of its columns, the last one padded
 * with zeros. All panels are low here, since nobody asks for others.
 */
function packTransposedRows(from: usize, step: usize, columns: i32, depth: i32, to: usize): void {
  for (let column = 0; column < columns; column += lowRows) {
    const width = columns - column;
    let source = from + <usize>column * 4;
    for (let k = 0; k < depth; k++) {
      if (width >= lowRows) {
        v128.store(to, v128.load(source));
      } else {
        for (let i = 0; i < lowRows; i++) {
          store<f32>(to + <usize>i * 4, i < width ? load<f32>(source + <usize>i * 4) : 0);
        }
      }
      source += step;
      to += 16;
    }
  }
}
