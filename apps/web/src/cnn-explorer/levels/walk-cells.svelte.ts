/** @file A window that goes over a map cell by cell: by itself, by pointer, by key. */
import { prefersReducedMotion } from '../../design/reduced-motion.svelte.js';
import type { ExplorerView } from '../state.js';

/** Milliseconds on a cell. */
const cellMs = 250;

export interface CellWalk {
  /** Reactive. */
  readonly row: number;
  readonly column: number;
  readonly index: number;
  readonly count: number;
  readonly playing: boolean;
  /** Whether there is an animation at all: not for readers who want less motion. */
  readonly canPlay: boolean;
  toggle(): void;
  readonly goTo: (row: number, column: number) => void;
  /** The pointer or the keyboard is in the picture: the animation waits. */
  hold(held: boolean): void;
  next(by: number): void;
}

/**
 * Call it while a component is set up. Where the reader went is kept in the address; where the
 * animation is, is not.
 */
export function walkCells(
  values: () => ExplorerView['values'],
  size: () => { readonly rows: number; readonly columns: number },
): CellWalk {
  let playing = $state(false);
  let held = $state(false);
  let animated: number | undefined = $state();
  const columns = $derived(size().columns);
  const count = $derived(size().rows * columns);
  const chosen = $derived.by(() => {
    const [row = 0, column = 0] = values().at;
    return Math.min(row, size().rows - 1) * columns + Math.min(column, columns - 1);
  });
  const index = $derived(Math.min(animated ?? chosen, count - 1));
  const walking = $derived(playing && !held);

  $effect(() => {
    if (!walking) return;
    const timer = setInterval(() => (animated = (index + 1) % count), cellMs);
    return () => clearInterval(timer);
  });

  function choose(next: number) {
    values().at = [Math.floor(next / columns), next % columns];
  }

  return {
    get row() {
      return Math.floor(index / columns);
    },
    get column() {
      return index % columns;
    },
    get index() {
      return index;
    },
    get count() {
      return count;
    },
    get playing() {
      return playing;
    },
    get canPlay() {
      return !prefersReducedMotion();
    },
    toggle() {
      if (playing) choose(index);
      animated = playing ? undefined : index;
      playing = !playing;
    },
    goTo(row, column) {
      const next = row * columns + column;
      if (playing) animated = next;
      else choose(next);
    },
    hold(next) {
      held = next;
    },
    next(by) {
      const next = (index + by + count) % count;
      if (playing) this.toggle();
      choose(next);
    },
  };
}
