import { fixed } from '../written-numbers/fixed.js';

/** A number with so many decimals and its sign, also where that is a plus. */
export function withSign(value: number, decimals: number): string {
  const written = fixed(value, decimals);
  return value > 0 ? `+${written}` : written;
}
