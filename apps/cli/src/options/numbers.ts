import { InvalidArgumentError } from 'commander';

/** Decimal notation alone: `Number` would also read '', ' 1 ', '0x10' and 'Infinity'. */
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number that `text` writes in decimal notation (`1e-3` counts), or NaN. */
function readNumber(text: string): number {
  return decimal.test(text) ? Number(text) : Number.NaN;
}

/** Reads an option that counts something: a whole number in [minimum, maximum]. */
export function wholeNumber(minimum: number, maximum = Number.MAX_SAFE_INTEGER) {
  const range =
    maximum === Number.MAX_SAFE_INTEGER ? `from ${minimum}` : `from ${minimum} to ${maximum}`;
  return (text: string): number => {
    const value = readNumber(text);
    if (!Number.isSafeInteger(value) || value < minimum || value > maximum) {
      throw new InvalidArgumentError(`Expected a whole number ${range}.`);
    }
    return value;
  };
}

/** Reads an option that is greater than 0, such as a learning rate. */
export function positiveNumber(text: string): number {
  const value = readNumber(text);
  if (!Number.isFinite(value) || value <= 0) {
    throw new InvalidArgumentError('Expected a number greater than 0, such as 0.001 or 1e-3.');
  }
  return value;
}

/** Reads a share of a whole in [0, 1). */
export function share(text: string): number {
  const value = readNumber(text);
  if (!(value >= 0 && value < 1)) {
    throw new InvalidArgumentError('Expected a share from 0 up to, but not including, 1.');
  }
  return value;
}

/** Reads the sizes of hidden layers, such as `128` or `128,64`. */
export function layerSizes(text: string): number[] {
  const sizes = text.split(',').map((part) => readNumber(part.trim()));
  if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 1)) {
    throw new InvalidArgumentError(
      'Expected whole numbers from 1, separated by commas, such as 128 or 128,64.',
    );
  }
  return sizes;
}

/** Reads the size of an image, width first as image tools write it: `28x28`. */
export function imageSize(text: string): { width: number; height: number } {
  const match = /^([1-9]\d{0,3})[x×]([1-9]\d{0,3})$/i.exec(text);
  if (match === null) {
    throw new InvalidArgumentError('Expected WIDTHxHEIGHT in pixels, such as 28x28.');
  }
  return { width: Number(match[1]), height: Number(match[2]) };
}
