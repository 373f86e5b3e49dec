import { format } from 'd3-format';

const percent0 = format('.0%');
const percent1 = format('.1%');
const significant3 = format('.3~r');
const compact3 = format('.3~s');
const exponent = format('.1~e');

/** A share in [0, 1] as `98%`; next to the ends as `99.6%` or `0.3%`, so that 100% means all. */
export function formatShare(share: number): string {
  if (share === 0 || share === 1) return percent0(share);
  const coarse = Math.round(share * 100);
  if (coarse > 0 && coarse < 100) return percent0(share);
  if (share > 0.9995) return '>99.9%';
  if (share < 0.0005) return '<0.1%';
  return percent1(share);
}

/** A number to read: three significant digits, `1.2e−5` or `12k` where zeros would pile up. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  // d3 writes a typographic minus before the number and a hyphen in its exponent.
  if (size < 0.001) return exponent(value).replace('-', '−');
  return size >= 10_000 ? compact3(value) : significant3(value);
}

const thousands = format(',d');

/** A whole number with commas: `60,000`. */
export function formatCount(count: number): string {
  return thousands(count);
}

/** A number with a fixed count of decimals, so that columns line up and sums can be checked. */
export function formatFixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  if (!text.startsWith('-')) return text;
  return Number(text) === 0 ? text.slice(1) : `−${text.slice(1)}`;
}
