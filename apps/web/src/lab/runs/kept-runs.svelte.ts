import { listRuns } from '../../runs/run-store.js';
import type { StoredRun } from '../../runs/stored-run.js';
import type { Lab } from '../lab.svelte.js';

/** The runs that this browser keeps, as a pane sees them. */
export class KeptRuns {
  /** The latest first; undefined until they were read. */
  all: readonly StoredRun[] | undefined = $state.raw();
  /** Whether the browser keeps nothing. */
  refused = $state(false);

  find(id: string): StoredRun | undefined {
    return this.all?.find((run) => run.id === id);
  }

  async refresh(): Promise<void> {
    try {
      this.all = await listRuns();
      this.refused = false;
    } catch {
      this.refused = true;
    }
  }
}

/** Read again whenever the open run may have been stored. Called while a component is set up. */
export function keptRuns(lab: Lab): KeptRuns {
  const { session } = lab;
  const runs = new KeptRuns();
  const moment = $derived(
    [
      lab.runChanges,
      session.status.stored?.id,
      session.status.phase,
      session.status.history.length,
    ].join(' '),
  );
  $effect(() => {
    if (moment !== '') void runs.refresh();
  });
  return runs;
}
