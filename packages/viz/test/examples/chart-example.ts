import type { Locale, Scene } from '@manabi/viz';

/** Something a reader of the gallery can change. */
export type Control =
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly start: string }
  | {
      readonly kind: 'range';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly start: number;
    };

export type ControlValues = Readonly<Record<string, string | number>>;

/** A chart's example: its page in the gallery, its golden test, and the first thing to read. */
export interface ChartExample {
  /** As the chart's file. */
  readonly name: string;
  readonly controls: Readonly<Record<string, Control>>;
  readonly draw: (values: ControlValues, options: { locale: Locale; width?: number }) => Scene;
  /** Settings beside the first one that have a golden picture too. */
  readonly variants?: Readonly<Record<string, ControlValues>>;
}

/** What the controls say before anybody touches them. */
export function startValues(example: ChartExample): ControlValues {
  return Object.fromEntries(
    Object.entries(example.controls).map(([name, { start }]) => [name, start]),
  );
}
