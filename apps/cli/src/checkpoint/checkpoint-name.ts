import type { TrainingCheckpoint } from '@manabi/trainer';

/** Where a checkpoint's folder says that it was taken. */
export interface CheckpointPlace {
  readonly name: string;
  readonly epoch: number;
  readonly step: number;
  readonly isStopped: boolean;
}

/** `epoch-2-step-0`: two epochs begun, none of the second's steps done. */
export function checkpointName({ position, ending }: TrainingCheckpoint): string {
  const { epoch, step } = position;
  return `epoch-${epoch}-step-${step}${ending === null ? '' : '-stopped'}`;
}

/** Null for a name that no checkpoint has. */
export function readCheckpointName(name: string): CheckpointPlace | null {
  const match = /^epoch-(\d+)-step-(\d+)(-stopped)?$/.exec(name);
  if (match === null) return null;
  const [, epoch, step, stopped] = match;
  return { name, epoch: Number(epoch), step: Number(step), isStopped: stopped !== undefined };
}

/** Oldest first. */
export function byPlace(a: CheckpointPlace, b: CheckpointPlace): number {
  return a.epoch - b.epoch || a.step - b.step || Number(a.isStopped) - Number(b.isStopped);
}
