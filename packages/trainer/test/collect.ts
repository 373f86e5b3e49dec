import type { RunEndEvent, TrainingEvent } from '@manabi/trainer';

/** Every event of a run. */
export async function collect(run: AsyncIterable<TrainingEvent>): Promise<TrainingEvent[]> {
  const events: TrainingEvent[] = [];
  for await (const event of run) events.push(event);
  return events;
}

/** The events of one type, in order. */
export function ofType<Type extends TrainingEvent['type']>(
  events: readonly TrainingEvent[],
  type: Type,
): Extract<TrainingEvent, { type: Type }>[] {
  return events.filter(
    (event): event is Extract<TrainingEvent, { type: Type }> => event.type === type,
  );
}

/** The last event of a run. */
export async function outcome(run: AsyncIterable<TrainingEvent>): Promise<RunEndEvent> {
  const last = (await collect(run)).at(-1);
  if (last?.type !== 'runEnd') throw new Error('the run did not end with runEnd');
  return last;
}
