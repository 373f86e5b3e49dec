import type { Locale } from '../text/locale.js';

/** What every chart takes beside its record. */
export interface ChartOptions {
  /** Scene units; in a terminal 8 a column. Each chart names its default. */
  readonly width?: number;
  /** Language of titles, axes and descriptions. Default `en`. */
  readonly locale?: Locale;
  /** Replaces the chart's own title for screen readers. */
  readonly title?: string;
}
