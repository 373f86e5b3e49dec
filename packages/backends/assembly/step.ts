/**
 * @file What a run is given besides the plan, as the host writes it into memory (`encode-step.ts`).
 */

export function stepRows(step: usize): i32 {
  return load<i32>(step);
}

export function stepLearningRate(step: usize): f32 {
  return load<f32>(step, 4);
}

/** Optimiser steps including this one, from 1. */
export function stepNumber(step: usize): i32 {
  return load<i32>(step, 8);
}

export function stepSeed(step: usize): i32 {
  return load<i32>(step, 12);
}

/** Which examples the batch takes, [rows] uint32. */
export function stepIndices(step: usize): usize {
  return load<usize>(step, 16);
}

/** The examples' numbers, [n, length]. */
export function stepInputs(step: usize): usize {
  return load<usize>(step, 20);
}

/** Whether the examples' numbers are bytes; otherwise float32. */
export function stepInputsAreBytes(step: usize): bool {
  return load<i32>(step, 24) != 0;
}

/** [n] bytes. */
export function stepLabels(step: usize): usize {
  return load<usize>(step, 28);
}

/** [channels] float32: factors, then as many numbers to subtract. */
export function stepScale(step: usize): usize {
  return load<usize>(step, 32);
}

export function stepChannels(step: usize): i32 {
  return load<i32>(step, 36);
}
