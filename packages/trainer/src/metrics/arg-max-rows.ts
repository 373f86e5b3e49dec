/**
 * The place of the largest number of each row; of equal ones the first.
 *
 * @param rows - [n, columns] row-major.
 * @returns [n], integers in [0, columns).
 */
export function argMaxRows(rows: Float32Array, columns: number): Int32Array {
  return Int32Array.from({ length: rows.length / columns }, (_, row) => {
    let largest = 0;
    for (let column = 1; column < columns; column++) {
      if (rows[row * columns + column]! > rows[row * columns + largest]!) largest = column;
    }
    return largest;
  });
}
