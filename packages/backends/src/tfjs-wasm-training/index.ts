/**
 * @file Importing this file completes tfjs' wasm backend for training: it registers the kernels
 * that tfjs lacks there and replaces those that are wrong or slow.
 */
import { registerWasmTrainingKernels } from './register.js';

registerWasmTrainingKernels();

export { registerWasmTrainingKernels };
