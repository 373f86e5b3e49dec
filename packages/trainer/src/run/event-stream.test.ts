import { mlp } from '@manabi/models';
import { expect, it } from 'vitest';
import type { RunControl } from '../callbacks/callback.js';
import type { Engine } from '../engine/engine.js';
import type { TrainingEvent } from '../events.js';
import { createEventStream } from './event-stream.js';
import { createRunState } from './run-state.js';

const epochStart: TrainingEvent = { type: 'epochStart', epoch: 1, learningRate: 0.1 };

it('sends no checkpoint whose weights arrive after the run is over', async () => {
  let deliver: (weights: Record<string, Float32Array>) => void = () => undefined;
  const engine = {
    readWeights: () => new Promise((resolve) => (deliver = resolve)),
  } as Partial<Engine> as Engine;
  let control: RunControl | undefined;
  const stream = createEventStream(
    engine,
    mlp({ inputShape: [2], classes: 2 }),
    createRunState(undefined),
    [
      (_, given) => {
        control = given;
      },
    ],
  );
  const sent: string[] = [];
  const send = async () => {
    for await (const event of stream.emit(epochStart)) sent.push(event.type);
  };
  await send();
  const late = control!.checkpoint('nobody waits for it');
  stream.close();
  deliver({});
  await expect(late).rejects.toMatchObject({ code: 'run-over' });
  await send();
  expect(sent).toEqual(['epochStart', 'epochStart']);
});
