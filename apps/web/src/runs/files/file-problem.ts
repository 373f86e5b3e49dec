/** @file What can be wrong with files that a reader opens, as plain data that the page words. */

export type FileProblem =
  /** None of them is of a model or a run. */
  | { readonly kind: 'unknown-files'; readonly files: readonly string[] }
  /** `model.json` without `weights.bin`, or the other way round. */
  | { readonly kind: 'missing-weights' | 'missing-model' }
  /** More than one model, or more than one record. */
  | { readonly kind: 'several'; readonly files: readonly string[] }
  /** The weights are not those that `model.json` names. */
  | { readonly kind: 'other-weights'; readonly message: string }
  /** The record is of another model. */
  | { readonly kind: 'other-record' }
  | { readonly kind: 'other-version'; readonly file: string }
  | { readonly kind: 'too-large'; readonly file: string; readonly mostMegabytes: number }
  | { readonly kind: 'damaged'; readonly file: string; readonly message: string };

/** Ends the reading of files. */
export class FileProblemError extends Error {
  override readonly name = 'FileProblemError';
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}
