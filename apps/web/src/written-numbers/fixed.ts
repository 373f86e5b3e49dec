/** A number with a fixed count of decimals and a minus sign as wide as a plus. */
export function fixed(value: number, decimals: number): string {
  return (Number(value.toFixed(decimals)) + 0).toFixed(decimals).replace('-', '−');
}

/** As a factor or a term: brackets around what is negative. */
export function bracketed(value: number, decimals: number): string {
  return Number(value.toFixed(decimals)) < 0
    ? `(${fixed(value, decimals)})`
    : fixed(value, decimals);
}
