import { bufferLength, dtypeBytes, type PlanBuffer } from './plan-buffer.js';
import { PlanError } from './plan-error.js';
import type { Plan } from './plan.js';

/** Where every buffer of a plan lies in one block of memory. */
export interface PlanMemory {
  /** Byte offset of each buffer, a multiple of 64 (a cache line). */
  readonly offsets: ReadonlyMap<string, number>;
  readonly sizeBytes: number;
}

const alignment = 64;

/** First and last call of one procedure that uses a buffer. */
interface Interval {
  readonly procedure: string;
  readonly first: number;
  last: number;
}

/**
 * Gives each buffer its place. Kept buffers have memory of their own; scratch buffers share, the
 * largest placed first, each at the lowest offset that is free whenever it is in use (greedy by
 * size, Pisarchyk and Lee 2020, "Efficient memory management for deep neural net inference").
 *
 * @throws PlanError `unknown-buffer`: a call names a buffer that the plan lacks.
 */
export function planMemory(plan: Plan): PlanMemory {
  const intervals = lifetimes(plan);
  const offsets = new Map<string, number>();
  let keptBytes = 0;
  for (const buffer of plan.buffers) {
    if (buffer.lifetime !== 'kept') continue;
    offsets.set(buffer.name, keptBytes);
    keptBytes += alignedBytes(buffer);
  }
  let sizeBytes = keptBytes;
  const placed: { name: string; start: number; end: number }[] = [];
  const scratch = plan.buffers.filter(({ lifetime }) => lifetime === 'scratch');
  for (const buffer of scratch.sort((a, b) => alignedBytes(b) - alignedBytes(a))) {
    const bytes = alignedBytes(buffer);
    let start = keptBytes;
    for (const other of placed) {
      const apart = start + bytes <= other.start || other.end <= start;
      if (!apart && overlap(intervals.get(buffer.name), intervals.get(other.name))) {
        start = other.end;
      }
    }
    offsets.set(buffer.name, start);
    placed.push({ name: buffer.name, start, end: start + bytes });
    placed.sort((a, b) => a.start - b.start);
    sizeBytes = Math.max(sizeBytes, start + bytes);
  }
  return { offsets, sizeBytes };
}

function alignedBytes(buffer: PlanBuffer): number {
  const bytes = bufferLength(buffer) * dtypeBytes[buffer.dtype];
  return Math.ceil(bytes / alignment) * alignment;
}

function lifetimes(plan: Plan): Map<string, Interval[]> {
  const intervals = new Map<string, Interval[]>(plan.buffers.map(({ name }) => [name, []]));
  for (const [procedure, calls] of Object.entries(plan.procedures)) {
    calls.forEach((call, index) => {
      for (const name of [...Object.values(call.reads), ...Object.values(call.writes)]) {
        const uses = intervals.get(name);
        if (uses === undefined) {
          throw new PlanError('unknown-buffer', {
            where: `plan, procedure "${procedure}", call ${index} (${call.kind})`,
            expected: 'a buffer of the plan',
            got: `"${name}"`,
            remedy: 'add it to the buffers',
          });
        }
        const last = uses.at(-1);
        if (last?.procedure === procedure) last.last = index;
        else uses.push({ procedure, first: index, last: index });
      }
    });
  }
  return intervals;
}

/** Whether two buffers are in use during the same call. */
function overlap(a: readonly Interval[] = [], b: readonly Interval[] = []): boolean {
  return a.some((x) =>
    b.some((y) => x.procedure === y.procedure && x.first <= y.last && y.first <= x.last),
  );
}
