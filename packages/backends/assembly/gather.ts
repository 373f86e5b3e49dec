import { shareStart } from './share';
import {
  stepChannels,
  stepIndices,
  stepInputs,
  stepInputsAreBytes,
  stepLabels,
  stepRows,
  stepScale,
} from './step';

/** Copies the batch's examples and normalises them, `x * scale[k] - offset[k]`; threads share rows. */
export function gather(
  inputs: usize,
  labels: usize,
  length: i32,
  step: usize,
  thread: i32,
  threads: i32,
): void {
  const rows = stepRows(step);
  const channels = stepChannels(step);
  const scale = stepScale(step);
  const offset = scale + <usize>channels * 4;
  const end = shareStart(rows, 1, thread + 1, threads);
  for (let row = shareStart(rows, 1, thread, threads); row < end; row++) {
    const index = load<u32>(stepIndices(step) + <usize>row * 4);
    const label = load<u8>(stepLabels(step) + <usize>index);
    store<i32>(labels + <usize>row * 4, label);
    const to = inputs + <usize>(row * length) * 4;
    const from = <usize>index * <usize>length;
    if (!stepInputsAreBytes(step)) {
      const source = stepInputs(step) + from * 4;
      for (let i = 0; i < length; i++) {
        const k = <usize>(i % channels) * 4;
        const value = load<f32>(source + <usize>i * 4);
        store<f32>(to + <usize>i * 4, value * load<f32>(scale + k) - load<f32>(offset + k));
      }
    } else if (channels == 1) {
      scaleBytes(stepInputs(step) + from, to, length, load<f32>(scale), load<f32>(offset));
    } else {
      const source = stepInputs(step) + from;
      for (let i = 0; i < length; i++) {
        const k = <usize>(i % channels) * 4;
        const value = <f32>load<u8>(source + <usize>i);
        store<f32>(to + <usize>i * 4, value * load<f32>(scale + k) - load<f32>(offset + k));
      }
    }
  }
}

/** `to[i] = from[i] * scale - offset` of bytes, four at a time. */
function scaleBytes(from: usize, to: usize, length: i32, scale: f32, offset: f32): void {
  const factor = f32x4.splat(scale);
  const subtracted = f32x4.splat(offset);
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    const bytes = v128.load32_zero(from + <usize>i);
    const words = u32x4Extend(bytes);
    const value = f32x4.mul(f32x4.convert_i32x4_u(words), factor);
    v128.store(to + <usize>i * 4, f32x4.sub(value, subtracted));
  }
  for (; i < length; i++) {
    store<f32>(to + <usize>i * 4, <f32>load<u8>(from + <usize>i) * scale - offset);
  }
}

/** The lowest four bytes as four 32-bit numbers. */
function u32x4Extend(bytes: v128): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes));
}
