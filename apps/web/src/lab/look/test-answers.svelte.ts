/** @file How a network answers the whole test, as the look pane shows it: of the moment asked for last. */
import type { Examination } from '@manabi/trainer';
import { nextTask } from '../../lesson/next-task.js';
import { faultOf, type Fault } from '../../training/fault.js';
import { keepRecent } from '../../training/keep-recent.js';
import { latestOnly } from '../../training/latest-only.js';
import type { DataDescription } from '../../training/load-data.js';

/** All answers of one network. */
export interface Judged {
  readonly examination: Examination;
  /** [n] */
  readonly labels: Uint8Array;
  readonly data: DataDescription;
  /** Which network it was. */
  readonly of: string;
}

export class TestAnswers {
  judged: Judged | undefined = $state.raw();
  /** The same a task later each, so that the page has its turn between one chart and the next. */
  listed: Judged | undefined = $state.raw();
  tabled: Judged | undefined = $state.raw();
  judging = $state(false);
  /** Why the latest moment is not there. */
  fault: Fault | undefined = $state.raw();
  readonly #known: Map<string, Judged>;
  #request = 0;
  /** The request whose answer is on show. */
  #shown = 0;
  readonly #ask = latestOnly((judge: () => Promise<Judged>) => judge(), {
    // Figures move while the hand is on the scrubber.
    alsoOvertaken: true,
  });

  /** @param known - by moment, filled here, so that time can go back and forth. */
  constructor(known: Map<string, Judged>) {
    this.#known = known;
  }

  /**
   * @param moment - says which network is asked: the same for the same one.
   * @param isKept - whether it stays as it is; the present one may learn on.
   */
  async show(moment: string, isKept: boolean, judge: () => Promise<Judged>): Promise<void> {
    const mine = ++this.#request;
    this.fault = undefined;
    const known = this.#known.get(moment);
    this.judging = known === undefined;
    try {
      const judged = known ?? (await this.#ask(judge));
      if (judged === undefined) return;
      // One that was known at once is not replaced by one that was asked for before.
      if (mine < this.#shown) return;
      if (isKept) keepRecent(this.#known, moment, judged);
      await this.#take(judged, mine);
    } catch (error) {
      if (mine === this.#request) this.fault = faultOf(error);
    } finally {
      if (mine === this.#request) this.judging = false;
    }
  }

  /** What is still being asked is not wanted any more: it is of another run. */
  forget(): void {
    this.#shown = ++this.#request;
    this.#known.clear();
    this.judging = false;
    this.judged = this.listed = this.tabled = undefined;
    this.fault = undefined;
  }

  async #take(judged: Judged, mine: number): Promise<void> {
    this.#shown = mine;
    this.judged = judged;
    await nextTask();
    if (mine === this.#request) this.listed = judged;
    await nextTask();
    if (mine === this.#request) this.tabled = judged;
  }
}
