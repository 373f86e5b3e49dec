/** What kind of mistake a specification contains; stable, for programs. */
export type ModelSpecIssueCode =
  /** A value of the wrong type or out of range. */
  | 'wrongValue'
  /** A key that the layer or the specification does not have. */
  | 'unknownKey'
  /** A `type` that names no layer. */
  | 'unknownLayerType'
  /** A name that cannot stand in files and messages. */
  | 'unsafeName'
  /** Two layers of one name. */
  | 'duplicateName'
  /** `softmax` before the last layer. */
  | 'softmaxNotLast'
  /** A layer that cannot take the shape that the one before it gives. */
  | 'inputShape'
  /** A kernel or pooling window larger than its image. */
  | 'windowTooLarge'
  /** The last layer gives no flat vector of classes. */
  | 'outputShape'
  /** More numbers than the limits allow. */
  | 'tooLarge';

/** One mistake in a specification. */
export interface ModelSpecIssue {
  readonly code: ModelSpecIssueCode;
  /** Where it stands in the JSON, such as `layers[1].units`; empty for the whole. */
  readonly path: string;
  /** Name of the layer (given or default), null outside layers or when it is not known yet. */
  readonly layer: string | null;
  /** Where, what was expected, what was found, what to do. */
  readonly message: string;
}

/** A model specification that cannot be built; `issues` lists what is wrong with it. */
export class ModelSpecError extends Error {
  override readonly name = 'ModelSpecError';
  /** The code of the first issue. */
  readonly code: ModelSpecIssueCode;
  readonly issues: readonly [ModelSpecIssue, ...ModelSpecIssue[]];

  constructor(issues: readonly [ModelSpecIssue, ...ModelSpecIssue[]]) {
    super(issues.map((issue) => issue.message).join('\n'));
    this.code = issues[0].code;
    this.issues = issues;
  }
}
