/**
 * @file How values are written into the address. A codec reads what it wrote, brings foreign
 * numbers into range, and says undefined to nonsense, so that any address opens.
 */
export interface Codec<T> {
  /** What holds while the address does not say; it never stands in the address. */
  readonly initial: T;
  readonly read: (text: string) => T | undefined;
  readonly write: (value: T) => string;
}

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Digits after the point that are kept; default 3. */
  readonly decimals?: number;
}

/** One number: `0.5`. */
export function numberCodec(initial: number, range: NumberRange): Codec<number> {
  return {
    initial,
    read: (text) => readNumber(text, range),
    write: (value) => writeNumber(value, range),
  };
}

/** As many numbers as there are at first: `1,0.4,0.1`. */
export function numbersCodec(
  initial: readonly number[],
  range: NumberRange,
): Codec<readonly number[]> {
  return {
    initial,
    read(text) {
      const values = text.split(',').map((part) => readNumber(part, range));
      const complete = values.filter((value) => value !== undefined);
      return complete.length === initial.length && values.length === initial.length
        ? complete
        : undefined;
    },
    write: (values) => values.map((value) => writeNumber(value, range)).join(','),
  };
}

/** One of a few words: `relu`. */
export function choiceCodec<T extends string>(initial: T, choices: readonly T[]): Codec<T> {
  return {
    initial,
    read: (text) => choices.find((choice) => choice === text),
    write: (value) => value,
  };
}

/** Yes or no: `1` or `0`. */
export function flagCodec(initial: boolean): Codec<boolean> {
  return {
    initial,
    read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
    write: (value) => (value ? '1' : '0'),
  };
}

/**
 * A small image with few levels, one character a pixel, row by row: `010111010`.
 *
 * @param levels - at most 10.
 */
export function pixelsCodec(initial: readonly number[], levels: number): Codec<readonly number[]> {
  return {
    initial,
    read(text) {
      const values = Array.from(text, Number);
      const valid = values.every(
        (value) => Number.isInteger(value) && value >= 0 && value < levels,
      );
      return valid && values.length === initial.length ? values : undefined;
    },
    write: (values) => values.join(''),
  };
}

function readNumber(text: string, { min, max, decimals = 3 }: NumberRange): number | undefined {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) return undefined;
  return Number(Math.min(max, Math.max(min, value)).toFixed(decimals));
}

function writeNumber(value: number, { decimals = 3 }: NumberRange): string {
  // Adding 0 turns -0 into 0.
  return String(Number(value.toFixed(decimals)) + 0);
}
