import type { Mark } from './mark.js';

/** The numbers behind a chart, for readers who prefer a table to a picture. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** One entry per column; the first names the row. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * A picture as plain data: no DOM and no colours in it yet.
 * The origin is the top left corner, y grows downwards, one unit is one CSS pixel at 100 %.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What the chart is. */
  readonly title: string;
  /** What it shows: the finding in one or two sentences. */
  readonly description: string;
  readonly table: DataTable;
  readonly marks: readonly Mark[];
}
