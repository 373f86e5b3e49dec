import type { ModelSpec } from '../model-spec.js';
import { ModelSpecError } from './model-spec-error.js';
import { schemaIssues } from './schema-issues.js';
import { modelSpecSchema } from './spec-schema.js';

/**
 * Checks the types and ranges of a specification, not yet whether its layers fit together.
 *
 * @returns a copy with known keys only.
 * @throws ModelSpecError
 */
export function readSpec(value: unknown): ModelSpec {
  const result = modelSpecSchema.safeParse(value);
  if (result.success) return result.data;
  const [first, ...rest] = schemaIssues(value, result.error.issues);
  if (first === undefined) throw new Error('internal: a specification refused without an issue');
  throw new ModelSpecError([first, ...rest]);
}
