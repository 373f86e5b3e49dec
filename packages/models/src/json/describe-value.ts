/** A value as it appears after "got" in a message: short, and safe for values of any size. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === undefined) return 'nothing';
  return typeof value === 'object' ? describeObject(value) : `a ${typeof value}`;
}

function describeObject(value: object | null): string {
  if (value === null) return 'null';
  if (!Array.isArray(value)) return 'an object';
  const isShort = value.length <= 8 && value.every((item) => typeof item === 'number');
  return isShort ? describeShape(value) : `an array of ${value.length}`;
}

/** A shape as messages show it: `[28,28,1]`. */
export function describeShape(shape: readonly number[]): string {
  return `[${shape.join(',')}]`;
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
