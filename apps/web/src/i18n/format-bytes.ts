import { formatNumber } from './language.svelte.js';

/** A size as the page's language writes it, such as `407 kB` or `47.0 MB`; reactive. */
export function formatBytes(bytes: number): string {
  const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
  const amount = bytes < 1e6 ? bytes / 1e3 : bytes / 1e6;
  const digits = amount < 10 ? 2 : amount < 100 ? 1 : 0;
  return formatNumber(amount, {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
}
