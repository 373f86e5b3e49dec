import type { KernelCall, UpdateRule, UpdateTarget } from '../plan/kernel-call.js';
import { normBlocks } from '../plan/norm-block.js';
import type { PlanStep } from '../plan/plan-executor.js';
import { activation, activationGradient } from './activation.js';
import { averagePooling2d, averagePooling2dGradient } from './average-pooling2d.js';
import { clipByNorm, clipByValue, sumOfSquares } from './clip.js';
import { conv2d, conv2dFilterGradient, conv2dInputGradient } from './conv2d.js';
import { dense, denseInputGradient, denseWeightGradient } from './dense.js';
import { dropout } from './dropout.js';
import { gather } from './gather.js';
import { maxPooling2d, maxPooling2dGradient } from './max-pooling2d.js';
import { softmaxCrossEntropy, softmaxCrossEntropyGradient } from './softmax-cross-entropy.js';
import { softmax } from './softmax.js';
import { update } from './update.js';

/** A plan's buffers by name. */
export interface CpuMemory {
  floats(name: string): Float32Array;
  integers(name: string): Int32Array;
  doubles(name: string): Float64Array;
  /** Numbers that mean something during one call only, of unknown value. */
  scratch(length: number): Float32Array;
}

/** Runs one kernel on the first `step.rows` examples of its buffers. */
export function runCall(call: KernelCall, memory: CpuMemory, step: PlanStep): void {
  const { rows } = step;
  const floats = (name: string) => memory.floats(name);
  const optional = (name: string | undefined) => (name === undefined ? name : floats(name));
  switch (call.kind) {
    case 'gather': {
      const { reads, writes, length } = { ...call, reads: step.batch! };
      const labels = memory.integers(writes.labels);
      gather(reads.examples, reads.indices, length, floats(writes.inputs), labels);
      return;
    }
    case 'dense': {
      const { reads, writes } = call;
      const [x, kernel] = [floats(reads.input), floats(reads.kernel)];
      const bias = optional(reads.bias);
      dense({ rows, ...call }, call.activation, x, kernel, bias, floats(writes.output));
      return;
    }
    case 'denseWeightGradient': {
      const { reads, writes } = call;
      const [x, dz] = [floats(reads.input), floats(reads.outputGradient)];
      const biasGradient = optional(writes.biasGradient);
      denseWeightGradient({ rows, ...call }, x, dz, floats(writes.kernelGradient), biasGradient);
      return;
    }
    case 'denseWeightUpdate': {
      const { reads, writes, features, units } = call;
      const { biasGradient, ...target } = writes;
      const [x, dz] = [floats(reads.input), floats(reads.outputGradient)];
      const gradient = memory.scratch(features * units);
      denseWeightGradient({ rows, ...call }, x, dz, gradient, optional(biasGradient));
      updateTarget(target, call.rule, gradient, memory, step);
      return;
    }
    case 'denseInputGradient': {
      const [kernel, dz] = [floats(call.reads.kernel), floats(call.reads.outputGradient)];
      denseInputGradient({ rows, ...call }, kernel, dz, floats(call.writes.inputGradient));
      return;
    }
    case 'conv2d': {
      const { reads, writes } = call;
      const [x, filter] = [floats(reads.input), floats(reads.filter)];
      const bias = optional(reads.bias);
      conv2d({ rows, ...call }, call.activation, x, filter, bias, floats(writes.output));
      return;
    }
    case 'conv2dFilterGradient': {
      const { reads, writes } = call;
      const [x, dz] = [floats(reads.input), floats(reads.outputGradient)];
      const biasGradient = optional(writes.biasGradient);
      conv2dFilterGradient({ rows, ...call }, x, dz, floats(writes.filterGradient), biasGradient);
      return;
    }
    case 'conv2dInputGradient': {
      const [filter, dz] = [floats(call.reads.filter), floats(call.reads.outputGradient)];
      conv2dInputGradient({ rows, ...call }, filter, dz, floats(call.writes.inputGradient));
      return;
    }
    case 'maxPooling2d': {
      maxPooling2d(call.geometry, rows, floats(call.reads.input), floats(call.writes.output));
      return;
    }
    case 'averagePooling2d': {
      averagePooling2d(call.geometry, rows, floats(call.reads.input), floats(call.writes.output));
      return;
    }
    case 'maxPooling2dGradient': {
      const [x, dy] = [floats(call.reads.input), floats(call.reads.outputGradient)];
      maxPooling2dGradient(call.geometry, rows, x, dy, floats(call.writes.inputGradient));
      return;
    }
    case 'averagePooling2dGradient': {
      const dy = floats(call.reads.outputGradient);
      averagePooling2dGradient(call.geometry, rows, dy, floats(call.writes.inputGradient));
      return;
    }
    case 'activation': {
      const [x, y] = [floats(call.reads.input), floats(call.writes.output)];
      activation(call.activation, rows * call.length, x, y);
      return;
    }
    case 'activationGradient': {
      const [y, dy] = [floats(call.reads.output), floats(call.reads.outputGradient)];
      const dx = floats(call.writes.inputGradient);
      activationGradient(call.activation, rows * call.length, y, dy, dx);
      return;
    }
    case 'dropout': {
      const { rate, layer } = call;
      const key = { rate, layer, seed: step.seed!, stepsDone: step.step! - 1 };
      const [x, y] = [floats(call.reads.input), floats(call.writes.output)];
      dropout(key, rows * call.length, x, y);
      return;
    }
    case 'softmax': {
      softmax(rows, call.classes, floats(call.reads.input), floats(call.writes.output));
      return;
    }
    case 'softmaxCrossEntropy': {
      const { classes, reads, writes } = call;
      const [logits, labels] = [floats(reads.logits), memory.integers(reads.labels)];
      softmaxCrossEntropy(rows, classes, logits, labels, memory.doubles(writes.totals));
      const gradient = optional(writes.logitsGradient);
      if (gradient === undefined) return;
      softmaxCrossEntropyGradient(rows, classes, logits, labels, gradient);
      return;
    }
    case 'sumOfSquares': {
      const { first, length } = call;
      const gradient = floats(call.reads.gradient);
      const partials = memory.doubles(call.writes.partials);
      sumOfSquares(gradient, partials.subarray(first, first + normBlocks(length)));
      return;
    }
    case 'clipByNorm': {
      clipByNorm(floats(call.writes.gradient), memory.doubles(call.reads.partials), call.limit);
      return;
    }
    case 'clipByValue': {
      clipByValue(floats(call.writes.gradient), call.limit);
      return;
    }
    case 'update': {
      updateTarget(call.writes, call.rule, floats(call.reads.gradient), memory, step);
      return;
    }
  }
}

function updateTarget(
  { parameter, ...slots }: UpdateTarget,
  rule: UpdateRule,
  gradient: Float32Array,
  memory: CpuMemory,
  step: PlanStep,
): void {
  update(
    rule,
    { learningRate: step.learningRate!, step: step.step! },
    {
      ...{ parameter: memory.floats(parameter), gradient },
      slots: Object.fromEntries(
        Object.entries(slots).map(([slot, name]) => [slot, memory.floats(name)]),
      ),
    },
  );
}
