/** @file What the host calls. */
export { run, scratchBytes } from './run';
export { lead, release, serve } from './threads';
