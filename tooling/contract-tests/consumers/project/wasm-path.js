/** In Node tfjs finds its wasm file itself. */
export const wasmPath = undefined;
