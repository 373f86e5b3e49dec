/** Why a scene could not be made or drawn. */
export type SceneErrorCode =
  /** A chart's record does not fit together. */
  | 'chart-record'
  /** Path data with a command that the terminal cannot draw. */
  | 'path-command';

/** A chart's record or a scene's mark that cannot be drawn; the message says what to change. */
export class SceneError extends Error {
  override readonly name = 'SceneError';
  readonly code: SceneErrorCode;

  constructor(code: SceneErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Checks that a list of a chart's record has the length that another part of the record implies.
 *
 * @throws {@link SceneError} `chart-record`
 */
export function expectLength(where: string, list: ArrayLike<unknown>, expected: number): void {
  if (list.length !== expected) {
    throw new SceneError(
      'chart-record',
      `${where}: expects ${expected} values, got ${list.length}; give one for each.`,
    );
  }
}
