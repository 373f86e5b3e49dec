import * as z from 'zod/mini';

/**
 * An array of `minimum` to `maximum` items. Its length is checked before any item, so that a
 * hostile file of a million wrong items gives one issue and not a million.
 *
 * @param expected - what stands after "expects" in a message.
 */
export function boundedArray<Item extends z.ZodMiniType>(
  item: Item,
  [minimum, maximum]: readonly [minimum: number, maximum: number],
  expected: string,
) {
  const length = z
    .array(z.unknown(), expected)
    .check(z.minLength(minimum, expected), z.maxLength(maximum, expected));
  return z.pipe(length, z.array(item));
}
