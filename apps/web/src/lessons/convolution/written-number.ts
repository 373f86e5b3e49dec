/** A number that needs no rounding, with a minus sign as wide as a plus. */
export function whole(value: number): string {
  return String(value + 0).replace('-', '−');
}

/** With two decimals at most. */
export function rounded(value: number): string {
  return whole(Number(value.toFixed(2)));
}

/** As a factor: brackets around what is negative. */
export function factor(value: number): string {
  return value < 0 ? `(${whole(value)})` : whole(value);
}
