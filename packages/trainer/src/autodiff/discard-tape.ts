import { engine } from '@tensorflow/tfjs-core';

/**
 * Frees what tfjs saved for a backward pass that never ended. tfjs keeps the inputs of each
 * operation outside every `tidy` until the backward pass is done; when an operation throws on the
 * way, they would stay for ever. Call it where a gradient computation failed.
 */
export function discardTape(): void {
  const { state } = engine();
  // null outside a gradient computation, though tfjs' types do not say so.
  const tape = state.activeTape as typeof state.activeTape | null;
  for (const node of tape ?? []) {
    for (const tensor of node.saved ?? []) tensor.dispose();
  }
  state.activeTape = null as unknown as typeof state.activeTape;
}
