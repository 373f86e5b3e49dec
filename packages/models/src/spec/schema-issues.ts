import type * as z from 'zod/v4/core';
import { describeValue } from '../json/describe-value.js';
import { pathText, valueAt, type JsonPath } from '../json/json-path.js';
import { jsonPath } from '../json/read-schema.js';
import type { ModelSpecIssue } from './model-spec-error.js';
import { layerKeys, modelKeys } from './spec-schema.js';

/** Issues of one specification that are worth reading. */
const maxIssues = 20;

/** Turns what zod found in `value` into sentences: where, expected, got, remedy. At most 20. */
export function schemaIssues(value: unknown, found: readonly z.$ZodIssue[]): ModelSpecIssue[] {
  const issues = found.slice(0, maxIssues).flatMap((issue): ModelSpecIssue | ModelSpecIssue[] => {
    const path = jsonPath(issue);
    if (issue.code === 'unrecognized_keys') {
      const keys = knownKeys(value, path);
      return issue.keys.slice(0, maxIssues).map((key) => ({
        ...place([...path, key]),
        code: 'unknownKey' as const,
        message: `${owner(value, path)}: expects the keys ${keys.join(', ')}, got ${describeValue(key)}; remove it or correct its spelling`,
      }));
    }
    const key = path.at(-1);
    const got = valueAt(value, path);
    const isName = key === 'name' && typeof got === 'string';
    const isLayerType = issue.code === 'invalid_union' && issue.discriminator !== undefined;
    const expectation = `expects ${issue.message}, got ${describeValue(got)}`;
    return {
      ...place(path),
      code: isName ? 'unsafeName' : isLayerType ? 'unknownLayerType' : 'wrongValue',
      message:
        typeof key === 'string'
          ? `${owner(value, path.slice(0, -1))}: ${key} ${expectation}`
          : `${owner(value, path)}: ${expectation}`,
    };
  });
  return issues.slice(0, maxIssues);
}

/** `layers[1] (dense)`, or `model` outside the layers. */
function owner(value: unknown, path: JsonPath): string {
  const [key, index] = path;
  if (key !== 'layers' || index === undefined) return 'model';
  const type = valueAt(value, ['layers', index, 'type']);
  const known = typeof type === 'string' && layerKeys.has(type) ? ` (${type})` : '';
  return `layers[${index}]${known}`;
}

function knownKeys(value: unknown, path: JsonPath): readonly string[] {
  const type = valueAt(value, [...path, 'type']);
  return (typeof type === 'string' ? layerKeys.get(type) : undefined) ?? modelKeys;
}

function place(path: JsonPath): { path: string; layer: null } {
  return { path: pathText(path), layer: null };
}
