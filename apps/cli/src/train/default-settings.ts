import type { TrainingSettings } from '@manabi/trainer';

/** Settings of a run with nothing left open that its first lines say. */
export type RunSettings = TrainingSettings &
  Required<Pick<TrainingSettings, 'epochs' | 'batchSize' | 'optimizer' | 'seed'>>;

/** Fewer examples than this are gone through in smaller batches. */
const fewExamples = 1000;

/** Adam at its default rate learns little in fewer steps. */
const fewestSteps = 1500;

/**
 * Settings for as much data as there is: 5 epochs of batches of 32, as for tens of thousands of
 * images; for a small set smaller batches, and as many epochs as 1,500 steps need.
 *
 * @param trainSize - examples to learn from, at least 1.
 * @param asked - what the options say; it counts before anything else.
 */
export function settingsFor(
  trainSize: number,
  asked: { readonly epochs?: number; readonly batchSize?: number },
): { readonly epochs: number; readonly batchSize: number } {
  const batchSize = asked.batchSize ?? (trainSize < fewExamples ? 8 : 32);
  const stepsPerEpoch = Math.ceil(trainSize / batchSize);
  const epochs = asked.epochs ?? Math.max(5, Math.ceil(fewestSteps / stepsPerEpoch));
  return { epochs, batchSize };
}
