export type * from './model-spec.js';

export {
  ModelSpecError,
  type ModelSpecIssue,
  type ModelSpecIssueCode,
} from './spec/model-spec-error.js';
export { parseModelSpec, resolveModel } from './shape/resolve-model.js';
export type * from './shape/resolved-model.js';
