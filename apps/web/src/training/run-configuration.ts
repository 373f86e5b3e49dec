import type { BackendName } from '@manabi/backends';
import type { ModelSpec } from '@manabi/models';
import type { TrainingSettings } from '@manabi/trainer';
import type { DataChoice } from './data-choice.js';

/** All that decides a run, as JSON. */
export interface RunConfiguration {
  readonly data: DataChoice;
  readonly spec: ModelSpec;
  /**
   * `seed` also draws the first weights. `logEvery` is the number of steps between two looks at the
   * run; without it, as many as keep the page informed at no noticeable cost.
   */
  readonly settings: TrainingSettings;
  /** Default `auto`. A backend that does not work here is replaced by the next one, with a reason. */
  readonly backend?: 'auto' | BackendName;
  /** Threads that may compute, where the page may have some. Default: as many as are useful. */
  readonly threads?: number;
  /** Steps between two snapshots of the weights, beside those of every epoch. Default: none. */
  readonly snapshotEvery?: number;
  /** What to call the run where it is stored; without a name it is not stored. */
  readonly name?: string;
}
