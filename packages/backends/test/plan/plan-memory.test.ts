import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KernelCall } from '../../src/plan/kernel-call.js';
import { bufferLength, type PlanBuffer } from '../../src/plan/plan-buffer.js';
import { PlanError } from '../../src/plan/plan-error.js';
import { planMemory } from '../../src/plan/plan-memory.js';
import type { Plan } from '../../src/plan/plan.js';

const copy = (input: string, output: string): KernelCall => {
  const sizes = { activation: 'linear', length: 1 } as const;
  return { kind: 'activation', reads: { input }, writes: { output }, ...sizes };
};

const buffer = (name: string, length: number, lifetime: PlanBuffer['lifetime']): PlanBuffer => {
  return { name, shape: [length], dtype: 'float32', lifetime };
};

/** Calls during which a buffer holds something, as `procedure:call`. */
function liveCalls(plan: Plan, { name, lifetime }: PlanBuffer): Set<string> {
  const live = new Set<string>();
  for (const [procedure, calls] of Object.entries(plan.procedures)) {
    const uses = calls.flatMap((call, i) =>
      Object.values({ ...call.reads, ...call.writes }).includes(name) ? [i] : [],
    );
    calls.forEach((_, i) => {
      const isUsed = uses.length > 0 && i >= Math.min(...uses) && i <= Math.max(...uses);
      if (lifetime === 'kept' || isUsed) live.add(`${procedure}:${i}`);
    });
  }
  return live;
}

test('gives no two buffers the same memory while both are in use', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const plans = fc.record({
    lengths: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 6, maxLength: 6 }),
    kept: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    procedures: fc.array(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { minLength: 1 }),
      { minLength: 1, maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(plans, ({ lengths, kept, procedures }) => {
      const plan: Plan = {
        batchSize: 1,
        buffers: names.map((name, i) => buffer(name, lengths[i]!, kept[i]! ? 'kept' : 'scratch')),
        procedures: Object.fromEntries(
          procedures.map((calls, i) => [`p${i}`, calls.map(([from, to]) => copy(from, to))]),
        ),
      };
      const { offsets, sizeBytes } = planMemory(plan);
      for (const [i, a] of plan.buffers.entries()) {
        const start = offsets.get(a.name)!;
        const end = start + bufferLength(a) * 4;
        expect(start % 64).toBe(0);
        expect(end).toBeLessThanOrEqual(sizeBytes);
        for (const b of plan.buffers.slice(i + 1)) {
          const otherStart = offsets.get(b.name)!;
          const apart = end <= otherStart || otherStart + bufferLength(b) * 4 <= start;
          const together = [...liveCalls(plan, a)].some((call) => liveCalls(plan, b).has(call));
          if (together) expect(apart, `${a.name} and ${b.name}`).toBe(true);
        }
      }
    }),
  );
});

test('lets buffers share memory that are never in use together', () => {
  const chain = ['a', 'b', 'c', 'd'];
  const plan: Plan = {
    batchSize: 1,
    buffers: chain.map((name) => buffer(name, 16, 'scratch')),
    procedures: { p: [copy('a', 'b'), copy('b', 'c'), copy('c', 'd')] },
  };
  // Two are in use at a time: 2 * 64 bytes.
  expect(planMemory(plan).sizeBytes).toBe(128);
});

test('refuses a call that names a buffer the plan lacks', () => {
  const plan: Plan = {
    batchSize: 1,
    buffers: [buffer('a', 1, 'kept')],
    procedures: { p: [copy('a', 'z')] },
  };
  expect(() => planMemory(plan)).toThrow(PlanError);
  expect(() => planMemory(plan)).toThrow(
    'plan, procedure "p", call 0 (activation): expected a buffer of the plan, got "z"; add it to the buffers',
  );
});
