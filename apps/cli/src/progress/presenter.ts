import type { TrainingEvent } from '@manabi/trainer';

/** Shows a training run while it goes on: a consumer of its events. */
export type Presenter = (event: TrainingEvent) => void;

/** Shows nothing until the run is over. */
export const silent: Presenter = () => undefined;
