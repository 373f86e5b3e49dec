/** The tfjs backends this package knows, in the order in which `auto` prefers them. */
export const backendNames = ['webgpu', 'wasm', 'cpu'] as const;

/** `webgpu`: the graphics card. `wasm`: SIMD on the processor. `cpu`: plain JavaScript. */
export type BackendName = (typeof backendNames)[number];
