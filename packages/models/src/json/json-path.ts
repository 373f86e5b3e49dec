/** Keys from the root of a JSON value down to one of its parts. */
export type JsonPath = readonly (string | number)[];

/** As messages show it: `layers[1].units`. */
export function pathText(path: JsonPath): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : key))
    .join('.')
    .replaceAll('.[', '[');
}

/** The part of `value` at a path, undefined where there is none; reads own properties only. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) {
      return undefined;
    }
    current = (current as Record<string | number, unknown>)[key];
  }
  return current;
}
