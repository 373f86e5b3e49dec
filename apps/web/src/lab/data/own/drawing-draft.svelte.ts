import type { DrawingSet } from './drawing-set.js';

/** How many changes can be taken back. */
const mostSteps = 100;

interface Step {
  readonly set: DrawingSet;
  /** Where the step changed the name too. */
  readonly name?: string;
}

/** Drawings that are not a data set yet, and every step back. */
export class DrawingDraft {
  set: DrawingSet = $state.raw([]);
  name = $state('');
  #past: readonly Step[] = $state.raw([]);
  #kind: string | undefined;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Other drawings; there is no way back to those before. */
  begin(set: DrawingSet): void {
    this.set = set;
    this.name = '';
    this.#past = [];
    this.#kind = undefined;
  }

  /** Other drawings under another name; those before come back with theirs. */
  replace(set: DrawingSet, name: string): void {
    this.#remember({ set: this.set, name: this.name });
    this.#kind = undefined;
    this.set = set;
    this.name = name;
  }

  /** @param kind - changes of one kind in a row, such as letters of a name, are one step. */
  change(next: DrawingSet, kind?: string): void {
    if (kind === undefined || kind !== this.#kind) this.#remember({ set: this.set });
    this.#kind = kind;
    this.set = next;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#kind = undefined;
    this.set = before.set;
    this.name = before.name ?? this.name;
  }

  #remember(step: Step): void {
    // Before anything was begun there is nothing to come back to.
    if (step.set.length > 0) this.#past = [...this.#past, step].slice(-mostSteps);
  }
}
