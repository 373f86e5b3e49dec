/** @file What the host calls. */
export { peak } from './peak';
export { run, scratchBytes } from './run';
export { lead, release, serve } from './threads';

// Exported, so that it is not merged into its only caller.
export { adam } from './update';
