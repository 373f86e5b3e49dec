/** @file What the host calls. */
export { peak } from './peak';
export { useTileHeight } from './panel-rows';
export { run, scratchBytes } from './run';
export { lead, release, serve } from './threads';
export { tileTrial, tileTrialBytes, tileTrialOperations } from './tile-trial';

// Exported, so that it is not merged into its only caller.
export { adam } from './update';
