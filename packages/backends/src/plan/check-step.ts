import type { KernelCall } from './kernel-call.js';
import { bufferLength, type PlanBuffer } from './plan-buffer.js';
import { PlanError } from './plan-error.js';
import type { PlanExamples, PlanStep } from './plan-executor.js';
import type { Plan } from './plan.js';

/**
 * The calls of a procedure, after making sure that the step gives what they need.
 *
 * @throws PlanError `unknown-procedure` or `wrong-size`.
 */
export function checkStep(plan: Plan, procedure: string, step: PlanStep): readonly KernelCall[] {
  const calls = plan.procedures[procedure];
  const where = `run "${procedure}"`;
  if (calls === undefined) {
    throw new PlanError('unknown-procedure', {
      where,
      expected: `one of ${Object.keys(plan.procedures).join(', ')}`,
      got: `"${procedure}"`,
      remedy: 'name a procedure of the plan',
    });
  }
  const { rows } = step;
  if (!Number.isInteger(rows) || rows < 1 || rows > plan.batchSize) {
    throw new PlanError('wrong-size', {
      where: `${where}, rows`,
      expected: `a whole number in [1, ${plan.batchSize}]`,
      got: `${rows}`,
      remedy: 'cut the batch, or lower the model with a larger batch size',
    });
  }
  for (const call of calls) {
    if (call.kind === 'gather') checkBatch(where, call.length, step);
    if ('rule' in call) checkNumbers(where, step, ['learningRate', 'step']);
    if (call.kind === 'dropout') checkNumbers(where, step, ['seed', 'step']);
  }
  return calls;
}

function checkBatch(where: string, length: number, { rows, batch }: PlanStep): void {
  const count = batch?.indices.length ?? 0;
  if (batch === undefined || count !== rows) {
    throw new PlanError('wrong-size', {
      where: `${where}, batch`,
      expected: `${rows} indices of examples`,
      got: `${count}`,
      remedy: 'give the examples and as many indices as rows',
    });
  }
  const { labels } = batch.examples;
  checkExamples(where, batch.examples, length);
  for (const index of batch.indices) {
    if (index < labels.length) continue;
    throw new PlanError('wrong-size', {
      where: `${where}, batch`,
      expected: `indices in [0, ${labels.length})`,
      got: `${index}`,
      remedy: 'use indices of these examples',
    });
  }
}

function checkExamples(where: string, examples: PlanExamples, length: number): void {
  const { inputs, labels, scale, offset } = examples;
  const fits = inputs.length === labels.length * length;
  if (fits && scale.length === offset.length && length % scale.length === 0) return;
  throw new PlanError('wrong-size', {
    where: `${where}, examples`,
    expected: `${labels.length} examples of ${length} numbers, and a scale and an offset for each channel`,
    got: `${inputs.length} numbers, ${scale.length} scales, ${offset.length} offsets`,
    remedy: 'use the data that the plan was made for',
  });
}

function checkNumbers(where: string, step: PlanStep, names: readonly (keyof PlanStep)[]): void {
  const missing = names.filter((name) => step[name] === undefined);
  if (missing.length === 0) return;
  throw new PlanError('wrong-size', {
    where,
    expected: names.join(' and '),
    got: `no ${missing.join(', no ')}`,
    remedy: 'a procedure that trains needs them',
  });
}

/**
 * A plan's buffer by its name.
 *
 * @throws PlanError `unknown-buffer`.
 */
export function requireBuffer(plan: Plan, name: string): PlanBuffer {
  const buffer = plan.buffers.find((candidate) => candidate.name === name);
  if (buffer !== undefined) return buffer;
  throw new PlanError('unknown-buffer', {
    where: 'plan',
    expected: 'the name of one of its buffers',
    got: `"${name}"`,
    remedy: 'describePlan lists them',
  });
}

/** @throws PlanError `wrong-size` unless there are as many values as the buffer holds. */
export function checkLength(buffer: PlanBuffer, values: ArrayLike<number>): void {
  if (values.length === bufferLength(buffer)) return;
  throw new PlanError('wrong-size', {
    where: `write "${buffer.name}"`,
    expected: `${bufferLength(buffer)} numbers [${buffer.shape.join()}]`,
    got: `${values.length}`,
    remedy: 'give one for every place of the buffer',
  });
}
