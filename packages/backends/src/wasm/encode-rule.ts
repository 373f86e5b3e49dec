import type { UpdateRule, UpdateTarget } from '../plan/kernel-call.js';
import type { AddressOf } from './encode-call.js';
import * as codes from './update-rule-code.js';

/** A rule, the parameter that it changes and its slots, as `assembly/update.ts` reads them. */
export function encodeRule(
  { writes, rule }: { readonly writes: UpdateTarget; readonly rule: UpdateRule },
  addressOf: AddressOf,
): number[] {
  const { velocity, meanSquare, m, v } = writes;
  const address = (buffer: string | undefined) => (buffer === undefined ? 0 : addressOf(buffer));
  const slots = [address(velocity ?? meanSquare ?? m), address(v)];
  return [codes[rule.type], addressOf(writes.parameter), ...slots, ...doubles(constants(rule))];
}

/** Three numbers, as many as the rule with the most of them has. */
function constants(rule: UpdateRule): readonly [number, number, number] {
  switch (rule.type) {
    case 'sgd':
      return [0, 0, 0];
    case 'momentum':
      return [rule.momentum, 0, 0];
    case 'rmsprop':
      return [rule.rho, rule.epsilon, 0];
    case 'adam':
      return [rule.beta1, rule.beta2, rule.epsilon];
  }
}

/** The bits of float64 numbers, two words each. */
export function doubles(values: readonly number[]): number[] {
  return [...new Int32Array(Float64Array.from(values).buffer)];
}
