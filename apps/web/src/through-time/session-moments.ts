/** @file The moments of a run that a training worker holds. */
import type { TrainingSession } from '../training/training-session.svelte.js';
import type { RunStatus } from '../training/run-status.js';
import type { Network } from '../training/model-queries.js';
import type { ExampleChoice, ModelChoice } from '../training/workbench.js';
import type { FirstMaps, MomentSource } from './moments.svelte.js';

/** Those that are kept; the last is the present, also where a run holds within an epoch. */
export function momentsOf({ snapshots, position, phase }: RunStatus): readonly number[] {
  const { epoch, step, stepsPerEpoch } = position;
  const now = epoch + (stepsPerEpoch === 0 ? 0 : step / stepsPerEpoch);
  const isHeld = phase === 'paused' || phase === 'ended';
  return isHeld && now > (snapshots.at(-1) ?? 0) ? [...snapshots, now] : snapshots;
}

/** Which weights a moment is, to be asked for; a moment that is not kept is the present. */
export function weightsAt({ snapshots }: RunStatus, epoch: number): ModelChoice {
  return snapshots.includes(epoch) ? { at: epoch } : {};
}

/** Differs where a moment's network does, also after a rewind. */
export function momentKey({ run, history }: RunStatus, epoch: number): string {
  return `${run} ${epoch} ${history[Math.ceil(epoch) - 1]?.loss ?? ''}`;
}

/** @param example - whose feature maps are shown; undefined for none. */
export function sessionSource(
  session: TrainingSession,
  example: ExampleChoice | undefined,
): MomentSource {
  return {
    async judge(epoch) {
      const choice = weightsAt(session.status, epoch);
      const { accuracy, loss, confusionMatrix } = await session.bench.examine('test', choice);
      return { accuracy, loss, confusionMatrix };
    },
    async network(epoch) {
      const choice = weightsAt(session.status, epoch);
      const [network, maps] = await Promise.all([
        firstNetwork(session, choice),
        example === undefined ? undefined : firstMaps(session, example, choice),
      ]);
      return { network, maps };
    },
  };
}

/** With the weights of the first layer that has some: no others are shown. */
async function firstNetwork({ bench }: TrainingSession, choice: ModelChoice): Promise<Network> {
  const { resolved } = await bench.network(choice, []);
  const first = resolved.layers.find(({ weights }) => weights.length > 0);
  return bench.network(choice, first === undefined ? [] : [first.name]);
}

/** Of the first layer that gives maps. */
async function firstMaps(
  { bench }: TrainingSession,
  example: ExampleChoice,
  choice: ModelChoice,
): Promise<FirstMaps | undefined> {
  const { layers } = await bench.activations(example, choice);
  const first = layers.find(({ shape }) => shape.length === 3);
  return first && { layer: first.layer, shape: first.shape, values: first.output };
}
