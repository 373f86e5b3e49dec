/** Samples across and down one cell: the eighths that Unicode's block elements can show. */
export const samplesPerCell = 8;

/** Corners of a box-drawing character, added up: `left + right` is a horizontal line. */
export const arms = { left: 1, right: 2, up: 4, down: 8 } as const;

/**
 * A terminal screen in layers, from back to front: fills, lines, dots, text. Colours are
 * `0xrrggbb`; -1 means nothing there.
 */
export interface CellGrid {
  readonly columns: number;
  readonly rows: number;
  /** [rows * 8, columns * 8], row-major. */
  readonly fills: Int32Array;
  /** [rows, columns]: arms of box-drawing characters, and their colour. */
  readonly lines: Uint8Array;
  readonly lineColors: Int32Array;
  /** [rows, columns]: braille dots, bits as in Unicode, and their colour. */
  readonly dots: Uint8Array;
  readonly dotColors: Int32Array;
  /** [rows, columns]: how sure the colour is. */
  readonly dotVotes: Uint8Array;
  /** [rows, columns]: one character, '' under the right half of a wide one, or undefined. */
  readonly characters: (string | undefined)[];
  readonly characterColors: Int32Array;
  readonly bold: Uint8Array;
}

/** An empty screen. */
export function createCellGrid(columns: number, rows: number): CellGrid {
  const cells = columns * rows;
  return {
    columns,
    rows,
    fills: new Int32Array(cells * samplesPerCell ** 2).fill(-1),
    lines: new Uint8Array(cells),
    lineColors: new Int32Array(cells).fill(-1),
    dots: new Uint8Array(cells),
    dotColors: new Int32Array(cells).fill(-1),
    dotVotes: new Uint8Array(cells),
    characters: new Array<string | undefined>(cells).fill(undefined),
    characterColors: new Int32Array(cells).fill(-1),
    bold: new Uint8Array(cells),
  };
}

/** The 64 samples of a cell, row-major. */
export function readCell(grid: CellGrid, column: number, row: number): Int32Array {
  const samples = new Int32Array(samplesPerCell ** 2);
  const stride = grid.columns * samplesPerCell;
  const start = row * samplesPerCell * stride + column * samplesPerCell;
  for (let y = 0; y < samplesPerCell; y++) {
    for (let x = 0; x < samplesPerCell; x++) {
      samples[y * samplesPerCell + x] = grid.fills[start + y * stride + x]!;
    }
  }
  return samples;
}

/** The most frequent colour of a cell's samples. */
export function dominantColor(samples: Int32Array): number {
  const counts = new Map<number, number>();
  let best = samples[0]!;
  for (const color of samples) {
    const count = (counts.get(color) ?? 0) + 1;
    counts.set(color, count);
    if (count > (counts.get(best) ?? 0)) best = color;
  }
  return best;
}
