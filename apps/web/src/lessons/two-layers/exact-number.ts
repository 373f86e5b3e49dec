/**
 * A number as it is. No sum of this lesson has more than two decimals, so what is shown adds up.
 * The minus sign is as wide as a plus.
 */
export function exact(value: number): string {
  // Adding 0 turns -0 into 0.
  return String(Number(value.toFixed(2)) + 0).replace('-', '−');
}
