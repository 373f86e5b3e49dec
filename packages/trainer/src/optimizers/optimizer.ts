import type { Tensor } from '@tensorflow/tfjs-core';

/** What a rule remembers about one parameter, by slot: Adam has `m` and `v`, plain SGD nothing. */
export type Slots = Readonly<Record<string, Tensor>>;

/** The numbers of one step that change from step to step. */
export interface StepSettings {
  readonly learningRate: number;
  /** Optimiser steps including this one, from 1. */
  readonly step: number;
}

/**
 * How a gradient changes a parameter: two pure functions and no state (the shape of optax). All
 * tensors are float32 and have the parameter's shape; nothing given is disposed, what is returned
 * is new and the caller's to dispose. Call `update` inside `tidy`: it leaves intermediates behind.
 */
export interface Optimizer {
  /** The slots before the first step. */
  init(parameter: Tensor): Slots;
  update(
    gradient: Tensor,
    slots: Slots,
    parameter: Tensor,
    settings: StepSettings,
  ): { readonly parameter: Tensor; readonly slots: Slots };
}
