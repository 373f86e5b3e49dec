import type { DrawingSet } from './drawing-set.js';

/** How many changes can be taken back. */
const mostSteps = 100;

/** Drawings that are not a data set yet, and every step back. */
export class DrawingDraft {
  set: DrawingSet = $state.raw([]);
  name = $state('');
  #past: readonly DrawingSet[] = $state.raw([]);
  #kind: string | undefined;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Other drawings; there is no way back to those before. */
  begin(set: DrawingSet, name = ''): void {
    this.set = set;
    this.name = name;
    this.#past = [];
  }

  /** @param kind - changes of one kind in a row, such as letters of a name, are one step. */
  change(next: DrawingSet, kind?: string): void {
    if (kind === undefined || kind !== this.#kind) {
      this.#past = [...this.#past, this.set].slice(-mostSteps);
    }
    this.#kind = kind;
    this.set = next;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#kind = undefined;
    this.set = before;
  }
}
