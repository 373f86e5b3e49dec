import type * as z from 'zod/v4/core';
import type { ZodMiniType } from 'zod/mini';
import { describeValue } from './describe-value.js';
import { pathText, valueAt, type JsonPath } from './json-path.js';

/** A value of the expected type, or the first place where it is not: expected, got. */
export type SchemaResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly path: string; readonly text: string };

/** Reads `value` as `schema` says, whose error texts are what it expects. */
export function readSchema<T>(schema: ZodMiniType<T>, value: unknown): SchemaResult<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0]!;
  const path = jsonPath(issue);
  if (issue.code === 'unrecognized_keys') {
    const key = describeValue(issue.keys[0]);
    return { ok: false, path: pathText(path), text: `expects no other keys, got ${key}` };
  }
  const text = `expects ${issue.message}, got ${describeValue(valueAt(value, path))}`;
  return { ok: false, path: pathText(path), text };
}

/** Where zod found an issue. */
export function jsonPath(issue: z.$ZodIssue): JsonPath {
  return issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
}
