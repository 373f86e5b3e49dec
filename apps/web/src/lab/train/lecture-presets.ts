/** @file The lecture's trainings, as settings of the lab. */
import type { ViewValues } from '../../address/view-state.svelte.js';
import { choiceOf } from '../../training/known-data.js';
import type { labSchema } from '../state.js';

type LabValues = ViewValues<typeof labSchema>;

/** The rest stays as the reader has it. */
type LecturePreset = Pick<LabValues, 'd' | 'n' | 'epochs' | 'batch' | 'opt' | 'lr' | 'val'>;

const adam = { opt: 'adam', lr: 0.001, val: 0.1 } as const;

export const lecturePresets = {
  mlpMnist: { d: choiceOf('mnist'), n: { preset: 'mlp' }, epochs: 20, batch: 32, ...adam },
  mlpFashion: {
    d: choiceOf('fashion-mnist'),
    n: { preset: 'mlp' },
    epochs: 10,
    batch: 32,
    ...adam,
  },
  cnnMnist: { d: choiceOf('mnist'), n: { preset: 'cnn' }, epochs: 12, batch: 128, ...adam },
  tinyVgg: {
    d: choiceOf('fashion-mnist'),
    n: { preset: 'tinyvgg' },
    epochs: 10,
    batch: 32,
    ...adam,
  },
} as const satisfies Record<string, LecturePreset>;

export type LecturePresetName = keyof typeof lecturePresets;

export const lecturePresetNames = Object.keys(lecturePresets) as LecturePresetName[];
