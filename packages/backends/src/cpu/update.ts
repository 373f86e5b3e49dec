import type { UpdateRule } from '../plan/kernel-call.js';

/** What an optimiser's step needs beside gradients: where the run stands. */
export interface UpdateStep {
  readonly learningRate: number;
  /** Optimiser steps including this one, from 1. */
  readonly step: number;
}

/** What the rules remember: momentum `velocity`, RMSprop `meanSquare`, Adam `m` and `v`. */
export type UpdateSlots = Readonly<
  Partial<Record<'velocity' | 'meanSquare' | 'm' | 'v', Float32Array>>
>;

/** A parameter p, its gradient g and what the rule remembers of it; all of one length. */
export interface UpdateArrays {
  readonly parameter: Float32Array;
  readonly gradient: Float32Array;
  /** Those of the rule. */
  readonly slots: UpdateSlots;
}

/** One optimiser step: changes the parameter and its slots. */
export function update(
  rule: UpdateRule,
  { learningRate, step }: UpdateStep,
  on: UpdateArrays,
): void {
  switch (rule.type) {
    case 'sgd': {
      sgd(on, learningRate);
      return;
    }
    case 'momentum': {
      momentum(on, learningRate, rule.momentum);
      return;
    }
    case 'rmsprop': {
      rmsprop(on, learningRate, rule);
      return;
    }
    case 'adam': {
      adam(on, learningRate, rule, step);
      return;
    }
  }
}

/** `p <- p - lr g` (Goodfellow et al. 2016, algorithm 8.1). */
function sgd({ parameter: p, gradient: g }: UpdateArrays, learningRate: number): void {
  for (let i = 0; i < p.length; i++) p[i]! -= learningRate * g[i]!;
}

/** `v <- mu v + g`, `p <- p - lr v` (classical momentum; Sutskever et al. 2013). */
function momentum(
  { parameter: p, gradient: g, slots }: UpdateArrays,
  lr: number,
  mu: number,
): void {
  const v = slots.velocity!;
  for (let i = 0; i < p.length; i++) {
    v[i] = mu * v[i]! + g[i]!;
    p[i]! -= lr * v[i]!;
  }
}

/** `s <- rho s + (1 - rho) g^2`, `p <- p - lr g / sqrt(s + epsilon)` (Hinton 2012, lecture 6e). */
function rmsprop(
  { parameter: p, gradient: g, slots }: UpdateArrays,
  lr: number,
  { rho, epsilon }: Extract<UpdateRule, { type: 'rmsprop' }>,
): void {
  const s = slots.meanSquare!;
  for (let i = 0; i < p.length; i++) {
    s[i] = rho * s[i]! + (1 - rho) * g[i]! * g[i]!;
    p[i]! -= (lr * g[i]!) / Math.sqrt(s[i]! + epsilon);
  }
}

/**
 * `m <- beta1 m + (1 - beta1) g`, `v <- beta2 v + (1 - beta2) g^2`,
 * `p <- p - lr (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)`
 * (Kingma and Ba 2015, algorithm 1), t counting steps from 1.
 */
function adam(
  { parameter: p, gradient: g, slots }: UpdateArrays,
  lr: number,
  { beta1, beta2, epsilon }: Extract<UpdateRule, { type: 'adam' }>,
  step: number,
): void {
  const m = slots.m!;
  const v = slots.v!;
  const mCorrection = 1 - beta1 ** step;
  const vCorrection = 1 - beta2 ** step;
  for (let i = 0; i < p.length; i++) {
    m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
    v[i] = beta2 * v[i]! + (1 - beta2) * g[i]! * g[i]!;
    p[i]! -= (lr * (m[i]! / mCorrection)) / (Math.sqrt(v[i]! / vCorrection) + epsilon);
  }
}
