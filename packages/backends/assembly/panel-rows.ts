/**
 * @file How the rows of A are cut into panels, each the height of a tile. Tiles are as high as is
 * fastest here: the host times the heights there are (`src/wasm/tile-height.ts`) and every thread
 * takes the one that the leader has. Bits do not depend on it.
 */

/** Rows of a low panel. */
export const lowRows: i32 = 4;

/** Rows of a high panel, the one that is faster. */
let highRows: i32 = 4;

/** Takes high panels of so many rows from now on: 4, 5, 6 or 8. */
export function useTileHeight(rows: i32): void {
  highRows = rows;
}

/** Rows of a high panel. */
export function tileHeight(): i32 {
  return highRows;
}

/**
 * Rows of the next panel where `left` are not in one yet: low ones until the rest is a whole number of
 * high ones, so that none is computed in vain, as 32 = 4 + 4 + 4 + 5 + 5 + 5 + 5. Only a low panel may
 * have fewer rows.
 */
export function panelRows(left: i32): i32 {
  return left % highRows == 0 ? highRows : lowRows;
}

/** Rows of four high panels. */
export function fourPanels(): i32 {
  return 4 * highRows;
}

/** The most rows up to `most`, at least one high panel, that are a whole number of high ones. */
export function wholePanels(most: i32): i32 {
  return max(1, most / highRows) * highRows;
}
