/**
 * @file Runs an encoded plan. A call is a row of 32-bit words: opcode, number of words, whether the
 * threads have to wait for each other before it, then what its kernel takes, in the order in which
 * `src/wasm/encode-call.ts` writes it. Every thread runs the same calls, each its share.
 */
import * as opcode from '../src/wasm/opcode';
import { activation, activationGradient } from './activation';
import { barrier } from './barrier';
import { clipByNorm, clipByValue, sumOfSquares } from './clip';
import { conv2d, conv2dScratchBytes } from './conv2d';
import { conv2dFilterGradient, conv2dFilterGradientScratchBytes } from './conv2d-filter-gradient';
import { conv2dInputGradient, conv2dInputGradientScratchBytes } from './conv2d-input-gradient';
import {
  conv2dFilterGradientWinograd,
  conv2dInputGradientWinograd,
  conv2dWinograd,
  winogradScratchBytes,
} from './conv2d-winograd';
import { dense, denseScratchBytes } from './dense';
import { denseInputGradient, denseInputGradientScratchBytes } from './dense-input-gradient';
import { denseWeightGradient, denseWeightGradientScratchBytes } from './dense-weight-gradient';
import { dropout } from './dropout';
import { gather } from './gather';
import { pooling2d } from './pooling2d';
import { softmax, softmaxCrossEntropy, softmaxScratchBytes } from './softmax';
import { stepNumber, stepRows, stepSeed } from './step';
import { preparedBytes, updateAll } from './update';

const headWords: usize = 3;

/** Word `index` of a call's own words. */
function word(call: usize, index: usize): i32 {
  return load<i32>(call + (headWords + index) * 4);
}

/** A word that is an address. */
function address(call: usize, index: usize): usize {
  return <usize>word(call, index);
}

/** Where a call's own words go on from `index`. */
function rest(call: usize, index: usize): usize {
  return call + (headWords + index) * 4;
}

/**
 * Runs the calls from `program` to `end`, as thread `thread` of `threads`.
 *
 * @param step - see `step.ts`.
 * @param scratch - as many bytes as `scratchBytes` says, for this thread alone.
 * @param meeting - see `barrier.ts`.
 */
export function run(
  program: usize,
  end: usize,
  step: usize,
  scratch: usize,
  thread: i32,
  threads: i32,
  meeting: usize,
): void {
  for (let call = program; call < end; call += <usize>load<i32>(call, 4) * 4) {
    if (load<i32>(call, 8) != 0) barrier(meeting, threads);
    runCall(call, step, scratch, thread, threads);
  }
}

function runCall(call: usize, step: usize, scratch: usize, thread: i32, threads: i32): void {
  const rows = stepRows(step);
  const p0 = address(call, 0);
  const p1 = address(call, 1);
  const p2 = address(call, 2);
  const p3 = address(call, 3);
  const n2 = word(call, 2);
  const n3 = word(call, 3);
  const n4 = word(call, 4);
  const n5 = word(call, 5);
  switch (load<i32>(call)) {
    case opcode.gather:
      return gather(p0, p1, n2, step, thread, threads);
    case opcode.dense: {
      const relu = word(call, 6) != 0;
      return dense(p0, p1, p2, p3, rows, n4, n5, relu, scratch, thread, threads);
    }
    case opcode.denseWeightGradient:
      return denseWeightGradient(p0, p1, p2, p3, rows, n4, n5, 0, step, scratch, thread, threads);
    case opcode.denseWeightUpdate: {
      const rule = rest(call, 5);
      return denseWeightGradient(p0, p1, 0, p2, rows, n3, n4, rule, step, scratch, thread, threads);
    }
    case opcode.denseInputGradient:
      return denseInputGradient(p0, p1, p2, rows, n3, n4, scratch, thread, threads);
    case opcode.conv2d: {
      const window = rest(call, 6);
      return conv2d(p0, p1, p2, p3, rows, window, n4, n5 != 0, scratch, thread, threads);
    }
    case opcode.conv2dFilterGradient: {
      const window = rest(call, 5);
      return conv2dFilterGradient(p0, p1, p2, p3, rows, window, n4, scratch, thread, threads);
    }
    case opcode.conv2dInputGradient: {
      const window = rest(call, 4);
      return conv2dInputGradient(p0, p1, p2, rows, window, n3, scratch, thread, threads);
    }
    case opcode.conv2dWinograd: {
      const window = rest(call, 6);
      return conv2dWinograd(p0, p1, p2, p3, rows, window, n4, n5 != 0, scratch, thread, threads);
    }
    case opcode.conv2dFilterGradientWinograd: {
      const window = rest(call, 5);
      return conv2dFilterGradientWinograd(
        p0,
        p1,
        p2,
        p3,
        rows,
        window,
        n4,
        scratch,
        thread,
        threads,
      );
    }
    case opcode.conv2dInputGradientWinograd: {
      const window = rest(call, 4);
      return conv2dInputGradientWinograd(p0, p1, p2, rows, window, n3, scratch, thread, threads);
    }
    case opcode.pooling2d:
      return pooling2d(word(call, 0), p1, p2, p3, rows, rest(call, 4), thread, threads);
    case opcode.activation:
      return activation(word(call, 0), p1, p2, rows * n3, thread, threads);
    case opcode.activationGradient:
      return activationGradient(word(call, 0), p1, p2, p3, rows * n4, thread, threads);
    case opcode.dropout: {
      const scale = load<f32>(rest(call, 4));
      const done = stepNumber(step) - 1;
      return dropout(p0, p1, rows * n2, n3, scale, stepSeed(step), done, n5, thread, threads);
    }
    case opcode.softmax:
      return softmax(p0, p1, rows, n2, thread, threads);
    case opcode.softmaxCrossEntropy:
      if (thread == 0) softmaxCrossEntropy(p0, p1, p2, p3, rows, n4, scratch);
      return;
    case opcode.sumOfSquares:
      return sumOfSquares(p0, p1, n2, thread, threads);
    case opcode.clipByNorm:
      return clipByNorm(p0, p1, n2, n3, load<f64>(rest(call, 4)), thread, threads);
    case opcode.clipByValue:
      return clipByValue(p0, word(call, 1), load<f64>(rest(call, 2)), thread, threads);
    case opcode.update:
      return updateAll(p0, word(call, 1), rest(call, 2), step, scratch, thread, threads);
    default:
      unreachable();
  }
}

/** Most bytes of scratch that any call from `program` to `end` needs, for each thread. */
export function scratchBytes(program: usize, end: usize, rows: i32): usize {
  let most: usize = 0;
  for (let call = program; call < end; call += <usize>load<i32>(call, 4) * 4) {
    most = max(most, callScratchBytes(call, rows));
  }
  return most;
}

function callScratchBytes(call: usize, rows: i32): usize {
  switch (load<i32>(call)) {
    case opcode.dense:
      return denseScratchBytes(rows, word(call, 4), word(call, 5));
    case opcode.denseWeightGradient:
      return denseWeightGradientScratchBytes(rows, word(call, 5));
    case opcode.denseWeightUpdate:
      return denseWeightGradientScratchBytes(rows, word(call, 4));
    case opcode.denseInputGradient:
      return denseInputGradientScratchBytes(rows, word(call, 3), word(call, 4));
    case opcode.update:
      return preparedBytes;
    case opcode.conv2d:
      return conv2dScratchBytes(rest(call, 6), word(call, 4));
    case opcode.conv2dFilterGradient:
      return conv2dFilterGradientScratchBytes(rest(call, 5));
    case opcode.conv2dInputGradient:
      return conv2dInputGradientScratchBytes(rest(call, 4), word(call, 3));
    case opcode.conv2dWinograd:
      return winogradScratchBytes(rest(call, 6), word(call, 4));
    case opcode.conv2dFilterGradientWinograd:
      return winogradScratchBytes(rest(call, 5), word(call, 4));
    case opcode.conv2dInputGradientWinograd:
      return winogradScratchBytes(rest(call, 4), word(call, 3));
    case opcode.softmaxCrossEntropy:
      return softmaxScratchBytes(word(call, 4));
    default:
      return 0;
  }
}
