/** @file Trains, judges and answers, away from the page's own thread. */
import wasmPath from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { expose } from 'comlink';
import { carryFaults } from './comlink-faults.js';
import { WorkbenchHost } from './workbench-host.js';

carryFaults();
// The page names the folder: a worker only knows where its own script lies.
const dataFolder = new URLSearchParams(self.name).get('data') ?? 'data/';
expose(new WorkbenchHost({ dataFolder, wasmPath }));
