import { batches } from '@manabi/datasets';
import type { Examples } from '../data/training-data.js';
import { evaluationBatchSize } from '../inference/evaluation-batch-size.js';
import type { RunContext } from './run-context.js';

/**
 * Judges the model as it is on the device.
 *
 * @returns mean cross-entropy in nats and share of right answers; null after an abort.
 */
export async function evaluateExamples(
  { engine, state, pacer }: RunContext,
  { dataset, indices }: Examples,
): Promise<{ readonly loss: number; readonly accuracy: number } | null> {
  // A run that was stopped between two log intervals left training losses unread.
  await engine.readTotals();
  for (const batch of batches(indices, evaluationBatchSize)) {
    if (state.ending()?.outcome === 'aborted') return null;
    engine.evaluateBatch(dataset, batch);
    if (pacer.isDue) await pacer.pause();
  }
  const { samples, loss, correct } = await engine.readTotals();
  return { loss: loss / samples, accuracy: correct / samples };
}
