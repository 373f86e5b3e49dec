import type * as z from 'zod/mini';
import { TrainerError } from '../trainer-error.js';

/**
 * Checks a JSON value that may come from anyone.
 *
 * @param where - names what is read, such as `run record`.
 * @returns a copy with known keys only.
 * @throws TrainerError `bad-record` for the first place that is not as expected.
 */
export function readSchema<T>(
  where: string,
  schema: z.ZodMiniType<T>,
  value: unknown,
  remedy: string,
): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : String(key)));
  throw new TrainerError('bad-record', {
    where: `${where} ${place.join('.').replaceAll('.[', '[')}`.trim(),
    expected: message,
    got: describe(valueAt(value, path)),
    remedy,
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((current, key) => {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return;
    return (current as Record<PropertyKey, unknown>)[key];
  }, value);
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
