import type { TrainingEvent } from '../events.js';
import type { Callback } from './callback.js';

/**
 * An event as one line of JSON, without a line break. Models, megabytes of numbers, stay out; NaN and
 * infinities become null, as JSON has none.
 */
export function eventJson(event: TrainingEvent): string {
  return JSON.stringify('model' in event ? { ...event, model: undefined } : event);
}

/**
 * A callback that writes every event as a line of JSON (NDJSON), without the models.
 *
 * @param write - takes a whole line, line break included.
 */
export function ndjsonLog(write: (line: string) => void | Promise<void>): Callback {
  return (event) => write(`${eventJson(event)}\n`);
}
