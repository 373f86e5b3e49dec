/** @file How figures read in the terminal: one notation for the whole program. */

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `8,300`. */
export function count(value: number): string {
  return whole.format(value);
}

/** `1 image`, `8,300 images`. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${count(value)} ${value === 1 ? singular : plural}`;
}

/** Four decimals, `0.2431`; small losses as `3.1e-7`, huge ones as `1.43e+8`; a diverged run shows `NaN`. */
export function loss(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 5e-5) return value.toExponential(1);
  return Number.isFinite(value) && size >= 1e5 ? value.toExponential(2) : value.toFixed(4);
}

/** `88.21 %` of a share in [0, 1]. */
export function percent(value: number): string {
  return `${(value * 100).toFixed(2)} %`;
}

/** `412 ms`, `7.2 s`, `3 min 05 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${milliseconds.toFixed(0)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** `28×28×1`; features as `4 features`. */
export function shape(dimensions: readonly number[]): string {
  return dimensions.length === 1 ? counted(dimensions[0]!, 'feature') : dimensions.join('×');
}

/** `45.4 MB`, in powers of ten as downloads are quoted. */
export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 1e6) return `${(size / 1e3).toFixed(1)} kB`;
  return `${(size / 1e6).toFixed(1)} MB`;
}
