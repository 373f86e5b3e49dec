import * as z from 'zod/mini';
import type { ResolvedTrainingSettings } from '../settings/training-settings.js';
import {
  boolean,
  count,
  engineName,
  list,
  modelSpec,
  nullable,
  number,
  object,
  recordedEpoch,
  settings,
  text,
} from '../record/json-parts.js';

export const checkpointFormat = 'manabi-checkpoint/1';

const totals = object({ samples: count, loss: number, correct: number });

/** The JSON of a checkpoint; the arrays lie beside it. */
export const checkpointSchema = object({
  format: z.literal(checkpointFormat, checkpointFormat),
  spec: modelSpec,
  settings: settings as unknown as z.ZodMiniType<ResolvedTrainingSettings>,
  backend: text,
  engine: engineName,
  trainSize: count,
  position: object({
    epoch: count,
    step: count,
    stepsRead: count,
    read: totals,
    epochDurationMs: number,
    samples: count,
    trainDurationMs: number,
    durationMs: number,
  }),
  history: list(recordedEpoch),
  bestEpoch: count,
  ending: nullable(object({ outcome: z.literal('stopped', 'stopped'), reason: nullable(text) })),
  learningRate: number,
  optimizerStep: count,
  unread: totals,
  callbacks: list(
    object({ values: z.record(text, nullable(number), 'an object'), hasModel: boolean }),
  ),
  arrays: list(z.tuple([text, count], 'a name and a length')),
});
