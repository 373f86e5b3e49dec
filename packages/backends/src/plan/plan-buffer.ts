/** What a buffer's numbers are; bytes: 4, 4 and 8. */
export type BufferDtype = 'float32' | 'int32' | 'float64';

/** A named piece of memory that kernels read and write. */
export interface PlanBuffer {
  /** Such as `dense1/kernel`, `conv1/output` or `gradient of dense1/kernel`. */
  readonly name: string;
  /** [batchSize, ...example] or a weight's shape; row-major. */
  readonly shape: readonly number[];
  readonly dtype: BufferDtype;
  /**
   * `kept`: holds its numbers from step to step, starts at zero, may be read and written from
   * outside. `scratch`: has meaning between its first and last use in a procedure only, so that
   * others may have the same memory at other times.
   */
  readonly lifetime: 'kept' | 'scratch';
}

/** Bytes of one number. */
export const dtypeBytes = { float32: 4, int32: 4, float64: 8 } as const satisfies Record<
  BufferDtype,
  number
>;

/** Numbers in a buffer. */
export function bufferLength(buffer: Pick<PlanBuffer, 'shape'>): number {
  return buffer.shape.reduce((product, extent) => product * extent, 1);
}
