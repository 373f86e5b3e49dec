import { bufferLength, dtypeBytes } from '../plan/plan-buffer.js';
import type { KernelCall } from '../plan/kernel-call.js';
import type { Plan } from '../plan/plan.js';
import { encodeCall, type AddressOf } from './encode-call.js';

/** Bytes of memory that a call uses, end excluded. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The calls of a procedure as one row of words: for each its opcode, how many words it has, whether
 * the threads must meet before it, then what its kernel takes.
 *
 * Threads meet only where a call could touch what another thread is still working on: where it reads
 * memory written since they last met, or writes memory read or written since. Memory counts, not
 * names, since buffers share it.
 */
export function encodeProcedure(plan: Plan, procedure: string, addressOf: AddressOf): Int32Array {
  const sizes = new Map(
    plan.buffers.map((buffer) => [buffer.name, bufferLength(buffer) * dtypeBytes[buffer.dtype]]),
  );
  const range = (buffer: string): Range => {
    const start = addressOf(buffer);
    return { start, end: start + sizes.get(buffer)! };
  };
  const words: number[] = [];
  let read: Range[] = [];
  let written: Range[] = [];
  for (const call of plan.procedures[procedure]!) {
    const reads = Object.values<string>(call.reads).map(range);
    const writes = Object.values<string>(call.writes).map(range);
    const meets = meet(reads, written) || meet(writes, read) || meet(writes, written);
    if (meets) {
      read = [];
      written = [];
    }
    read.push(...reads);
    written.push(...writes);
    words.push(...callWords(call, meets, addressOf));
  }
  return Int32Array.from(words);
}

function callWords(call: KernelCall, meets: boolean, addressOf: AddressOf): number[] {
  return encodeCall(call, addressOf).flatMap(([opcode, ...words], part) => {
    // The second part of a call works on what the first wrote.
    const meeting = Number(meets || part > 0);
    return [opcode!, words.length + 3, meeting, ...words];
  });
}

function meet(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some((x) => b.some((y) => x.start < y.end && y.start < x.end));
}
